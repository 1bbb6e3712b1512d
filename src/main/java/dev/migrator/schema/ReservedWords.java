package dev.migrator.schema;

import java.util.Locale;
import java.util.Set;

/**
 * The words that PostgreSQL or SQLite does not take for the name of a column unless they are
 * quoted.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-keywords-appendix.html">PostgreSQL: SQL
 *     key words</a>
 * @see <a href="https://www.sqlite.org/lang_keywords.html">SQLite: keywords</a>
 */
final class ReservedWords {

  private static final Set<String> WORDS =
      Set.of(
          """
          add all alter analyse analyze and any array as asc asymmetric authorization autoincrement
          between binary both case cast check collate collation column commit concurrently constraint
          create cross current_catalog current_date current_role current_schema current_time
          current_timestamp current_user default deferrable delete desc distinct do drop else end
          escape except exists false fetch for foreign freeze from full grant group having ilike in
          index initially inner insert intersect into is isnull join lateral leading left like limit
          localtime localtimestamp natural not nothing notnull null offset on only or order outer
          overlaps placing primary references returning right select session_user set similar some
          symmetric system_user table tablesample then to trailing transaction true union unique
          update user using values variadic verbose when where window with
          """
              .strip()
              .split("\\s+"));

  private ReservedWords() {}

  /** Whether a word is reserved, in any case. */
  static boolean contains(String word) {
    return WORDS.contains(word.toLowerCase(Locale.ROOT));
  }
}
