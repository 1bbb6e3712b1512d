package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.sqlite.ParsedTable.KeyPart;
import dev.migrator.dialect.sqlite.ParsedTable.Reference;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnOptions;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyOptions;
import dev.migrator.schema.Index;
import dev.migrator.schema.KeyOptions;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a schema of definitions. Names get the case of their declaration, a foreign key that names
 * no columns gets those of the primary key.
 */
final class SchemaReader {

  /** The order of texts where no other is named. */
  private static final String USUAL_COLLATION = "binary";

  private final Map<String, ParsedTable> tables = new LinkedHashMap<>();
  private final Map<String, List<Index>> indexes = new LinkedHashMap<>();

  /** Takes a CREATE TABLE statement. */
  SchemaReader table(String sql) {
    ParsedTable table = TableParser.parse(sql);
    tables.put(key(table.name()), table);
    return this;
  }

  /**
   * Takes a CREATE INDEX statement, after that of its table.
   *
   * @param table the table's name; an index of an unknown table is left out
   */
  SchemaReader index(String table, String sql) {
    Optional.ofNullable(tables.get(key(table)))
        .map(SchemaReader::columnNames)
        .ifPresent(
            columns ->
                indexes
                    .computeIfAbsent(key(table), name -> new ArrayList<>())
                    .add(IndexParser.parse(sql, columns)));
    return this;
  }

  Schema schema() {
    return Schema.EMPTY.withTables(tables.values().stream().map(this::table).toList());
  }

  private Table table(ParsedTable parsed) {
    List<String> columns = columnNames(parsed);
    return Table.of(
            QualifiedName.of(parsed.name()),
            parsed.columns().stream().map(column -> column(parsed, column, columns)).toList())
        .withPrimaryKey(
            parsed
                .primaryKey()
                .map(
                    key ->
                        new PrimaryKey(key.name(), declared(key, columns), options(parsed, key))))
        .withUniques(
            parsed.uniques().stream()
                .map(
                    key ->
                        new UniqueConstraint(key.name(), declared(key, columns))
                            .withOptions(options(parsed, key)))
                .toList())
        .withForeignKeys(
            parsed.references().stream().map(reference -> foreignKey(reference, columns)).toList())
        .withChecks(
            parsed.checks().stream()
                .map(
                    check ->
                        new CheckConstraint(
                                check.name(),
                                Expression.of(
                                    SqliteExpressions.canonical(check.expression(), columns)))
                            .withOnConflict(check.onConflict()))
                .toList())
        .withIndexes(indexes.getOrDefault(key(parsed.name()), List.of()))
        .withOptions(parsed.options());
  }

  private static KeyOptions options(ParsedTable table, ParsedTable.Key key) {
    List<String> columns = columnNames(table);
    Map<String, String> collations = new HashMap<>();
    for (KeyPart part : key.parts()) {
      part.collation()
          .filter(name -> !name.equals(USUAL_COLLATION) || isCollated(table, part.column()))
          .ifPresent(name -> collations.put(declared(part.column(), columns), name));
    }
    List<String> descending =
        key.parts().stream().filter(KeyPart::descending).map(KeyPart::column).toList();
    return KeyOptions.sqlite(key.onConflict(), declared(descending, columns), collations);
  }

  private static boolean isCollated(ParsedTable table, String column) {
    return table.columns().stream()
        .filter(candidate -> candidate.name().equalsIgnoreCase(column))
        .anyMatch(
            candidate -> candidate.collation().filter(c -> !c.equals(USUAL_COLLATION)).isPresent());
  }

  /** A column; one of the primary key is meant to hold no NULL, written or not. */
  private static Column column(ParsedTable table, ParsedColumn column, List<String> columns) {
    boolean nullable = !table.isInKey(column) && !column.notNull();
    return Column.of(column.name(), SqliteTypes.read(column), nullable)
        .withCollation(column.collation().filter(name -> !name.equals(USUAL_COLLATION)))
        .withDefault(
            column
                .defaultValue()
                .map(text -> SqliteExpressions.canonical(text, List.of()))
                .filter(text -> !SqliteExpressions.isNull(text))
                .map(Expression::of))
        .withGenerated(
            column
                .generated()
                .map(
                    computed ->
                        computed.withExpression(
                            computed
                                .expression()
                                .map(text -> SqliteExpressions.canonical(text, columns)))))
        .withOptions(ColumnOptions.sqlite(column.onConflict(), table.inKey(column)));
  }

  private ForeignKey foreignKey(Reference reference, List<String> columns) {
    List<String> own = declared(reference.columns(), columns);
    Optional<ParsedTable> target = Optional.ofNullable(tables.get(key(reference.table())));
    List<String> targets =
        target
            .map(table -> referenced(reference, table))
            .filter(names -> names.size() == own.size())
            .orElse(reference.referencedColumns().isEmpty() ? own : reference.referencedColumns());
    return new ForeignKey(
        reference.name(),
        own,
        QualifiedName.of(target.map(ParsedTable::name).orElse(reference.table())),
        targets,
        reference.onDelete(),
        reference.onUpdate(),
        ForeignKeyOptions.NONE.withDeferral(reference.deferral()));
  }

  private static List<String> referenced(Reference reference, ParsedTable target) {
    List<String> names =
        reference.referencedColumns().isEmpty()
            ? target.primaryKey().map(ParsedTable.Key::columns).orElse(List.of())
            : reference.referencedColumns();
    return declared(names, columnNames(target));
  }

  private static List<String> declared(ParsedTable.Key key, List<String> columns) {
    return declared(key.columns(), columns);
  }

  private static List<String> declared(List<String> names, List<String> columns) {
    return names.stream().map(name -> declared(name, columns)).toList();
  }

  private static String declared(String name, List<String> columns) {
    return columns.stream()
        .filter(column -> column.equalsIgnoreCase(name))
        .findFirst()
        .orElse(name);
  }

  private static List<String> columnNames(ParsedTable table) {
    return table.columns().stream().map(ParsedColumn::name).toList();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
