package dev.migrator.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.execute.ExecutionListener;
import dev.migrator.testing.CatalogDump;
import dev.migrator.testing.TestDatabase;
import dev.migrator.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of thing that PostgreSQL has, imported and recreated. */
class PostgresqlImportTest {

  @ParameterizedTest
  @ValueSource(strings = {"everything", "casts", "circles", "from_18_on"})
  void isMadeTheSame(String file) throws IOException, SQLException {
    try (TestDatabase first = TestDatabase.postgres();
        TestDatabase second = TestDatabase.postgres()) {
      String sql = Files.readString(Path.of("src/test/resources/imports", file + ".sql"));
      first.assumeItKnows(sql);
      execute(first, sql);
      Import.Result result =
          ImportedCopy.test(first, second, CatalogDump::of, List.of("schema | public"));
      assertThat(result.leftOut()).isEmpty();
    }
  }

  @Test
  void whatCannotBeRecreatedIsNamed() throws IOException, SQLException {
    try (TestDatabase database = TestDatabase.postgres();
        TestProject project = new TestProject(database.url(), Map.of())) {
      execute(
          database,
          """
          CREATE SCHEMA app;
          CREATE TABLE app.seats (id int PRIMARY KEY, at date NOT NULL);
          ALTER TABLE app.seats CLUSTER ON seats_pkey;
          CREATE INDEX seats_year ON app.seats (extract(year FROM at));
          ALTER INDEX app.seats_year ALTER COLUMN 1 SET STATISTICS 300;
          GRANT SELECT ON app.seats TO public;
          CREATE TYPE place AS (x int, y int);
          CREATE TABLE places OF place;
          CREATE TABLE days (day date NOT NULL) PARTITION BY RANGE (day);
          CREATE TABLE days_1 PARTITION OF days FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
          CREATE INDEX days_day ON ONLY days (day);
          CREATE OPERATOR CLASS backwards FOR TYPE int USING btree AS
            OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 btint4cmp(int, int);
          CREATE FOREIGN DATA WRAPPER nowhere;
          CREATE SERVER elsewhere FOREIGN DATA WRAPPER nowhere;
          CREATE FOREIGN TABLE far (id int) SERVER elsewhere;
          CREATE PUBLICATION news FOR TABLE places;
          """);
      Import.Result result =
          Import.run(
              project.open(), new Import.Request("baseline", true), ExecutionListener.SILENT);
      assertThat(result.leftOut())
          .containsExactly(
              "foreign data wrapper nowhere",
              "foreign server elsewhere",
              "foreign table far",
              "index days_day on days: not all partitions have their part of it",
              "operator class backwards",
              "privileges on app.seats (GRANT)",
              "publication news",
              "the index that table app.seats is clustered on, seats_pkey",
              "the statistics target of column 1 of index app.seats_year",
              "the type of typed table places");
    }
  }

  @Test
  void whatIsSaidOfANotNullOrASequenceBesideIsNamed() throws IOException, SQLException {
    String sql =
        """
        CREATE TABLE nn (a int, b int NOT NULL NO INHERIT);
        ALTER TABLE nn ADD CONSTRAINT a_nn NOT NULL a NOT VALID;
        CREATE UNLOGGED SEQUENCE quick;
        CREATE UNLOGGED TABLE fast (id int GENERATED ALWAYS AS IDENTITY);
        """;
    try (TestDatabase database = TestDatabase.postgres();
        TestProject project = new TestProject(database.url(), Map.of())) {
      database.assumeItKnows(sql);
      execute(database, sql);
      Import.Result result =
          Import.run(
              project.open(), new Import.Request("baseline", true), ExecutionListener.SILENT);
      assertThat(result.leftOut())
          .containsExactly(
              "NO INHERIT of the NOT NULL of column nn.b",
              "NOT VALID of the NOT NULL of column nn.a: a copy has it validated",
              "UNLOGGED of sequence quick: a copy of it is logged");
      assertThat(project.check().findings()).isEmpty();
    }
  }

  @Test
  void aDifferenceInCastsAloneIsAFinding() throws IOException, SQLException {
    try (TestDatabase database = TestDatabase.postgres();
        TestProject project = new TestProject(database.url(), Map.of())) {
      execute(
          database,
          """
          CREATE TABLE staff (
            hired date DEFAULT ('now'::text)::date,
            level text DEFAULT (1.5)::int::text,
            code varchar DEFAULT 'abc'::varchar(2),
            CONSTRAINT before CHECK (hired <= ('now'::text)::date),
            CONSTRAINT known CHECK (hired IN (('now'::text)::date)));
          """);
      Import.run(project.open(), new Import.Request("baseline", true), ExecutionListener.SILENT);
      execute(
          database,
          """
          ALTER TABLE staff ALTER hired SET DEFAULT 'now', ALTER level SET DEFAULT '1.5',
            ALTER code SET DEFAULT 'abc', DROP CONSTRAINT before, DROP CONSTRAINT known,
            ADD CONSTRAINT before CHECK (hired <= 'now'), ADD CONSTRAINT known CHECK (hired IN ('now'));
          """);
      assertThat(project.check().findings())
          .extracting(finding -> finding.text().replaceAll("\\d{4}-\\d\\d-\\d\\d", "TODAY"))
          .containsExactly(
              "outside the revisions: drop check before on staff",
              "outside the revisions: drop check known on staff",
              "outside the revisions: alter column staff.hired (default 'TODAY')",
              "outside the revisions: alter column staff.level (default '1.5')",
              "outside the revisions: alter column staff.code (default 'abc')",
              "outside the revisions: add check before on staff",
              "outside the revisions: add check known on staff");
    }
  }

  @Test
  void anIndexThatServesNothingIsAFinding() throws IOException, SQLException {
    try (TestDatabase database = TestDatabase.postgres();
        TestProject project = new TestProject(database.url(), Map.of())) {
      execute(database, "CREATE TABLE seats (id int); CREATE INDEX seats_id ON seats (id)");
      Import.run(project.open(), new Import.Request("baseline", true), ExecutionListener.SILENT);
      execute(
          database,
          "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'seats_id'::regclass");
      assertThat(project.check().findings())
          .extracting(Check.Finding::text)
          .containsExactly(
              "index seats_id on seats is invalid: building it did not come to its end."
                  + " REINDEX INDEX it, or drop it.");
    }
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
