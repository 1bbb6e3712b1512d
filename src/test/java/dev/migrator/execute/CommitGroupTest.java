package dev.migrator.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.dialect.Statement;
import dev.migrator.dialect.Statement.Placement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitGroupTest {

  /**
   * {@code t} in the transaction, {@code c} with a commit after it, {@code a} alone, {@code s} of
   * the session. A group is written {@code before(statements)after}, or {@code [statement]} alone.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | ()",
        "t t | (t t)",
        "t c | (t c)",
        "t c t | (t c) (t)",
        "c c | (c) (c)",
        "a | [a]",
        "t a t | (t) [a] (t)",
        "a a | [a] [a]",
        "s t t s | s(t t)s",
        "s t c t s | s(t c) (t)s",
        "s t s s t s | s(t)s s (t)s",
        "s t s t s | s(t)s (t)s",
        "s | s()",
        "s a s | s[a]s",
      })
  void cutsWhereThePlacementsSay(String statements, String groups) {
    List<Statement> given =
        statements.isEmpty()
            ? List.of()
            : Arrays.stream(statements.split(" ", -1)).map(CommitGroupTest::statement).toList();

    assertThat(
            CommitGroup.cut(given).stream()
                .map(CommitGroupTest::text)
                .collect(Collectors.joining(" ")))
        .isEqualTo(groups);
  }

  private static Statement statement(String letter) {
    Placement placement =
        switch (letter) {
          case "t" -> Placement.TRANSACTION;
          case "c" -> Placement.COMMIT_AFTER;
          case "a" -> Placement.ALONE;
          case "s" -> Placement.SESSION;
          default -> throw new IllegalArgumentException(letter);
        };
    return new Statement.Sql(letter, letter, placement);
  }

  private static String text(CommitGroup group) {
    String format = group.alone() ? "%s[%s]%s" : "%s(%s)%s";
    return format.formatted(text(group.before()), text(group.statements()), text(group.after()));
  }

  private static String text(List<Statement> statements) {
    return statements.stream().map(Statement::description).collect(Collectors.joining(" "));
  }
}
