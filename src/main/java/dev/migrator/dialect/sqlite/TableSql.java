package dev.migrator.dialect.sqlite;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.Names;
import dev.migrator.schema.NativeType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tables, columns and indexes as SQL. It leaves out what SQLite cannot hold; the generator refuses
 * such a thing beforehand.
 */
final class TableSql {

  private final Schema schema;

  /**
   * @param schema where enumerations and domains are looked up
   */
  TableSql(Schema schema) {
    this.schema = schema;
  }

  String create(Table table) {
    return create(table, table.name().name());
  }

  /**
   * CREATE TABLE.
   *
   * @param name the name under which the table is created
   */
  String create(Table table, String name) {
    List<String> lines = new ArrayList<>();
    table.columns().forEach(column -> lines.add(column(table, column)));
    table
        .primaryKey()
        .filter(key -> !table.options().autoincrement())
        .ifPresent(key -> lines.add(KeySql.primaryKey(key)));
    table.uniques().forEach(unique -> lines.add(KeySql.unique(unique)));
    table.checks().stream().flatMap(check -> check(check).stream()).forEach(lines::add);
    table.foreignKeys().forEach(key -> lines.add(foreignKey(key)));
    return "CREATE TABLE %s (\n  %s\n)%s"
        .formatted(Identifiers.quote(name), String.join(",\n  ", lines), options(table.options()));
  }

  private static String options(TableOptions options) {
    if (options.strict()) {
      return options.withoutRowid() ? " STRICT, WITHOUT ROWID" : " STRICT";
    }
    return options.withoutRowid() ? " WITHOUT ROWID" : "";
  }

  /** A column as it is declared, without the domain of its type. */
  Column declared(Column column) {
    return NarrowedColumn.of(schema, column).column();
  }

  /** A column's definition. */
  String column(Table table, Column meant) {
    NarrowedColumn narrowed = NarrowedColumn.of(schema, meant);
    Column column = narrowed.column();
    StringBuilder sql = new StringBuilder(Identifiers.quote(column.name()));
    KeyColumn inKey = new KeyColumn(table, column);
    String type = inKey.declaredType();
    sql.append(type.isEmpty() ? "" : " ").append(type);
    column.collation().ifPresent(name -> sql.append(" COLLATE ").append(Identifiers.quote(name)));
    sql.append(emptiness(inKey));
    inKey.counted().ifPresent(key -> sql.append(' ').append(KeySql.counted(key)));
    column
        .defaultValue()
        .flatMap(SqliteExpressions::sql)
        .ifPresent(text -> sql.append(" DEFAULT ").append(SqliteExpressions.asDefault(text)));
    column.generated().ifPresent(generated -> sql.append(generated(generated)));
    if (!narrowed.conditions().isEmpty()) {
      sql.append(' ').append(madeCheck(table.name(), narrowed));
    }
    return sql.toString();
  }

  /** What a column says of rows without a value; where it takes them, only what it would do. */
  private static String emptiness(KeyColumn column) {
    String conflict = KeySql.conflict(column.column().options().onConflict());
    if (column.takesNull()) {
      return conflict.isEmpty() ? "" : " NULL" + conflict;
    }
    return " NOT NULL" + conflict;
  }

  /** Nothing where the expression is given for other databases only, or as none. */
  private static String generated(Generated generated) {
    return SqliteExpressions.sql(generated.expression())
        .map(
            text ->
                " GENERATED ALWAYS AS (%s) %s"
                    .formatted(text, generated.stored() ? "STORED" : "VIRTUAL"))
        .orElse("");
  }

  /** Whether a column is computed, as it says itself or in its native type. */
  static boolean isGenerated(Column column) {
    return column.generated().filter(computed -> !generated(computed).isEmpty()).isPresent()
        || (column.type() instanceof NativeType own
            && SqlTokens.of(own.sql().toLowerCase(Locale.ROOT)).stream()
                .anyMatch(token -> token.isWord("as")));
  }

