package dev.migrator.dialect.postgresql;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Definition;
import dev.migrator.schema.DefinitionOrder;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What stands on columns and has to make way while their type changes, or while they go and come
 * anew.
 *
 * @param primaryKeys the primary keys, each with its table
 * @param uniques the unique constraints, each with its table
 * @param checks the CHECK constraints, each with its table
 * @param indexes the indexes, each with its table
 * @param foreignKeys the foreign keys, each with its table
 * @param definitions what is kept as SQL, in the order of creation
 */
record Dependents(
    List<On<PrimaryKey>> primaryKeys,
    List<On<UniqueConstraint>> uniques,
    List<On<CheckConstraint>> checks,
    List<On<Index>> indexes,
    List<On<ForeignKey>> foreignKeys,
    List<Definition> definitions) {

  static final Dependents NONE =
      new Dependents(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /** Something on a table. */
  record On<T>(QualifiedName table, T item) {}

  /**
   * The checks and indexes with an expression that names one of the table's columns, and the
   * definitions that look at one.
   */
  static Dependents ofExpressions(Schema schema, Table table, Collection<String> columns) {
    return ofTable(table, columns).and(ofDefinitions(schema, table, columns));
  }

  /** The definitions that look at one of the table's columns. */
  static Dependents ofDefinitions(Schema schema, Table table, Collection<String> columns) {
    return NONE.withDefinitions(DefinitionsOn.columns(schema, table.name(), columns));
  }

  private static Dependents ofTable(Table table, Collection<String> columns) {
    Table named = ChosenNames.fill(table);
    return new Dependents(
        List.of(),
        List.of(),
        on(table, named.checks(), check -> mentions(check.expression(), columns)),
        on(
            table,
            named.indexes(),
            index -> expressions(index).anyMatch(sql -> mentions(sql, columns))),
        List.of(),
        List.of());
  }

  /** Everything in the schema that needs one of the table's columns. */
  static Dependents of(Schema schema, Table table, Collection<String> columns) {
    if (columns.isEmpty()) {
      return NONE;
    }
    Table named = ChosenNames.fill(table);
    Predicate<List<String>> uses = names -> !Collections.disjoint(names, columns);
    Dependents own =
        new Dependents(
            on(table, named.primaryKey().stream().toList(), key -> uses.test(key.columns())),
            on(table, named.uniques(), unique -> uses.test(unique.columns())),
            List.of(),
            on(table, named.indexes(), index -> uses.test(columns(index))),
            on(table, named.foreignKeys(), key -> uses.test(key.columns())),
            List.of());
    Dependents all = own.and(ofExpressions(schema, table, columns));
    for (Table other : schema.tables()) {
      all =
          all.withMore(
              on(
                  other,
                  ChosenNames.fill(other).foreignKeys(),
                  key ->
                      key.references().equals(table.name()) && uses.test(key.referencedColumns())));
    }
    return all;
  }

  private static <T> List<On<T>> on(Table table, List<T> items, Predicate<T> wanted) {
    return items.stream().filter(wanted).map(item -> new On<>(table.name(), item)).toList();
  }

  private static List<String> columns(Index index) {
    return Stream.concat(
            index.include().stream(),
            index.keys().stream()
                .map(IndexKey::part)
                .filter(IndexKey.OnColumn.class::isInstance)
                .map(part -> ((IndexKey.OnColumn) part).column()))
        .toList();
  }

  /** The same, and these foreign keys. */
  Dependents withForeignKeys(List<On<ForeignKey>> others) {
    return new Dependents(primaryKeys, uniques, checks, indexes, others, definitions);
  }

  private Dependents withDefinitions(List<Definition> others) {
    return new Dependents(primaryKeys, uniques, checks, indexes, foreignKeys, others);
  }

  private Dependents withMore(List<On<ForeignKey>> more) {
    return withForeignKeys(concat(foreignKeys, more));
  }

  /** Both together. */
  Dependents and(Dependents other) {
    return new Dependents(
        concat(primaryKeys, other.primaryKeys),
        concat(uniques, other.uniques),
        concat(checks, other.checks),
        concat(indexes, other.indexes),
        concat(foreignKeys, other.foreignKeys),
        DefinitionOrder.of(concat(definitions, other.definitions)));
  }

  /** The statements that drop them. */
  List<String> drop() {
    List<String> statements = new ArrayList<>(DefinitionsOn.drop(definitions));
    foreignKeys.forEach(on -> statements.add(dropConstraint(on, ForeignKey::name)));
    checks.forEach(on -> statements.add(dropConstraint(on, CheckConstraint::name)));
    uniques.forEach(on -> statements.add(dropConstraint(on, UniqueConstraint::name)));
    primaryKeys.forEach(on -> statements.add(dropConstraint(on, PrimaryKey::name)));
    indexes.forEach(
        on -> statements.add(TableSql.dropIndex(on.table(), on.item().name().orElseThrow())));
    return statements;
  }

  private static <T> String dropConstraint(On<T> on, Function<T, Optional<String>> name) {
    return TableSql.dropConstraint(on.table(), name.apply(on.item()).orElseThrow());
  }

  /** The statements that create them again. */
  List<String> restore(TableSql sql) {
    List<String> statements = new ArrayList<>();
    primaryKeys.forEach(on -> statements.add(TableSql.add(on.table(), sql.primaryKey(on.item()))));
    uniques.forEach(on -> statements.add(TableSql.add(on.table(), sql.unique(on.item()))));
    checks.forEach(
        on ->
            sql.check(on.item())
                .ifPresent(clause -> statements.add(TableSql.add(on.table(), clause))));
    indexes.forEach(on -> sql.createIndex(on.table(), on.item()).ifPresent(statements::add));
    foreignKeys.forEach(on -> statements.add(TableSql.add(on.table(), sql.foreignKey(on.item()))));
    statements.addAll(DefinitionsOn.restore(definitions));
    return statements;
  }

  private static Stream<Expression> expressions(Index index) {
    return Stream.concat(
        index.where().stream(),
        index.keys().stream()
            .map(IndexKey::part)
            .filter(IndexKey.OnExpression.class::isInstance)
            .map(part -> ((IndexKey.OnExpression) part).expression()));
  }

  private static boolean mentions(Expression expression, Collection<String> columns) {
    return TableForm.sql(expression)
        .filter(text -> columns.stream().anyMatch(column -> SqlTokens.mentions(text, column)))
        .isPresent();
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).distinct().toList();
  }
}
