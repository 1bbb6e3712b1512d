package dev.migrator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.execute.ExecutionListener;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.file.RevisionFormat;
import dev.migrator.testing.CatalogDump;
import dev.migrator.testing.TestDatabase;
import dev.migrator.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A squashed range leaves every database with the schema, and the rows, that the range gives. */
class SquashTest {

  private static final List<String> FILES =
      List.of(
          """
          revision: r1
          revises: []
          message: users
          created: 2026-11-22T05:40:00Z
          upgrade:
            - create_enum: {name: mood, values: [GOOD, BAD]}
            - create_table:
                name: users
                columns:
                  - {name: id, type: bigint, nullable: false}
                  - {name: name, type: varchar(20)}
                  - {name: mood, type: enum(mood), nullable: false, default: "'GOOD'"}
                primary_key: {name: pk_users, columns: [id]}
          downgrade:
            - drop_table: users
            - drop_enum: {name: mood, values: [GOOD, BAD]}
          """,
          """
          revision: r2
          revises: [r1]
          message: posts
          created: 2026-11-22T05:41:00Z
          upgrade:
            - create_table:
                name: posts
                columns:
                  - {name: id, type: bigint, nullable: false}
                  - {name: users_id, type: bigint}
                  - {name: old, type: text}
                primary_key: {name: pk_posts, columns: [id]}
                foreign_keys:
                  - {name: fk_posts_users_id, columns: [users_id], references: {table: users, columns: [id]}}
            - rename_column: {table: users, from: name, to: full_name}
            - add_enum_value: {name: mood, value: SOSO, values: [GOOD, SOSO, BAD]}
          downgrade:
            - alter_enum: {name: mood, from: [GOOD, SOSO, BAD], to: [GOOD, BAD]}
            - rename_column: {table: users, from: full_name, to: name}
            - drop_table: posts
          """,
          """
          revision: r3
          revises: [r2]
          message: someone
          created: 2026-11-22T05:42:00Z
          upgrade:
            - drop_column: {table: posts, column: {name: old, type: text}}
            - add_column: {table: posts, column: {name: title, type: text}}
            - execute: "insert into users (id, full_name) values (7, 'Ann')"
          downgrade:
            - execute: "delete from users where id = 7"
            - drop_column: {table: posts, column: {name: title, type: text}}
            - add_column: {table: posts, column: {name: old, type: text}}
          """,
          """
          revision: r4
          revises: [r3]
          message: emails
          created: 2026-11-22T05:43:00Z
          upgrade:
            - add_column: {table: users, column: {name: email, type: text}}
            - create_index: {table: users, name: ix_users_email, columns: [email], unique: true}
          downgrade:
            - drop_index: {table: users, name: ix_users_email, columns: [email], unique: true}
            - drop_column: {table: users, column: {name: email, type: text}}
          """,
          """
          revision: r5
          revises: [r4]
          message: beyond
          created: 2026-11-22T05:44:00Z
          upgrade:
            - create_table: {name: beyond, columns: [{name: id, type: bigint}]}
          downgrade:
            - drop_table: beyond
          """);

