package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.Conversion;
import dev.migrator.dialect.sqlite.SqliteTypes.Affinity;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.TypeChange;
import dev.migrator.operation.Using;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.Expression.Portable;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How the values of a column get from its old type to its new one. Affinity converts what it can
 * while rows are copied; what it would leave as it is, and another database would refuse, is
 * refused here.
 *
 * @param table the table
 * @param from the column before
 * @param to the column after
 * @param using the expression that makes the new value; empty where SQLite does it by itself
 * @param schema where the values of enumerations are looked up
 * @see <a href="https://www.sqlite.org/datatype3.html#type_affinity">SQLite: type affinity</a>
 */
record ColumnChange(
    QualifiedName table, Column from, Column to, Optional<String> using, Schema schema) {

  private static final String TRUE = "('true', 't', 'yes', 'y', 'on', '1')";
  private static final String FALSE = "('false', 'f', 'no', 'n', 'off', '0')";

  /**
   * The change of an alteration.
   *
   * @param before the schema before it
   * @param after the schema after it
   * @throws dev.migrator.dialect.UnsupportedChangeException if nobody knows how the values are
   *     converted
   */
  static ColumnChange of(AlterColumn operation, Schema before, Schema after) {
    Column from = column(operation, before);
    Column to = new TableSql(after).declared(column(operation, after));
    Optional<String> using =
        operation
            .type()
            .filter(change -> !TableSql.isGenerated(to))
            .flatMap(change -> using(operation, from, change))
            .filter(text -> !isPortableCast(operation, text));
    return new ColumnChange(
        operation.table(), new TableSql(before).declared(from), to, using, after);
  }

  private static Column column(AlterColumn operation, Schema schema) {
    return schema.table(operation.table()).orElseThrow().column(operation.column()).orElseThrow();
  }

  private static Optional<String> using(AlterColumn operation, Column from, TypeChange change) {
    return Conversion.sql(
        operation,
        SqliteExpressions::sql,
        () -> new ValueConversion(from.type(), change.to()).of(Identifiers.quote(from.name())));
  }

  /**
   * SQLite's own CAST makes 0 of any text that is no number. Where the revision casts for every
   * database alike, it means what is done and looked at here without it.
   */
  private static boolean isPortableCast(AlterColumn operation, String text) {
    boolean portable =
        operation
            .type()
            .flatMap(TypeChange::using)
            .filter(using -> using instanceof Using.Sql sql && sql.expression() instanceof Portable)
            .isPresent();
    return portable && SqliteExpressions.isCastOf(operation.column(), text);
  }

  /** Whether rows have to be copied although the column is declared as it was. */
  boolean touchesRows() {
    return using.isPresent() || ValueTest.of(from.type(), to.type()).isPresent();
  }

  void applyTo(TableWork work) {
    if (TableSql.isGenerated(to)) {
      return;
    }
    if (!from.type().equals(to.type())) {
      convert(work);
    }
    if (from.nullable() && !to.nullable()) {
      work.refuseNulls(to.name());
    }
  }

  private void convert(TableWork work) {
    Affinity before = SqliteTypes.affinity(from.type());
    using.ifPresentOrElse(
        text -> work.convert(to.name(), source -> over(text, source)),
        () -> conversion(before).ifPresent(change -> work.convert(to.name(), change)));
    if (to.type() instanceof EnumRef reference) {
      refuseOtherThan(reference, work);
    }
    ValueTest.of(from.type(), to.type())
        .or(() -> using.flatMap(text -> ValueTest.ofAffinity(to.type())))
        .ifPresent(
            test ->
                work.refuseCopies(
                    to.name(),
                    "%s.%s holds a value that is not %s".formatted(table, to.name(), test.wanted()),
                    test.predicate(Identifiers.quote(to.name()))));
  }

  /** The expression over what the column is copied from. */
  private String over(String text, String source) {
    return source.equals(Identifiers.quote(from.name()))
        ? text
        : SqlTokens.substitute(text, from.name(), "(" + source + ")");
  }

  private void refuseOtherThan(EnumRef reference, TableWork work) {
    schema
        .enumType(reference.name())
        .ifPresent(
            type ->
                work.refuseValues(
                    to.name(),
                    "%s.%s holds a value that enum %s lacks"
                        .formatted(table, to.name(), type.name()),
                    source ->
                        "%s NOT IN (%s)".formatted(source, Identifiers.literals(type.values()))));
  }

  /** What affinity would not do; empty where it does. */
  private Optional<UnaryOperator<String>> conversion(Affinity before) {
    Affinity after = SqliteTypes.affinity(to.type());
    if (is(to.type(), Kind.BOOLEAN)) {
      return Optional.of(before == Affinity.TEXT ? ColumnChange::truth : "%s <> 0"::formatted);
    }
    if (is(from.type(), Kind.BOOLEAN) && after == Affinity.TEXT) {
      return Optional.of(
          source ->
              "CASE %s WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE %s END"
                  .formatted(source, source));
    }
    if (before == after) {
      return Optional.empty();
    }
    return switch (after) {
      case INTEGER ->
          before == Affinity.TEXT ? Optional.empty() : Optional.of(ColumnChange::rounded);
      case TEXT ->
          before == Affinity.BLOB ? Optional.of("CAST(%s AS TEXT)"::formatted) : Optional.empty();
      case BLOB -> Optional.of("CAST(%s AS BLOB)"::formatted);
      case REAL, NUMERIC -> Optional.empty();
    };
  }

  private static String truth(String source) {
    return "CASE WHEN %s THEN 1 WHEN %s THEN 0 ELSE %s END"
        .formatted(isOneOf(source, TRUE), isOneOf(source, FALSE), source);
  }

  private static String isOneOf(String source, String words) {
    return "lower(trim(%s)) IN %s".formatted(source, words);
  }

  /** A fraction is rounded, as an assignment to an integer is elsewhere. */
  private static String rounded(String source) {
    return "CASE typeof(%s) WHEN 'real' THEN CAST(round(%s) AS INTEGER) ELSE %s END"
        .formatted(source, source, source);
  }

  private static boolean is(ColumnType type, Kind kind) {
    return type instanceof BasicType basic && basic.kind() == kind;
  }
}
