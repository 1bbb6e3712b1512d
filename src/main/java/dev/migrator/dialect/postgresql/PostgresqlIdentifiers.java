package dev.migrator.dialect.postgresql;

import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.SqlTokens;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names and texts as PostgreSQL reads them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-keywords-appendix.html">PostgreSQL: SQL
 *     key words</a>
 */
final class PostgresqlIdentifiers {

  private static final Pattern BARE = Pattern.compile("[a-z_][a-z0-9_$]*");

  /**
   * Every key word of the versions 14 to 18 that cannot name everything without quotes: the
   * reserved ones and those that cannot be the name of a function or type.
   */
  private static final Set<String> KEY_WORDS =
      Set.of(
          """
          all analyse analyze and any array as asc asymmetric authorization between bigint binary
          bit boolean both case cast char character check coalesce collate collation column
          concurrently constraint create cross current_catalog current_date current_role
          current_schema current_time current_timestamp current_user dec decimal default deferrable
          desc distinct do else end except exists extract false fetch float for foreign freeze from
          full grant greatest group grouping having ilike in initially inner inout int integer
          intersect interval into is isnull join json json_array json_arrayagg json_exists
          json_object json_objectagg json_query json_scalar json_serialize json_table json_value
          lateral leading least left like limit localtime localtimestamp merge_action national
          natural nchar none normalize not notnull null nullif numeric offset on only or order out
          outer overlaps overlay placing position precision primary real references returning right
          row select session_user setof similar smallint some substring symmetric system_user table
          tablesample then time timestamp to trailing treat trim true union unique user using values
          varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement
          xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable\
          """
              .split("\\s+"));

  private PostgresqlIdentifiers() {}

  static String quote(String identifier) {
    return BARE.matcher(identifier).matches() && !KEY_WORDS.contains(identifier)
        ? identifier
        : '"' + identifier.replace("\"", "\"\"") + '"';
  }

  static String quote(QualifiedName name) {
    return name.schema().map(schema -> quote(schema) + ".").orElse("") + quote(name.name());
  }

  /** {@code (id, name)}. */
  static String columns(List<String> names) {
    return names.stream()
        .map(PostgresqlIdentifiers::quote)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** A text as a literal; {@code standard_conforming_strings} is on since version 9.1. */
  static String literal(String text) {
    return SqlTokens.literal(text);
  }

  /** A text in dollar quotes, with a tag that the text does not hold. */
  static String dollarQuoted(String text) {
    String tag = "$migrator$";
    for (int number = 1; text.contains(tag); number++) {
      tag = "$migrator" + number + "$";
    }
    return tag + "\n" + text.stripTrailing() + "\n" + tag;
  }
}
