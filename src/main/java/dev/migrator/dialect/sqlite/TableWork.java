package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.Statement;
import dev.migrator.dialect.sqlite.Assertion.Condition;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.Expression;
import dev.migrator.schema.KeyOptions;
import dev.migrator.schema.NativeType;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a revision does to one table, gathered until it is written: as CREATE TABLE where the table
 * is new, as a few ALTER TABLEs where these suffice, else as one rebuild.
 */
final class TableWork {

  private static final int NAMED_CHANGES = 2;

  private final QualifiedName name;
  private final Optional<Table> start;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<Statement> alterations = new ArrayList<>();
  private final List<Condition> conditions = new ArrayList<>();
  private final List<Condition> afterCopy = new ArrayList<>();
  private final Set<String> withoutNulls = new HashSet<>();
  private final Set<String> droppedIndexes = new HashSet<>();
  private final List<Operation> operations = new ArrayList<>();
  private boolean rebuild;

  private TableWork(QualifiedName name, Optional<Table> start) {
    this.name = name;
    this.start = start;
    start.stream()
        .flatMap(table -> table.columns().stream())
        .forEach(column -> sources.put(column.name(), Identifiers.quote(column.name())));
  }

  /** Work on a table that the database has in this form. */
  static TableWork of(Table table) {
    return new TableWork(table.name(), Optional.of(table));
  }

  /** Work on a table that the revision creates. */
  static TableWork creating(CreateTable operation) {
    TableWork work = new TableWork(operation.table().name(), Optional.empty());
    work.operations.add(operation);
    return work;
  }

  QualifiedName name() {
    return name;
  }

  boolean isCreation() {
    return start.isEmpty();
  }

  /** Whether the table, which exists, is rebuilt. */
  boolean isRebuild() {
    return rebuild && !isCreation();
  }

  /** The operation makes a rebuild necessary. */
  void rebuild(Operation operation) {
    rebuild = true;
    operations.add(operation);
  }

  /** The operation is this statement, unless the table is written as a whole. */
  void alter(Statement statement, Operation operation) {
    alterations.add(statement);
    operations.add(operation);
  }

  /** Changes what a column is copied from. */
  void convert(String column, UnaryOperator<String> expression) {
    sources.computeIfPresent(column, (name, source) -> expression.apply(source));
  }

  /** What a column is copied from; empty where the database does not have it. */
  Optional<String> source(String column) {
    return Optional.ofNullable(sources.get(column));
  }

  /** Before the copy, no row may satisfy the predicate, which is made of the column's source. */
  void refuseRows(String column, String message, UnaryOperator<String> predicate) {
    source(column)
        .ifPresent(
            source ->
                conditions.add(
                    Condition.none(
                        message,
                        "SELECT 1 FROM %s WHERE %s"
                            .formatted(Identifiers.quote(name.name()), predicate.apply(source)))));
  }

  /** The same; a value that is in the way is shown. */
  void refuseValues(String column, String message, UnaryOperator<String> predicate) {
    source(column)
        .ifPresent(
            source ->
                conditions.add(
                    Condition.noRow(
                        message,
                        Identifiers.quote(name.name()),
                        predicate.apply(source),
                        example(source))));
  }

  /** After the copy, no row of the new table may satisfy the predicate. */
  void refuseCopies(String column, String message, String predicate) {
    if (!isCreation()) {
      afterCopy.add(
          Condition.noRow(
              message,
              Identifiers.quote(Rebuild.NEW + name.name()),
              predicate,
              example(Identifiers.quote(column))));
    }
  }

  /** {@code 'abc' where id = 7}, as an expression over a row. */
  private String example(String value) {
    List<String> keys =
        start.flatMap(Table::primaryKey).map(PrimaryKey::columns).orElse(List.of()).stream()
            .filter(sources::containsKey)
            .toList();
    String row =
        keys.stream()
            .map(
                key ->
                    "%s || quote(%s)"
                        .formatted(Identifiers.literal(key + " = "), Identifiers.quote(key)))
            .collect(Collectors.joining(" || ', ' || "));
    return "quote(%s)%s".formatted(value, keys.isEmpty() ? "" : " || ' where ' || " + row);
  }