  private static String madeCheck(QualifiedName table, NarrowedColumn column) {
    return "CONSTRAINT %s CHECK (%s)"
        .formatted(
            Identifiers.quote(Names.check(table, column.column().name())), column.condition());
  }

  private static String deferral(Deferral deferral) {
    return deferral == Deferral.NONE ? "" : " " + deferral.sql();
  }

  private static Optional<String> check(CheckConstraint check) {
    return SqliteExpressions.sql(check.expression())
        .map(
            text ->
                "%sCHECK (%s)%s"
                    .formatted(
                        KeySql.constraint(check.name()),
                        text,
                        KeySql.conflict(check.onConflict())));
  }

  private static String foreignKey(ForeignKey key) {
    return "%sFOREIGN KEY (%s) REFERENCES %s (%s)%s%s%s"
        .formatted(
            KeySql.constraint(key.name()),
            Identifiers.quoteAll(key.columns()),
            Identifiers.quote(key.references().name()),
            Identifiers.quoteAll(key.referencedColumns()),
            action("DELETE", key.onDelete()),
            action("UPDATE", key.onUpdate()),
            deferral(key.options().deferral()));
  }

  private static String action(String event, ForeignKeyAction action) {
    return action == ForeignKeyAction.NO_ACTION ? "" : " ON %s %s".formatted(event, action.sql());
  }

  /** CREATE INDEX for each index that SQLite can hold. */
  static Stream<String> createIndexes(Table table) {
    return table.indexes().stream()
        .filter(index -> index.keys().stream().anyMatch(key -> key(key).isPresent()))
        .map(index -> createIndex(table.name(), index));
  }

  static String createIndex(QualifiedName table, Index index) {
    List<String> keys = index.keys().stream().flatMap(key -> key(key).stream()).toList();
    return "CREATE %sINDEX %s ON %s (%s)%s"
        .formatted(
            index.unique() ? "UNIQUE " : "",
            Identifiers.quote(name(table, index)),
            Identifiers.quote(table.name()),
            String.join(", ", keys),
            index
                .where()
                .flatMap(SqliteExpressions::sql)
                .map(where -> " WHERE " + where)
                .orElse(""));
  }

  /** The index's name, by rule where it has none. */
  static String name(QualifiedName table, Index index) {
    return index.name().orElseGet(() -> Names.index(table, columns(index)));
  }

  private static Optional<String> key(IndexKey key) {
    return part(key.part())
        .map(
            text ->
                text
                    + key.collation().map(name -> " COLLATE " + Identifiers.quote(name)).orElse("")
                    + (key.descending() ? " DESC" : ""));
  }

  private static Optional<String> part(IndexKey.Part part) {
    if (part instanceof IndexKey.OnExpression computed) {
      return SqliteExpressions.sql(computed.expression());
    }
    return Optional.of(Identifiers.quote(((IndexKey.OnColumn) part).column()));
  }

  /** The expressions of a table, each of which has to be given for SQLite. */
  static Stream<Expression> expressions(Table table) {
    return Stream.of(
            table.columns().stream().flatMap(column -> column.defaultValue().stream()),
            table.columns().stream()
                .flatMap(column -> column.generated().stream())
                .map(Generated::expression),
            table.checks().stream().map(CheckConstraint::expression),
            indexExpressions(table))
        .flatMap(expressions -> expressions);
  }

  /** The predicates and computed keys of a table's indexes. */
  static Stream<Expression> indexExpressions(Table table) {
    return Stream.concat(
        table.indexes().stream().flatMap(index -> index.where().stream()),
        table.indexes().stream()
            .flatMap(index -> index.keys().stream())
            .map(IndexKey::part)
            .filter(IndexKey.OnExpression.class::isInstance)
            .map(part -> ((IndexKey.OnExpression) part).expression()));
  }

  /** The columns that the keys name. */
  static List<String> columns(Index index) {
    return index.keys().stream()
        .map(IndexKey::part)
        .filter(IndexKey.OnColumn.class::isInstance)
        .map(part -> ((IndexKey.OnColumn) part).column())
        .toList();
  }
}
