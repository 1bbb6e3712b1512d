package dev.migrator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.dialect.Inspection;
import dev.migrator.diff.SchemaDiffer;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.Schema;
import dev.migrator.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The way from one schema to another and back, on a real database with rows in it.
 *
 * @param dialect the database
 * @param from the schema at first
 * @param to the schema at the end of the way there
 */
record ThereAndBack(String dialect, Schema from, Schema to) {

  /**
   * What a column of {@code users} holds at the end of the way there, before it goes back: the
   * values by the rows' ids.
   *
   * @param rows the statements that fill the table; nothing is asked where they are empty
   */
  String values(String column, String rows) throws SQLException {
    try (TestDatabase server = TestDatabase.of(dialect);
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      database.change(List.copyOf(SchemaDiffer.diff(Schema.EMPTY, from)), Schema.EMPTY);
      database.execute(rows);
      List<SchemaChange> changes = SchemaDiffer.diff(from, to);
      SchemaLaws.holdFor(changes, from, to);
      List<SchemaChange> inverses =
          new ArrayList<>(changes.stream().map(SchemaChange::inverse).toList());
      Collections.reverse(inverses);
      database.change(List.copyOf(changes), from);
      assertHolds(database, to);
      String query = "select %s from users order by id;\n0".formatted(column);
      String values =
          rows.isEmpty() ? "" : String.join(" ", database.rows(query).lines().skip(1).toList());
      database.change(List.copyOf(inverses), to);
      assertHolds(database, from);
      return values;
    }
  }

  private static void assertHolds(ScenarioDatabase database, Schema expected) throws SQLException {
    Inspection inspection = database.inspect(expected);
    SchemaLaws.assertSame(
        "inspected",
        inspection.schema(),
        database.dialect().normalizer().normalize(expected, inspection.spellings()));
    assertThat(database.current(expected)).isEqualTo(expected);
  }
}
