package dev.migrator.entity;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Spells names and strings in the conditions that mappings bring with them. */
final class SqlText {

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

  /** What PostgreSQL or SQLite would not take for a column: members are called so now and then. */
  private static final Set<String> RESERVED =
      Set.of(
          "add",
          "all",
          "alter",
          "analyse",
          "analyze",
          "and",
          "any",
          "array",
          "as",
          "asc",
          "asymmetric",
          "between",
          "both",
          "case",
          "cast",
          "check",
          "collate",
          "column",
          "commit",
          "constraint",
          "create",
          "current_date",
          "current_role",
          "current_time",
          "current_timestamp",
          "current_user",
          "default",
          "deferrable",
          "delete",
          "desc",
          "distinct",
          "do",
          "drop",
          "else",
          "end",
          "escape",
          "except",
          "exists",
          "false",
          "fetch",
          "for",
          "foreign",
          "from",
          "grant",
          "group",
          "having",
          "in",
          "index",
          "initially",
          "insert",
          "intersect",
          "into",
          "is",
          "isnull",
          "join",
          "lateral",
          "leading",
          "limit",
          "localtime",
          "localtimestamp",
          "not",
          "nothing",
          "notnull",
          "null",
          "offset",
          "on",
          "only",
          "or",
          "order",
          "placing",
          "primary",
          "references",
          "returning",
          "select",
          "session_user",
          "set",
          "some",
          "symmetric",
          "table",
          "then",
          "to",
          "trailing",
          "transaction",
          "true",
          "union",
          "unique",
          "update",
          "user",
          "using",
          "values",
          "variadic",
          "when",
          "where",
          "window",
          "with");

  private SqlText() {}

  /** A column's name, quoted where it must be. */
  static String identifier(String name) {
    return PLAIN.matcher(name).matches() && !RESERVED.contains(name)
        ? name
        : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** {@code gender in ('MALE','FEMALE')}, as Hibernate writes it; of literals. */
  static String isOneOf(String column, List<String> literals) {
    return literals.stream().collect(Collectors.joining(",", identifier(column) + " in (", ")"));
  }

  /** The same where null is one of the values. */
  static String isOneOfOrNull(String column, List<String> literals) {
    return isOneOf(column, literals) + " or " + identifier(column) + " is null";
  }

  /** {@code gender between 0 and 2}, as Hibernate writes it. */
  static String isOrdinal(String column, int constants) {
    return "%s between 0 and %d".formatted(identifier(column), constants - 1);
  }
}
