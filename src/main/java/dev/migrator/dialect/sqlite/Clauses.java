package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.sqlite.Assertion.Condition;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The clauses of a table's definition that no pragma shows. A rebuild would lose one that the
 * revisions do not know: one that the definition holds more often than theirs.
 */
final class Clauses {

  private static final List<String> ALL =
      List.of(" autoincrement ", " deferrable ", " on conflict ", " collate ");

  /** What may stand around a word in place of a blank, or beside one. */
  private static final List<String> BETWEEN =
      List.of("\n", "\t", "\r", ",", "(", ")", "\"", "    ", "  ", "  ");

  /** What is so without being written. */
  private static final List<String> USUAL = List.of(" not deferrable ", " collate binary ");

  /** So much of a definition shows where a clause stands. */
  private static final int EXCERPT = 40;

  private Clauses() {}

  /**
   * The condition that the database's definition of a table holds no clause more.
   *
   * @param table the table's name
   * @param known the definition as the revisions know it
   */
  static Condition noneMore(String table, String known) {
    String definition =
        """
        (
            SELECT %s AS definition
            FROM sqlite_schema WHERE type = 'table' AND name = %s COLLATE NOCASE),
          (SELECT column1 AS clause, column2 AS known FROM (VALUES %s))"""
            .formatted(normalizing(), Identifiers.literal(table), counts(normalized(known)));
    String excerpt =
        "upper(trim(clause)) || ' in: ' || trim(substr(definition, max(1, instr(definition, clause) - %d), %d))"
            .formatted(EXCERPT, 2 * EXCERPT);
    return Condition.noRow(
        "table %s has a clause that the revisions do not know; the rebuild would lose it"
            .formatted(table),
        definition,
        "length(definition) - length(replace(definition, clause, '')) > known * length(clause)",
        excerpt);
  }

  private static String counts(String known) {
    return ALL.stream()
        .map(clause -> "(%s, %d)".formatted(Identifiers.literal(clause), count(known, clause)))
        .collect(Collectors.joining(", "));
  }

  private static int count(String text, String clause) {
    return (text.length() - text.replace(clause, "").length()) / clause.length();
  }

  private static String normalized(String definition) {
    String text = definition.toLowerCase(Locale.ROOT);
    for (String mark : BETWEEN) {
      text = text.replace(mark, " ");
    }
    for (String usual : USUAL) {
      text = text.replace(usual, " ");
    }
    return text;
  }

  /** The same in SQL, of the column {@code sql}. */
  private static String normalizing() {
    String text = "lower(sql)";
    for (String mark : BETWEEN) {
      text = "replace(%s, %s, ' ')".formatted(text, literal(mark));
    }
    for (String usual : USUAL) {
      text = "replace(%s, %s, ' ')".formatted(text, literal(usual));
    }
    return text;
  }

  private static String literal(String text) {
    return text.chars().allMatch(Character::isISOControl)
        ? "char(%d)".formatted((int) text.charAt(0))
        : Identifiers.literal(text);
  }
}