  void refuseNulls(String column) {
    source(column).ifPresent(source -> refuseNulls(Map.of(column, source)));
  }

  /** The same of several columns, by what each is copied from. */
  private void refuseNulls(Map<String, String> columns) {
    withoutNulls.addAll(columns.keySet());
    conditions.add(Condition.noNull(name.name(), columns));
  }

  void refuseDuplicates(List<String> columns, KeyOptions options) {
    if (sources.keySet().containsAll(columns)) {
      String keys =
          columns.stream()
              .flatMap(column -> keyed(column, options))
              .collect(Collectors.joining(", "));
      String present =
          columns.stream()
              .map(column -> sources.get(column) + " IS NOT NULL")
              .collect(Collectors.joining(" AND "));
      conditions.add(
          Condition.none(
              "rows of %s have the same %s".formatted(name, String.join(", ", columns)),
              "SELECT 1 FROM %s WHERE %s GROUP BY %s HAVING count(*) > 1"
                  .formatted(Identifiers.quote(name.name()), present, keys)));
    }
  }

  private Stream<String> keyed(String column, KeyOptions options) {
    return source(column).stream().map(source -> KeySql.collated(source, column, options));
  }

  /** ALTER TABLE … ADD COLUMN where SQLite takes it. */
  void addColumn(AddColumn operation, Table after, TableSql sql) {
    Column column = sql.declared(operation.column());
    Optional<String> value = column.defaultValue().flatMap(SqliteExpressions::sql);
    boolean filled = value.isPresent() && !SqliteExpressions.isNull(value.get());
    if (!column.nullable() && !filled && !TableSql.isGenerated(column)) {
      conditions.add(
          Condition.none(
              "%s.%s is new, NOT NULL and has no default, but the table has rows"
                  .concat(": add it nullable, fill it, then make it NOT NULL")
                  .formatted(name, column.name()),
              "SELECT 1 FROM " + Identifiers.quote(name.name())));
    }
    boolean simple =
        column.identity().isEmpty()
            && column.generated().isEmpty()
            && !(column.type() instanceof NativeType)
            && (column.nullable() || filled)
            && value.map(SqliteExpressions::isConstant).orElse(true);
    alterOr(simple, "ADD COLUMN " + sql.column(after, operation.column()), operation);
  }

  /** ALTER TABLE … DROP COLUMN where nothing stands on the column. */
  void dropColumn(DropColumn operation, Table before) {
    Column column = before.column(operation.column().name()).orElseThrow();
    sources.remove(column.name());
    boolean simple =
        !SqliteTypes.mayHaveCheck(column.type())
            && before.columns().stream().noneMatch(TableSql::isGenerated)
            && !isUsed(before, column.name());
    alterOr(simple, "DROP COLUMN " + Identifiers.quote(column.name()), operation);
  }

  private void alterOr(boolean simple, String action, SchemaChange operation) {
    if (simple) {
      String sql = "ALTER TABLE %s %s".formatted(Identifiers.quote(name.name()), action);
      alter(new Statement.Sql(sql, operation.describe()), operation);
    } else {
      rebuild(operation);
    }
  }

  /**
   * Drops an index.
   *
   * @return what has to come at once, since another table may take the name
   */
  List<Statement> dropIndex(String index, Statement drop, Operation operation) {
    boolean exists = start.filter(table -> table.index(index).isPresent()).isPresent();
    if (exists && droppedIndexes.add(index)) {
      return List.of(drop);
    }
    alter(drop, operation);
    return List.of();
  }

  /**
   * The statements of the work.
   *
   * @param after the table as it becomes
   * @param schema the schema that it stands in
   */
  List<Statement> statements(Table after, Schema schema) {
    operations.forEach(operation -> Refusals.check(operation, after, schema));
    start.ifPresent(before -> refuseLostNulls(before, after));
    if (isCreation()) {
      return creation(after, new TableSql(schema));
    }
    if (!rebuild) {
      return List.copyOf(alterations);
    }
    Map<String, String> kept = new LinkedHashMap<>(sources);
    kept.keySet()
        .removeIf(column -> after.column(column).filter(c -> !TableSql.isGenerated(c)).isEmpty());
    TableSql sql = new TableSql(schema);
    List<KeyColumn> columns =
        kept.keySet().stream()
            .map(column -> new KeyColumn(after, sql.declared(after.column(column).orElseThrow())))
            .toList();
    refuseOtherNulls(columns);
    refuseUnstorable(columns);
    return new Rebuild(start.orElseThrow(), after, sql, kept, description())
        .statements(conditions, afterCopy);
  }

