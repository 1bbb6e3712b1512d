package dev.migrator.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteRoundTripTest {

  @Test
  void showsWhatItCreated() throws Exception {
    try (SqliteFile file = new SqliteFile()) {
      Schema schema = Blog.fill(file);
      assertThat(file.inspect()).isEqualTo(SqliteFile.normalize(schema));
    }
  }

  @Test
  void normalizingTwiceChangesNothingMore() throws Exception {
    try (SqliteFile file = new SqliteFile()) {
      Blog.fill(file);
      assertThat(SqliteFile.normalize(file.inspect())).isEqualTo(file.inspect());
    }
  }

  @Test
  void leavesNothingAfterTheInverse() throws Exception {
    try (SqliteFile file = new SqliteFile()) {
      Schema schema = Blog.fill(file);
      List<SchemaChange> inverse =
          new ArrayList<>(Blog.CREATION.stream().map(SchemaChange::inverse).toList());
      Collections.reverse(inverse);
      file.migrate(schema, inverse);
      assertThat(file.query("SELECT name FROM sqlite_schema")).isEmpty();
    }
  }
}
