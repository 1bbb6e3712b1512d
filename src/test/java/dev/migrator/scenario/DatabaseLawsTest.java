package dev.migrator.scenario;

import dev.migrator.dialect.Inspection;
import dev.migrator.diff.CurrentSchema;
import dev.migrator.diff.SchemaDiffer;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.Schema;
import dev.migrator.testing.FilledIn;
import dev.migrator.testing.RandomSchemas;
import dev.migrator.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The fifth law, on random schemas: what a database shows after a change is what was wanted, and
 * what it shows after the way back is what was there.
 */
class DatabaseLawsTest {

  @Provide
  Arbitrary<Schema> schemas() {
    return RandomSchemas.any();
  }

  @Property
  void onPostgresql(@ForAll("schemas") Schema from, @ForAll("schemas") Schema to)
      throws SQLException {
    thereAndBack("postgresql", from, to);
  }

  @Property
  void onSqlite(@ForAll("schemas") Schema from, @ForAll("schemas") Schema to) throws SQLException {
    thereAndBack("sqlite", from, to);
  }

  private static void thereAndBack(String dialect, Schema from, Schema to) throws SQLException {
    try (TestDatabase server = TestDatabase.of(dialect);
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      change(database, Schema.EMPTY, SchemaDiffer.diff(Schema.EMPTY, from), from);
      List<SchemaChange> changes = SchemaDiffer.diff(from, to);
      change(database, from, changes, to);
      List<SchemaChange> inverses =
          new ArrayList<>(changes.stream().map(SchemaChange::inverse).toList());
      Collections.reverse(inverses);
      change(database, to, inverses, from);
    }
  }

  private static void change(
      ScenarioDatabase database, Schema before, List<SchemaChange> changes, Schema after)
      throws SQLException {
    Schema current = current(database, before);
    SchemaLaws.assertSame("the reconciled schema", current, before);
    database.change(List.copyOf(FilledIn.on(database.dialect(), changes)), current);
    Inspection inspection = database.inspect(after);
    SchemaLaws.assertSame(
        "inspected after " + changes,
        inspection.schema(),
        database.dialect().normalizer().normalize(after, inspection.spellings()));
  }

  private static Schema current(ScenarioDatabase database, Schema replayed) throws SQLException {
    Inspection inspection = database.inspect(replayed);
    return CurrentSchema.reconcile(
        replayed,
        inspection.schema(),
        schema -> database.dialect().normalizer().normalize(schema, inspection.spellings()));
  }
}
