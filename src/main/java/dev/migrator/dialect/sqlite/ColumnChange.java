package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.sqlite.SqliteTypes.Affinity;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * How the values of a column get from its old type to its new one. Affinity converts what it can
 * while rows are copied; what it would leave as it is, and another database would refuse, is
 * refused here.
 *
 * @param table the table
 * @param from the column before
 * @param to the column after
 * @param schema where the values of enumerations are looked up
 * @see <a href="https://www.sqlite.org/datatype3.html#type_affinity">SQLite: type affinity</a>
 */
record ColumnChange(QualifiedName table, Column from, Column to, Schema schema) {

  private static final String TRUE = "('true', 't', 'yes', 'y', 'on', '1')";
  private static final String FALSE = "('false', 'f', 'no', 'n', 'off', '0')";

  /** Whether the new type, under the same declared name, takes fewer values. */
  boolean isNarrower() {
    return isJson(to.type()) && !isJson(from.type());
  }

  void applyTo(TableWork work) {
    if (TableSql.isGenerated(to)) {
      return;
    }
    if (from.nullable() && !to.nullable()) {
      work.refuseNulls(to.name());
    }
    if (!from.type().equals(to.type())) {
      convert(work);
    }
  }

  private void convert(TableWork work) {
    Affinity before = SqliteTypes.affinity(from.type());
    Affinity after = SqliteTypes.affinity(to.type());
    if (to.type() instanceof EnumRef reference) {
      schema
          .enumType(reference.name())
          .ifPresent(
              type ->
                  work.refuseRows(
                      to.name(),
                      "%s.%s holds a value that enum %s lacks"
                          .formatted(table, to.name(), type.name()),
                      source ->
                          "%s NOT IN (%s)".formatted(source, Identifiers.literals(type.values()))));
    }
    if (is(to.type(), Kind.BOOLEAN)) {
      toBoolean(before, work);
    } else if (is(from.type(), Kind.BOOLEAN) && after == Affinity.TEXT) {
      work.convert(
          to.name(),
          source ->
              "CASE %s WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE %s END"
                  .formatted(source, source));
    } else if (before != after) {
      byAffinity(before, after, work);
    }
    if (isNarrower()) {
      refuse(work, "NOT json_valid(%s)", "JSON");
    }
  }

  private void toBoolean(Affinity before, TableWork work) {
    work.convert(
        to.name(),
        source ->
            before == Affinity.TEXT
                ? "CASE WHEN %s THEN 1 WHEN %s THEN 0 ELSE %s END"
                    .formatted(isOneOf(source, TRUE), isOneOf(source, FALSE), source)
                : "%s <> 0".formatted(source));
    refuse(work, "%s NOT IN (0, 1)", "true or false");
  }

  private static String isOneOf(String source, String words) {
    return "lower(trim(%s)) IN %s".formatted(source, words);
  }

  private void byAffinity(Affinity before, Affinity after, TableWork work) {
    switch (after) {
      case INTEGER -> {
        if (before != Affinity.TEXT) {
          work.convert(to.name(), ColumnChange::rounded);
        }
        refuse(work, "typeof(%s) NOT IN ('integer', 'null')", "an integer");
      }
      case REAL -> refuse(work, "typeof(%s) NOT IN ('real', 'null')", "a number");
      case NUMERIC -> {
        if (is(to.type(), Kind.NUMERIC)) {
          refuse(work, "typeof(%s) NOT IN ('integer', 'real', 'null')", "a number");
        }
      }
      case TEXT -> {
        if (before == Affinity.BLOB) {
          work.convert(to.name(), "CAST(%s AS TEXT)"::formatted);
        }
      }
      case BLOB -> work.convert(to.name(), "CAST(%s AS BLOB)"::formatted);
    }
  }

  /** A fraction is rounded, as an assignment to an integer is elsewhere. */
  private static String rounded(String source) {
    return "CASE typeof(%s) WHEN 'real' THEN CAST(round(%s) AS INTEGER) ELSE %s END"
        .formatted(source, source, source);
  }

  private void refuse(TableWork work, String predicate, String wanted) {
    work.refuseCopies(
        "%s.%s holds a value that is not %s".formatted(table, to.name(), wanted),
        predicate.formatted(Identifiers.quote(to.name())));
  }

  private static boolean isJson(ColumnType type) {
    return is(type, Kind.JSON) || is(type, Kind.JSONB);
  }

  private static boolean is(ColumnType type, Kind kind) {
    return type instanceof BasicType basic && basic.kind() == kind;
  }
}
