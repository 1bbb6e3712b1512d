package dev.migrator.revision.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RunJava;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.schema.Expression;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlRevisionTest {

  private static final String SCRIPT =
      """
      -- revision: b2
      -- revises: a1, a2
      -- message: say: "hello"
      -- created: 2026-11-24T18:03:10Z
      -- branch_labels: billing
      -- depends_on: c3

      -- migrator:upgrade
      -- not a key: a comment
      select 1;

      select 2;

      -- migrator:downgrade
      """;

  @Test
  void readsEverySectionAsStatements() {
    Revision revision = read(SCRIPT);
    assertThat(revision.header())
        .isEqualTo(
            new RevisionHeader(
                new RevisionId("b2"),
                List.of(new RevisionId("a1"), new RevisionId("a2")),
                List.of("c3"),
                List.of("billing"),
                List.of(),
                "say: \"hello\"",
                Instant.parse("2026-11-24T18:03:10Z")));
    assertThat(revision.upgrade())
        .containsExactly(sql("-- not a key: a comment\nselect 1;\n\nselect 2;"));
    assertThat(revision.downgrade()).isEmpty();
    assertThat(RevisionFormat.SQL.readHeader("b.sql", SCRIPT)).isEqualTo(revision.header());
  }

  @Test
  void writesWhatItRead() {
    assertThat(RevisionWriter.write(read(SCRIPT), RevisionFormat.SQL)).isEqualTo(SCRIPT);
    Revision asYaml =
        RevisionReader.read(
            "b.yaml", RevisionWriter.write(read(SCRIPT), RevisionFormat.YAML), RevisionFormat.YAML);
    assertThat(asYaml).isEqualTo(read(SCRIPT));
  }

  @Test
  void readsWindowsLineEnds() {
    assertThat(read(SCRIPT.replace("\n", "\r\n"))).isEqualTo(read(SCRIPT));
  }

  @Test
  void namesThePlaceOfAMistake() {
    refuses(
        SCRIPT.replace("revises", "revise"),
        "b.sql:2:1: unknown key 'revise'. Did you mean 'revises'? Known are revision, revises, message, created, branch_labels, depends_on, replaces.");
    refuses(SCRIPT.replace("-- created", "-- message"), "b.sql:4:1: key 'message' stands twice");
    refuses(
        SCRIPT.replace("-- message", "-- the message"),
        "b.sql:1:1: the revision lacks a line '-- message: …'");
    refuses(
        SCRIPT.replace("2026", "two"),
        "b.sql:4:1: 'two-11-24T18:03:10Z' is no time such as 2026-11-22T05:40:00Z");
    refuses(
        SCRIPT.replace(":downgrade", ":downgrad"),
        "b.sql:14:1: unknown section 'downgrad'. Did you mean 'downgrade'?");
    refuses(
        SCRIPT.replace(":downgrade", ":upgrade"), "b.sql:14:1: '-- migrator:upgrade' stands twice");
    refuses(
        SCRIPT.replace("-- migrator:downgrade", ""),
        "b.sql:14:1: the revision lacks a line '-- migrator:downgrade'. Where there is nothing to do, leave it empty behind it.");
    refuses(
        "select 1;",
        "b.sql:1:1: statements belong behind a line '-- migrator:upgrade' or '-- migrator:downgrade'");
  }

  @Test
  void refusesToWriteWhatHasNoFormInSql() {
    refusesToWrite(
        new RunJava("x.Y"),
        "revision 'b2' cannot be written as SQL, which has no form for run x.Y. Write it as YAML.");
    refusesToWrite(
        sql("-- migrator:downgrade"),
        "revision 'b2' cannot be written as SQL, which has no form for a line '-- migrator:…' in SQL. Write it as YAML.");
  }

  private static void refusesToWrite(Operation operation, String message) {
    Revision revision = new Revision(read(SCRIPT).header(), List.of(operation), List.of());
    assertThatThrownBy(() -> RevisionWriter.write(revision, RevisionFormat.SQL))
        .hasMessage(message);
  }

  private static void refuses(String text, String message) {
    assertThatThrownBy(() -> read(text)).hasMessage(message);
  }

  private static ExecuteSql sql(String text) {
    return new ExecuteSql(Expression.of(text), List.of());
  }

  private static Revision read(String text) {
    return RevisionReader.read("b.sql", text, RevisionFormat.SQL);
  }
}
