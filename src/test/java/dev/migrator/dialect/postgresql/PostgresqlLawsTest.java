package dev.migrator.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.dialect.Inspection;
import dev.migrator.diff.SchemaDiffer;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.Schema;
import dev.migrator.testing.FilledIn;
import dev.migrator.testing.RandomSchemas;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What holds for any change between two schemas on a real server. */
class PostgresqlLawsTest {

  private static Postgres postgres;

  /** What the database holds: each try goes on from where the last one ended. */
  private static Schema current;

  @BeforeContainer
  static void open() {
    postgres = new Postgres();
    current = Schema.EMPTY;
  }

  @AfterContainer
  static void close() throws SQLException {
    postgres.close();
  }

  @Provide
  Arbitrary<Schema> schemas() {
    return RandomSchemas.any();
  }

  @Property
  void theDatabaseShowsWhatTheChangesLeadTo(@ForAll("schemas") Schema target) throws SQLException {
    Schema start = current;
    List<SchemaChange> changes = filledIn(SchemaDiffer.diff(start, target));
    try {
      Schema end = postgres.apply(start, changes);
      shows(end);
      Schema back = postgres.apply(end, inverse(changes));
      shows(back);
      current = postgres.apply(back, changes);
    } catch (AssertionError | SQLException | RuntimeException failure) {
      throw new AssertionError("from %s by %s".formatted(start, changes), failure);
    }
  }

  private static void shows(Schema schema) throws SQLException {
    Inspection inspection = postgres.inspect(schema);
    assertThat(inspection.schema().withoutColumnOrder())
        .isEqualTo(Postgres.normalize(schema, inspection.spellings()).withoutColumnOrder());
    assertThat(Postgres.normalize(inspection.schema(), inspection.spellings()))
        .isEqualTo(inspection.schema());
  }

  private static List<SchemaChange> inverse(List<SchemaChange> changes) {
    List<SchemaChange> inverses =
        new ArrayList<>(changes.stream().map(SchemaChange::inverse).toList());
    Collections.reverse(inverses);
    return filledIn(inverses);
  }

  private static List<SchemaChange> filledIn(List<SchemaChange> changes) {
    return FilledIn.on(new PostgresqlDialect(), changes);
  }
}
