package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.literal;
import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.dialect.NumberedRows;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.Change;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Identity;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOwner;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The statements of sequences, and the bounds that PostgreSQL gives them where none are said.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE
 *     SEQUENCE</a>
 */
final class SequenceSql {

  private SequenceSql() {}

  static String create(Sequence sequence) {
    String type =
        PostgresqlTypes.is(sequence.type(), Kind.BIGINT)
            ? ""
            : " AS " + PostgresqlTypes.sql(sequence.type());
    return "CREATE SEQUENCE "
        + quote(sequence.name())
        + type
        + numbers(sequence)
        + sequence.owner().map(owner -> " OWNED BY " + column(owner)).orElse("");
  }

  /** The statement after which a sequence goes on behind the numbers that its column has. */
  static Optional<String> behindRows(Sequence sequence, Schema schema) {
    return sequence
        .owner()
        .filter(owner -> sequence.increment() > 0)
        .filter(owner -> isNumber(owner, schema))
        .map(
            owner ->
                "SELECT setval(%s, (SELECT greatest(max(%s) + 1, %d) FROM %s), false)"
                    .formatted(
                        literal(quote(sequence.name())),
                        quote(owner.column()),
                        sequence.start(),
                        quote(owner.table())));
  }

  /** The statement after which a sequence goes on behind numbers that it did not give. */
  static String goOnBehind(NumberedRows rows) {
    return "SELECT setval(%s, greatest(max(number) + %d, %d), false) FROM %s HAVING max(number) IS NOT NULL"
        .formatted(
            literal(quote(rows.sequence().name())),
            rows.distance(),
            rows.sequence().start(),
            rows.numbers(each -> quote(each.table()), each -> quote(each.column())));
  }

  private static boolean isNumber(SequenceOwner owner, Schema schema) {
    return schema
        .table(owner.table())
        .flatMap(table -> table.column(owner.column()))
        .map(Column::type)
        .filter(
            type ->
                Stream.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT)
                    .anyMatch(kind -> PostgresqlTypes.is(type, kind)))
        .isPresent();
  }

  /** What stands in parentheses behind an identity. */
  static String options(Sequence sequence) {
    return "SEQUENCE NAME " + quote(sequence.name()) + numbers(sequence);
  }

  /** The sequence of an identity column: its own, else the one that the server makes by itself. */
  static Sequence ofIdentity(QualifiedName table, Column column, Identity identity) {
    return normalized(identity.sequence().orElseGet(() -> usual(table, column)));
  }

  /** The sequence that the server makes by itself for an identity column. */
  static Sequence usual(QualifiedName table, Column column) {
    return Sequence.of(ChosenNames.sequence(table, column.name()), 1, 1)
        .withType(PostgresqlTypes.normalize(column.type()));
  }

  private static String numbers(Sequence sequence) {
    StringBuilder sql = new StringBuilder();
    sql.append(" START WITH ").append(sequence.start());
    sql.append(" INCREMENT BY ").append(sequence.increment());
    sequence.minimum().ifPresent(bound -> sql.append(" MINVALUE ").append(bound));
    sequence.maximum().ifPresent(bound -> sql.append(" MAXVALUE ").append(bound));
    if (sequence.cache() != 1) {
      sql.append(" CACHE ").append(sequence.cache());
    }
    return sql.append(sequence.cycle() ? " CYCLE" : "").toString();
  }

  /**
   * ALTER SEQUENCE. The bounds of the type and of the direction do not follow these by themselves.
   *
   * @param before the sequence before
   */
  static String alter(AlterSequence operation, Sequence before) {
    Sequence after = operation.applyTo(before);
    boolean otherBounds =
        operation.type().isPresent() || (before.increment() < 0) != (after.increment() < 0);
    StringBuilder sql = new StringBuilder("ALTER SEQUENCE " + quote(operation.name()));
    option(sql, "AS ", operation.type().map(change -> PostgresqlTypes.sql(change.to())));
    option(sql, "INCREMENT BY ", operation.increment().map(Change::to));
    if (otherBounds || operation.minimum().isPresent()) {
      bound(sql, "MINVALUE", after.minimum());
    }
    if (otherBounds || operation.maximum().isPresent()) {
      bound(sql, "MAXVALUE", after.maximum());
    }
    option(sql, "START WITH ", operation.start().map(Change::to));
    option(sql, "CACHE ", operation.cache().map(Change::to));
    option(sql, "", operation.cycle().map(change -> change.to() ? "CYCLE" : "NO CYCLE"));
    option(
        sql,
        "OWNED BY ",
        operation.owner().map(change -> change.to().map(SequenceSql::column).orElse("NONE")));
    return sql.toString();
  }

  private static String column(SequenceOwner owner) {
    return quote(owner.table()) + "." + quote(owner.column());
  }

  private static void option(StringBuilder sql, String words, Optional<?> value) {
    value.ifPresent(given -> sql.append(' ').append(words).append(given));
  }

  private static void bound(StringBuilder sql, String word, Optional<Long> bound) {
    sql.append(bound.map(given -> " " + word + " " + given).orElse(" NO " + word));
  }

  /** The sequence as an inspection finds it: bounds that it has anyway are not said. */
  static Sequence normalized(Sequence sequence) {
    boolean upwards = sequence.increment() > 0;
    ColumnType type = PostgresqlTypes.normalize(sequence.type());
    long least = upwards ? 1 : least(type);
    long greatest = upwards ? -(least(type) + 1) : -1;
    return sequence
        .withType(type)
        .withMinimum(sequence.minimum().filter(bound -> bound != least))
        .withMaximum(sequence.maximum().filter(bound -> bound != greatest));
  }

  private static long least(ColumnType type) {
    if (PostgresqlTypes.is(type, Kind.SMALLINT)) {
      return Short.MIN_VALUE;
    }
    return PostgresqlTypes.is(type, Kind.INTEGER) ? Integer.MIN_VALUE : Long.MIN_VALUE;
  }
}