  /** A key that may hold NULL does not become one that may not while it does. */
  private void refuseLostNulls(Table before, Table after) {
    before
        .primaryKey()
        .map(PrimaryKey::columns)
        .orElse(List.of())
        .forEach(
            column -> {
              boolean loses =
                  after
                      .column(column)
                      .filter(c -> !new KeyColumn(after, c).takesNull())
                      .isPresent();
              if (loses && new KeyColumn(before, before.column(column).orElseThrow()).takesNull()) {
                refuseNulls(column);
              }
            });
  }

  /** The database may hold a NULL where the revisions know of none, and so may a conversion. */
  private void refuseOtherNulls(List<KeyColumn> columns) {
    Map<String, String> others = new LinkedHashMap<>();
    columns.stream()
        .filter(column -> !column.takesNull())
        .map(column -> column.column().name())
        .filter(column -> !withoutNulls.contains(column))
        .forEach(column -> source(column).ifPresent(source -> others.put(column, source)));
    if (!others.isEmpty()) {
      refuseNulls(others);
    }
  }

  /** A STRICT table takes no value of another type than its column's. */
  private void refuseUnstorable(List<KeyColumn> columns) {
    columns.stream()
        .filter(column -> column.table().options().strict() && !wasStored(column))
        .forEach(
            column ->
                ValueTest.ofStrict(column.declaredType())
                    .ifPresent(test -> refuseUnstorable(column.column().name(), test)));
  }

  private void refuseUnstorable(String column, ValueTest test) {
    refuseValues(
        column,
        "%s.%s holds a value that is not %s, which a STRICT table refuses; change such rows first"
            .formatted(name, column, test.wanted()),
        test::predicate);
  }

  /** Whether the table took the same values before. */
  private boolean wasStored(KeyColumn column) {
    Table before = start.orElseThrow();
    String columnName = column.column().name();
    String type = new KeyColumn(before, before.column(columnName).orElseThrow()).declaredType();
    return before.options().strict()
        && source(columnName).equals(Optional.of(Identifiers.quote(columnName)))
        && type.equals(column.declaredType());
  }

  private List<Statement> creation(Table table, TableSql sql) {
    String description = "create table " + name;
    return Stream.concat(Stream.of(sql.create(table)), TableSql.createIndexes(table))
        .<Statement>map(text -> new Statement.Sql(text, description))
        .toList();
  }

  /** Which changes a rebuild makes, as long as they can be read on a line. */
  private String description() {
    List<String> changes = operations.stream().map(Operation::describe).distinct().toList();
    return changes.size() > NAMED_CHANGES
        ? "rebuild table %s (%d changes)".formatted(name, changes.size())
        : "rebuild table %s: %s".formatted(name, String.join(", ", changes));
  }

  /** Whether a constraint or index of the table names the column. */
  private static boolean isUsed(Table table, String column) {
    Stream<List<String>> lists =
        Stream.of(
                table.primaryKey().stream().map(key -> key.columns()),
                table.uniques().stream().map(unique -> unique.columns()),
                table.foreignKeys().stream().map(key -> key.columns()),
                table.foreignKeys().stream()
                    .filter(key -> key.references().equals(table.name()))
                    .map(key -> key.referencedColumns()),
                table.indexes().stream().map(TableSql::columns))
            .flatMap(all -> all);
    Stream<Expression> expressions =
        Stream.concat(
            table.checks().stream().map(CheckConstraint::expression),
            TableSql.indexExpressions(table));
    return lists.anyMatch(columns -> columns.contains(column))
        || expressions.anyMatch(expression -> mentions(expression, column));
  }

  private static boolean mentions(Expression expression, String column) {
    return SqliteExpressions.sql(expression)
        .filter(text -> SqlTokens.mentions(text, column))
        .isPresent();
  }
}
