package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.dialect.postgresql.Belongings.ColumnPlace;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Domain;
import dev.migrator.schema.ExclusionConstraint;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Index;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableItems;
import dev.migrator.schema.UserType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything that has to make way while an enumeration is replaced.
 *
 * @param all what comes back as it was
 * @param attached the indexes of partitions that belong to one of the whole table: they go with
 *     that, and keep their names if they are there before it
 * @param computed the generated columns, which are made anew
 * @param inherited the same columns of the tables that inherit them, which go and come with those
 * @param routines the functions and their like, which checks, indexes and defaults may call
 * @param mentions by what an SQL text is held to the type
 */
record EnumDependents(
    Dependents all,
    List<Dependents.On<Index>> attached,
    List<EnumUses.Use> computed,
    List<EnumUses.Use> inherited,
    List<Definition> routines,
    Mentions mentions) {

  /**
   * The names by which an SQL text is held to a type.
   *
   * @param columns the columns of the type, by table
   * @param types the types that go
   * @param definitions the functions and their like that go
   */
  record Mentions(
      Map<QualifiedName, List<String>> columns, Set<String> types, Set<String> definitions) {

    Predicate<String> on(Table table) {
      List<String> own = columns.getOrDefault(table.name(), List.of());
      return sql -> {
        boolean isNamed =
            SqlTokens.of(sql).stream()
                .flatMap(token -> token.identifier().stream())
                .anyMatch(name -> own.contains(name) || definitions.contains(name));
        return isNamed || TypeMentions.any(sql, types);
      };
    }

    boolean isColumn(Table table, Column column) {
      return columns.getOrDefault(table.name(), List.of()).contains(column.name());
    }
  }

  static EnumDependents of(Schema schema, TypeChain chain, EnumUses uses) {
    Map<QualifiedName, List<String>> columns = uses.columns();
    List<Definition> definitions = DefinitionsOn.types(schema, chain.names(), columns);
    Set<String> defined = new HashSet<>();
    definitions.forEach(definition -> defined.add(definition.name()));
    Mentions mentions = new Mentions(columns, chain.names(), defined);
    List<Definition> routines = routines(definitions);
    Dependents all =
        Dependents.NONE.withDefinitions(
            definitions.stream().filter(definition -> !routines.contains(definition)).toList());
    List<EnumUses.Use> computed = new ArrayList<>();
    List<EnumUses.Use> inherited = new ArrayList<>();
    List<Dependents.On<Index>> attached = new ArrayList<>();
    for (Table table : schema.tables()) {
      List<Column> generated = computed(table, mentions);
      generated.forEach(
          column ->
              (EnumUses.isInherited(schema, table, column) ? inherited : computed)
                  .add(new EnumUses.Use(table, column)));
      Dependents own =
          Dependents.ofTable(schema, table, mentions.on(table))
              .and(Dependents.of(schema, table, generated.stream().map(Column::name).toList()));
      attached.addAll(own.indexes(on -> isAttached(schema, table, on.item())));
      all = all.and(own.withIndexes(own.indexes(on -> !isAttached(schema, table, on.item()))));
      all = all.and(Dependents.NONE.withForeignKeys(foreignKeys(table, columns)));
    }
    return new EnumDependents(
        all.commented(schema, chain.names()), attached, computed, inherited, routines, mentions);
  }

  private static boolean isAttached(Schema schema, Table table, Index index) {
    return table.options().partition().isPresent()
        && table.options().parents().stream()
            .flatMap(parent -> schema.table(parent).stream())
            .flatMap(parent -> parent.indexes().stream())
            .map(TableItems.INDEXES::shape)
            .anyMatch(TableItems.INDEXES.shape(index)::equals);
  }

  /** Those on a view go with the views. */
  private static List<Definition> routines(List<Definition> definitions) {
    Set<String> relations = new HashSet<>();
    List<Definition> routines = new ArrayList<>();
    for (Definition definition : definitions) {
      if (definition.kind().isRoutine()
          && Collections.disjoint(definition.mentioned(), relations)) {
        routines.add(definition);
      } else {
        relations.add(definition.name());
      }
    }
    return routines;
  }

  private static List<Dependents.On<ForeignKey>> foreignKeys(
      Table table, Map<QualifiedName, List<String>> columns) {
    return ChosenNames.fill(table).foreignKeys().stream()
        .filter(
            key ->
                key.columns().stream()
                    .anyMatch(columns.getOrDefault(table.name(), List.of())::contains))
        .map(key -> new Dependents.On<>(table.name(), key))
        .toList();
  }

  private static List<Column> computed(Table table, Mentions mentions) {
    return table.columns().stream()
        .filter(column -> column.generated().isPresent())
        .filter(
            column -> mentions.isColumn(table, column) || isComputed(column, mentions.on(table)))
        .toList();
  }

  private static boolean isComputed(Column column, Predicate<String> held) {
    return column
        .generated()
        .map(Generated::expression)
        .flatMap(TableForm::sql)
        .filter(held)
        .isPresent();
  }

  /**
   * The SQL of one thing.
   *
   * @param owner how the thing is called
   * @param columns the columns of the type that it may name
   */
  record Text(String owner, String sql, List<String> columns) {}

  /**
   * All SQL texts that are read again.
   *
   * @param chain the types
   */
  Stream<Text> texts(TypeChain chain) {
    return Stream.of(
            chain.users().stream().flatMap(EnumDependents::ofDomain),
            texts("check", all.checks(), CheckConstraint::name, c -> Stream.of(c.expression())),
            texts("index", all.indexes(), Index::name, Dependents::expressions),
            texts("index", attached, Index::name, Dependents::expressions),
            texts(
                "exclusion constraint",
                all.exclusions(),
                ExclusionConstraint::name,
                exclusion -> Stream.of(Expression.of(exclusion.definition()))),
            computed.stream()
                .flatMap(
                    use ->
                        use.column().generated().map(Generated::expression).stream()
                            .flatMap(text -> text("column " + use, text, use.table().name()))),
            Stream.concat(all.definitions().stream(), routines.stream())
                .flatMap(definition -> text(definition.toString(), definition.sql(), allColumns())))
        .flatMap(texts -> texts);
  }

  private static Stream<Text> ofDomain(UserType type) {
    return type instanceof Domain domain
        ? domain.checks().stream()
            .flatMap(
                check ->
                    text(
                        "%s of domain %s".formatted(called("check", check.name()), domain.name()),
                        check.expression(),
                        List.of(Domain.VALUE, Domain.VALUE.toUpperCase(Locale.ROOT))))
        : Stream.empty();
  }

  private static String called(String word, Optional<String> name) {
    return name.map(given -> word + " " + given).orElse(word);
  }

  /** A definition may look at any table. */
  private List<String> allColumns() {
    return mentions.columns().values().stream().flatMap(List::stream).distinct().toList();
  }

  private <T> Stream<Text> texts(
      String word,
      List<Dependents.On<T>> items,
      Function<T, Optional<String>> name,
      Function<T, Stream<Expression>> expressions) {
    return items.stream()
        .flatMap(
            on ->
                expressions
                    .apply(on.item())
                    .flatMap(
                        text ->
                            text(
                                called(word, name.apply(on.item())) + " of " + on.table(),
                                text,
                                on.table())));
  }

  private Stream<Text> text(String owner, Expression expression, QualifiedName table) {
    return text(owner, expression, mentions.columns().getOrDefault(table, List.of()));
  }

  private static Stream<Text> text(String owner, Expression expression, List<String> columns) {
    return TableForm.sql(expression).stream().map(sql -> new Text(owner, sql, columns));
  }

  /** What belongs to the types, and to what makes way beside {@link #all}. */
  Belongings belongings(TypeChain chain, EnumUses uses) {
    List<QualifiedName> types = new ArrayList<>(List.of(chain.root()));
    chain.users().forEach(type -> types.add(type.name()));
    return new Belongings(
        "types",
        routines,
        types,
        Stream.of(uses.arraysAndRows(), computed, inherited)
            .flatMap(List::stream)
            .map(use -> new ColumnPlace(use.table().name(), use.column().name()))
            .toList(),
        attached.stream()
            .flatMap(on -> on.item().name().map(on.table()::withName).stream())
            .toList());
  }

  List<String> drop() {
    List<String> statements = new ArrayList<>(all.drop());
    computed.forEach(
        use ->
            statements.add(
                "ALTER TABLE %s DROP COLUMN %s".formatted(quote(use.table().name()), use.sql())));
    return statements;
  }

  List<String> restore(TableSql sql) {
    List<String> statements = new ArrayList<>();
    for (EnumUses.Use use : computed) {
      statements.add(TableSql.add(use.table().name(), "COLUMN " + sql.column(use.column())));
    }
    Stream.of(computed, inherited)
        .flatMap(List::stream)
        .flatMap(use -> TableSql.columnComment(use.table().name(), use.column()).stream())
        .forEach(statements::add);
    attached.forEach(on -> sql.createIndex(on.table(), on.item()).ifPresent(statements::add));
    statements.addAll(all.restore(sql));
    return statements;
  }
}
