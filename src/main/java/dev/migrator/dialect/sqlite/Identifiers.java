package dev.migrator.dialect.sqlite;

import dev.migrator.schema.SqlTokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Identifiers and string literals as SQL.
 *
 * @see <a href="https://www.sqlite.org/lang_keywords.html">SQLite: keywords</a>
 */
final class Identifiers {

  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

  /** The manual's list, and the two constants that a bare word would be read as. */
  private static final Set<String> KEYWORDS =
      Set.of(
          """
          abort action add after all alter always analyze and as asc attach autoincrement before
          begin between by cascade case cast check collate column commit conflict constraint create
          cross current current_date current_time current_timestamp database default deferrable
          deferred delete desc detach distinct do drop each else end escape except exclude exclusive
          exists explain fail filter first following for foreign from full generated glob group
          groups having if ignore immediate in index indexed initially inner insert instead
          intersect into is isnull join key last left like limit match materialized natural no not
          nothing notnull null nulls of offset on or order others outer over partition plan pragma
          preceding primary query raise range recursive references regexp reindex release rename
          replace restrict returning right rollback row rows savepoint select set table temp
          temporary then ties to transaction trigger unbounded union unique update using vacuum
          values view virtual when where window with without true false
          """
              .strip()
              .split("\\s+"));

  private Identifiers() {}

  /** The identifier, quoted where it must be. */
  static String quote(String identifier) {
    return PLAIN.matcher(identifier).matches() && !isKeyword(identifier)
        ? identifier
        : '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** The identifiers, separated by commas. */
  static String quoteAll(List<String> identifiers) {
    return identifiers.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
  }

  /** Whether a bare word means something else than a name, in any case. */
  static boolean isKeyword(String word) {
    return KEYWORDS.contains(word.toLowerCase(Locale.ROOT));
  }

  static String literal(String text) {
    return SqlTokens.literal(text);
  }

  /** The texts as literals, separated by commas. */
  static String literals(List<String> texts) {
    return texts.stream().map(Identifiers::literal).collect(Collectors.joining(", "));
  }
}
