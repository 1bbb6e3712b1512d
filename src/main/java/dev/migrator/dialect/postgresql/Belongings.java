package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.literal;
import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.schema.Definition;
import dev.migrator.schema.Definition.Kind;
import dev.migrator.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What belongs to things that make way and come back, and that no model knows: their owners and
 * privileges, how columns are kept, the index on which a table is clustered. What there is, the
 * server alone knows when the statements run: it keeps it as a setting of the transaction.
 *
 * @param name tells these from others that make way at the same time
 * @param definitions what is kept as SQL
 * @param types the types
 * @param columns the columns
 * @param indexes the indexes, and the constraints that are kept by one
 */
record Belongings(
    String name,
    List<Definition> definitions,
    List<QualifiedName> types,
    List<ColumnPlace> columns,
    List<QualifiedName> indexes) {

  /** A column of a table. */
  record ColumnPlace(QualifiedName table, String column) {}

  Belongings {
    definitions = List.copyOf(definitions);
    types = List.copyOf(types);
    columns = List.copyOf(columns);
    indexes = List.copyOf(indexes);
  }

  /** Those of definitions. */
  static Belongings of(String name, List<Definition> definitions) {
    return new Belongings(name, definitions, List.of(), List.of(), List.of());
  }

  private List<String> queries() {
    List<String> queries = new ArrayList<>();
    add(queries, BelongingsSql.TYPES, names(types));
    add(queries, BelongingsSql.VIEWS, identities(Kind::isView));
    add(queries, BelongingsSql.ROUTINES, identities(Kind::isCallable));
    add(queries, BelongingsSql.AGGREGATES, identities(kind -> kind == Kind.AGGREGATE));
    add(queries, BelongingsSql.OPERATORS, identities(kind -> kind == Kind.OPERATOR));
    add(queries, BelongingsSql.STATISTICS, identities(kind -> kind == Kind.STATISTICS));
    add(
        queries,
        BelongingsSql.COLUMNS,
        columns.stream()
            .map(
                place ->
                    "(%s::regclass, %s)"
                        .formatted(literal(quote(place.table())), literal(place.column()))));
    add(queries, BelongingsSql.INDEXES, names(indexes));
    return queries;
  }

  private static void add(List<String> queries, String query, Stream<String> things) {
    String list = things.distinct().collect(Collectors.joining(", "));
    if (!list.isEmpty()) {
      queries.add(query.formatted(list));
    }
  }

  private static Stream<String> names(Collection<QualifiedName> names) {
    return names.stream().map(name -> literal(quote(name)));
  }

  private Stream<String> identities(Predicate<Kind> wanted) {
    return definitions.stream()
        .filter(definition -> wanted.test(definition.kind()))
        .map(definition -> literal(definition.identity()));
  }

  /** The statement that keeps them, to be run while the things are there. */
  List<String> keep() {
    List<String> queries = queries();
    return queries.isEmpty()
        ? List.of()
        : List.of(
            block(
                """
                  PERFORM set_config(%s, coalesce(string_agg(change, '; ' ORDER BY place), ''), true)
                  FROM (
                %s
                  ) AS changes (change, place);\
                """
                    .formatted(setting(), String.join("\n    UNION ALL\n", queries))));
  }

  /** The statement that gives them back, to be run when the things are there again. */
  List<String> giveBack() {
    return queries().isEmpty()
        ? List.of()
        : List.of(
            block(
                "  IF current_setting(%1$s) <> '' THEN\n    EXECUTE current_setting(%1$s);\n  END IF;"
                    .formatted(setting())));
  }

  private String setting() {
    return literal("migrator." + name);
  }

  private static String block(String body) {
    return "DO " + PostgresqlIdentifiers.dollarQuoted("BEGIN\n" + body + "\nEND");
  }
}
