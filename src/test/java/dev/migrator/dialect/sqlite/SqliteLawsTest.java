package dev.migrator.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What holds for any change between two schemas in a real file. */
class SqliteLawsTest {

  private static SqliteFile file;

  /** What the file holds: each try goes on from where the last one ended. */
  private static Schema current;

  @BeforeContainer
  static void open() throws SQLException {
    file = new SqliteFile();
    current = Schema.EMPTY;
  }

  @AfterContainer
  static void close() throws SQLException {
    file.close();
  }

  @Provide
  Arbitrary<Schema> schemas() {
    return RandomSchemas.any();
  }

  @Property
  void theDatabaseShowsWhatTheChangesLeadTo(@ForAll("schemas") Schema target) throws SQLException {
    List<SchemaChange> changes = filledIn(SchemaDiffer.diff(current, target));
    try {
      Schema end = file.migrate(current, changes);
      shows(end);
      Schema back = file.migrate(end, inverse(changes));
      shows(back);
      current = file.migrate(back, changes);
    } catch (AssertionError | SQLException | RuntimeException failure) {
      throw new AssertionError("from %s by %s".formatted(current, changes), failure);
    }
  }

  @Property
  void normalizingTwiceChangesNothingMore(@ForAll("schemas") Schema schema) {
    Schema normalized = SqliteFile.normalize(schema);
    assertThat(SqliteFile.normalize(normalized)).isEqualTo(normalized);
  }

  private static void shows(Schema schema) throws SQLException {
    assertThat(file.inspect().withoutColumnOrder())
        .isEqualTo(SqliteFile.normalize(schema).withoutColumnOrder());
    assertThat(file.query("PRAGMA foreign_keys")).containsExactly("1");
  }

  private static List<SchemaChange> inverse(List<SchemaChange> changes) {
    List<SchemaChange> inverses =
        new ArrayList<>(changes.stream().map(SchemaChange::inverse).toList());
    Collections.reverse(inverses);
    return filledIn(inverses);
  }

  private static List<SchemaChange> filledIn(List<SchemaChange> changes) {
    return FilledIn.on(SqliteFile.DIALECT, changes);
  }
}
