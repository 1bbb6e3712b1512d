package dev.migrator.dialect.postgresql;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Definition;
import dev.migrator.schema.DefinitionOrder;
import dev.migrator.schema.ExclusionConstraint;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * @param exclusions the exclusion constraints, each with its table
 * @param foreignKeys the foreign keys, each with its table
 * @param definitions what is kept as SQL, in the order of creation
 * @param comments the comments on any of them
 */
record Dependents(
    List<On<PrimaryKey>> primaryKeys,
    List<On<UniqueConstraint>> uniques,
    List<On<CheckConstraint>> checks,
    List<On<Index>> indexes,
    List<On<ExclusionConstraint>> exclusions,
    List<On<ForeignKey>> foreignKeys,
    List<Definition> definitions,
    List<Definition> comments) {

  static final Dependents NONE =
      new Dependents(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /** Something on a table. */
  record On<T>(QualifiedName table, T item) {}

  /**
   * The checks, exclusion constraints and indexes with an expression that names one of the table's
   * columns, and the definitions that look at one.
   */
  static Dependents ofExpressions(Schema schema, Table table, Collection<String> columns) {
    return ofTable(schema, table, sql -> columns.stream().anyMatch(c -> SqlTokens.mentions(sql, c)))
        .and(ofDefinitions(schema, table, columns))
        .commented(schema);
  }

  /** The definitions that look at one of the table's columns. */
  static Dependents ofDefinitions(Schema schema, Table table, Collection<String> columns) {
    return NONE.withDefinitions(DefinitionsOn.columns(schema, table.name(), columns));
  }

  /** What stands on the table with an SQL text of the wanted kind. */
  static Dependents ofTable(Schema schema, Table table, Predicate<String> wanted) {
    Table named = ChosenNames.fill(table);
    Predicate<Expression> expression = sql -> TableForm.sql(sql).filter(wanted).isPresent();
    return new Dependents(
        List.of(),
        List.of(),
        on(
            table,
            named.checks(),
            check -> expression.test(check.expression()) && !isInherited(schema, table, check)),
        on(table, named.indexes(), index -> expressions(index).anyMatch(expression)),
        on(table, named.exclusions(), exclusion -> wanted.test(exclusion.definition())),
        List.of(),
        List.of(),
        List.of());
  }

  /** What a parent table has goes and comes with the parent's. */
  private static boolean isInherited(Schema schema, Table table, CheckConstraint check) {
    return table.options().parents().stream()
        .flatMap(parent -> schema.table(parent).stream())
        .anyMatch(parent -> ChosenNames.fill(parent).checks().contains(check));
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
            List.of(),
            on(table, named.foreignKeys(), key -> uses.test(key.columns())),
            List.of(),
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
    return all.commented(schema);
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

  /** The same with these foreign keys alone. */
  Dependents withForeignKeys(List<On<ForeignKey>> others) {
    return new Dependents(
        primaryKeys, uniques, checks, indexes, exclusions, others, definitions, comments);
  }

  /** The same with these definitions alone. */
  Dependents withDefinitions(List<Definition> others) {
    return new Dependents(
        primaryKeys, uniques, checks, indexes, exclusions, foreignKeys, others, comments);
  }

  /** The indexes that are wanted. */
  List<On<Index>> indexes(Predicate<On<Index>> wanted) {
    return indexes.stream().filter(wanted).toList();
  }

  /** The same with these indexes alone. */
  Dependents withIndexes(List<On<Index>> others) {
    return new Dependents(
        primaryKeys, uniques, checks, others, exclusions, foreignKeys, definitions, comments);
  }

  private Dependents withMore(List<On<ForeignKey>> more) {
    return withForeignKeys(concat(foreignKeys, more));
  }

  /** The same with what is said of their names, which goes with them. */
  Dependents commented(Schema schema) {
    return commented(schema, Set.of());
  }

  /**
   * The same with what is said of their names.
   *
   * @param others names of other things that go and come back
   */
  Dependents commented(Schema schema, Set<String> others) {
    Set<String> names = new HashSet<>(others);
    indexes.forEach(on -> on.item().name().ifPresent(names::add));
    Stream.of(primaryKeys, uniques, checks, exclusions, foreignKeys)
        .flatMap(List::stream)
        .forEach(on -> on.item().name().ifPresent(names::add));
    return new Dependents(
        primaryKeys,
        uniques,
        checks,
        indexes,
        exclusions,
        foreignKeys,
        definitions,
        concat(comments, DefinitionsOn.comments(schema, names)));
  }

  /** Both together. */
  Dependents and(Dependents other) {
    if (other.equals(NONE)) {
      return this;
    }
    return new Dependents(
        concat(primaryKeys, other.primaryKeys),
        concat(uniques, other.uniques),
        concat(checks, other.checks),
        concat(indexes, other.indexes),
        concat(exclusions, other.exclusions),
        concat(foreignKeys, other.foreignKeys),
        DefinitionOrder.of(concat(definitions, other.definitions)),
        concat(comments, other.comments));
  }

  /** The statements that drop them. */
  List<String> drop() {
    List<String> statements = new ArrayList<>(belongings().keep());
    statements.addAll(DefinitionsOn.drop(definitions));
    foreignKeys.forEach(on -> statements.add(dropConstraint(on, ForeignKey::name)));
    checks.forEach(on -> statements.add(dropConstraint(on, CheckConstraint::name)));
    exclusions.forEach(on -> statements.add(dropConstraint(on, ExclusionConstraint::name)));
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
    exclusions.forEach(
        on -> statements.add(TableSql.add(on.table(), TableSql.exclusion(on.item()))));
    indexes.forEach(on -> sql.createIndex(on.table(), on.item()).ifPresent(statements::add));
    foreignKeys.forEach(on -> statements.add(TableSql.add(on.table(), sql.foreignKey(on.item()))));
    statements.addAll(DefinitionsOn.restore(definitions));
    statements.addAll(DefinitionsOn.restore(comments));
    statements.addAll(belongings().giveBack());
    return statements;
  }

  private Belongings belongings() {
    List<QualifiedName> kept = new ArrayList<>();
    Stream.of(primaryKeys, uniques, exclusions)
        .flatMap(List::stream)
        .forEach(on -> on.item().name().map(on.table()::withName).ifPresent(kept::add));
    indexes.forEach(on -> on.item().name().map(on.table()::withName).ifPresent(kept::add));
    return new Belongings("dependents", definitions, List.of(), List.of(), kept);
  }

  /** The expressions in an index. */
  static Stream<Expression> expressions(Index index) {
    return Stream.concat(
        index.where().stream(),
        index.keys().stream()
            .map(IndexKey::part)
            .filter(IndexKey.OnExpression.class::isInstance)
            .map(part -> ((IndexKey.OnExpression) part).expression()));
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).distinct().toList();
  }
}
