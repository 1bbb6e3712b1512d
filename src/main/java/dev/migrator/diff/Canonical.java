package dev.migrator.diff;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.SqlTokens;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One spelling for portable values that mean the same on every database, so that white space, the
 * case of a keyword or a written-out default precision is no difference.
 */
final class Canonical {

  /** The digits that both databases keep of a second where none are given. */
  private static final List<Integer> DEFAULT_FRACTION = List.of(6);

  private Canonical() {}

  static Column column(Column column) {
    return column
        .withType(type(column.type()))
        .withDefault(column.defaultValue().map(Canonical::expression).filter(Canonical::isValue))
        .withGenerated(
            column
                .generated()
                .map(computed -> computed.withExpression(expression(computed.expression()))));
  }

  /** The order of a key's columns is nothing that a model could say. */
  static PrimaryKey primaryKey(PrimaryKey key) {
    return key.withColumns(key.columns().stream().sorted().toList());
  }

  /** The key with its pairs of columns in one order. */
  static ForeignKey foreignKey(ForeignKey key) {
    List<Integer> order =
        IntStream.range(0, key.columns().size())
            .boxed()
            .sorted(Comparator.comparing(key.columns()::get))
            .toList();
    return key.withColumns(
        order.stream().map(key.columns()::get).toList(),
        order.stream().map(key.referencedColumns()::get).toList());
  }

  static CheckConstraint check(CheckConstraint check) {
    return check.withExpression(condition(check.expression()));
  }

  static Index index(Index index) {
    return index
        .withKeys(index.keys().stream().map(Canonical::key).toList())
        .withWhere(index.where().map(Canonical::condition))
        .withMethod(index.method().filter(method -> !method.equals("btree")));
  }

  private static IndexKey key(IndexKey key) {
    return key.part() instanceof IndexKey.OnExpression computed
        ? key.withPart(new IndexKey.OnExpression(expression(computed.expression())))
        : key;
  }

  private static Expression expression(Expression expression) {
    return expression.map(Canonical::text);
  }

  private static Expression condition(Expression expression) {
    return expression.map(sql -> Ranges.spelledOut(Grouping.removed(text(sql))));
  }

  /** The two names of the moment of a transaction are one. */
  private static String text(String sql) {
    String canonical = SqlTokens.canonical(sql);
    return switch (canonical) {
      case "" -> sql;
      case "current_timestamp" -> SqlTokens.canonical("now()");
      default -> canonical;
    };
  }

  /** A column whose default is NULL is one without a default. */
  private static boolean isValue(Expression defaultValue) {
    return !defaultValue.equals(Expression.of("null"));
  }

  private static ColumnType type(ColumnType type) {
    if (type instanceof ArrayType array) {
      return new ArrayType(type(array.element()));
    }
    return type instanceof BasicType basic ? basic(basic) : type;
  }

  private static BasicType basic(BasicType type) {
    return switch (type.kind()) {
      case TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ, INTERVAL ->
          type.parameters().equals(DEFAULT_FRACTION) ? BasicType.of(type.kind()) : type;
      case NUMERIC ->
          type.parameters().size() == 1
              ? BasicType.of(type.kind(), type.parameters().get(0), 0)
              : type;
      case BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, CHAR, VARCHAR, TEXT, CLOB -> type;
      case BYTES, BLOB, DATE, UUID, JSON, JSONB, INET, XML -> type;
    };
  }
}