  @ParameterizedTest
  @CsvSource({
    "postgresql, base:r3, base",
    "postgresql, base:r3, r2",
    "postgresql, base:r3, r3",
    "postgresql, base:r3, r4",
    "postgresql, base:r2, base",
    "postgresql, base:r2, r1",
    "postgresql, r1:r4, base",
    "postgresql, r1:r4, r3",
    "postgresql, r1:r4, r4",
    "postgresql, r1:r4, r5",
    "postgresql, base:r5, r4",
    "sqlite, base:r3, base",
    "sqlite, base:r3, r2",
    "sqlite, base:r3, r3",
    "sqlite, base:r3, r4",
    "sqlite, base:r2, base",
    "sqlite, base:r2, r1",
    "sqlite, r1:r4, base",
    "sqlite, r1:r4, r3",
    "sqlite, r1:r4, r4",
    "sqlite, r1:r4, r5",
    "sqlite, base:r5, r4"
  })
  void givesTheSchemaOfTheRange(String dialect, String range, String start)
      throws IOException, SQLException {
    List<String> nothing;
    List<String> expected;
    try (TestDatabase database = TestDatabase.of(dialect);
        TestProject project = project(database)) {
      project.upgrade("head", ExecutionListener.SILENT);
      expected = dump(database);
      project.downgrade("base", ExecutionListener.SILENT);
      nothing = dump(database);
    }
    try (TestDatabase database = TestDatabase.of(dialect);
        TestProject project = project(database)) {
      if (!start.equals("base")) {
        project.upgrade(start, ExecutionListener.SILENT);
      }
      Squash.Result squash = squash(project, range);
      project.upgrade("head", ExecutionListener.SILENT);
      assertThat(dump(database)).containsExactlyElementsOf(expected);
      assertThat(project.check().findings()).isEmpty();
      for (Path replaced : squash.replaced()) {
        Files.delete(replaced);
      }
      assertThat(project.check().findings()).isEmpty();
      assertThat(Current.run(project.open(), new Current.Request(true)).warnings()).isEmpty();
      project.downgrade("base", ExecutionListener.SILENT);
      assertThat(dump(database)).containsExactlyElementsOf(nothing);
      project.upgrade("head", ExecutionListener.SILENT);
      assertThat(dump(database)).containsExactlyElementsOf(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void leavesADatabaseAmongRevisionsWithoutFilesAlone(String dialect)
      throws IOException, SQLException {
    try (TestDatabase database = TestDatabase.of(dialect);
        TestProject project = project(database)) {
      project.upgrade("r2", ExecutionListener.SILENT);
      Squash.Result squash = squash(project, "base:r3");
      Path third = squash.replaced().get(2);
      String text = Files.readString(third);
      Files.delete(third);
      assertThatThrownBy(() -> project.upgrade("head", ExecutionListener.SILENT))
          .hasMessage(
              "the database is at revision 'r2', one of those that 's1' replaces, and of these one has no file: r3. Bring it back until this database has passed them; if it has them all, record that with 'migrator stamp --purge s1'.");
      Files.writeString(third, text);
      project.upgrade("s1", ExecutionListener.SILENT);
      assertThat(project.open().currentRows()).containsExactly(new RevisionId("s1"));
    }
  }

  private static Squash.Result squash(TestProject project, String range) {
    return Squash.run(
        project.open(),
        new Squash.Request(
            range,
            new NewRevision(
                "squashed",
                List.of(),
                true,
                List.of(),
                List.of(),
                Optional.of("s1"),
                Optional.empty(),
                RevisionFormat.YAML)));
  }

  private static TestProject project(TestDatabase database) throws IOException {
    TestProject project = new TestProject(database.url(), Map.of());
    for (int index = 0; index < FILES.size(); index++) {
      Files.writeString(
          project.folder().resolve("migrations/r%d.yaml".formatted(index + 1)), FILES.get(index));
    }
    return project;
  }

  private static List<String> dump(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      List<String> lines = new ArrayList<>();
      if (database.dialectName().equals("postgresql")) {
        lines.addAll(CatalogDump.of(connection));
      } else {
        lines.addAll(sqlite(connection));
      }
      if (lines.stream().anyMatch(line -> line.contains("full_name"))) {
        lines.addAll(rows(connection, "select id, full_name from users"));
      }
      return lines;
    }
  }

  private static Set<String> sqlite(Connection connection) throws SQLException {
    String tables =
        " from sqlite_master m, %s where m.type = 'table' and m.name not like 'migrator%%'";
    Set<String> lines = new TreeSet<>();
    lines.addAll(
        rows(
            connection,
            "select m.name, p.cid, p.name, p.type, p.\"notnull\", p.dflt_value, p.pk"
                + tables.formatted("pragma_table_xinfo(m.name) p")));
    lines.addAll(
        rows(
            connection,
            "select m.name, p.\"table\", p.\"from\", p.\"to\", p.on_delete"
                + tables.formatted("pragma_foreign_key_list(m.name) p")));
    lines.addAll(
        rows(
            connection,
            "select m.name, p.name, p.\"unique\", p.partial"
                + tables.formatted("pragma_index_list(m.name) p")));
    return lines;
  }

  private static List<String> rows(Connection connection, String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          line.append(rows.getString(column)).append(" | ");
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }
}
