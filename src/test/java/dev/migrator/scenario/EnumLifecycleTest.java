package dev.migrator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.dialect.Inspection;
import dev.migrator.diff.CurrentSchema;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Column;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import dev.migrator.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of changes of enumerations over tables with rows, up and down in any order:
 * after each step the database shows what is wanted, no row is lost, and each holds what it is to
 * hold.
 */
class EnumLifecycleTest {

  private static final int STEPS = 6;
  private static final int MOVES = 10;

  /** How many sequences, where {@code -Dproperties.tries} does not say. */
  private static final int SEQUENCES = 12;

  @Test
  void onPostgresql() throws SQLException {
    run("postgresql");
  }

  @Test
  void onSqlite() throws SQLException {
    run("sqlite");
  }

  private static void run(String dialect) throws SQLException {
    int sequences = Integer.getInteger("properties.tries", SEQUENCES);
    for (long seed : new Random().longs(sequences).toArray()) {
      try (TestDatabase server = TestDatabase.of(dialect);
          ScenarioDatabase database = new ScenarioDatabase(server)) {
        new Walk(dialect, database, new Random(seed)).run();
      } catch (SQLException | RuntimeException | AssertionError failure) {
        throw new AssertionError("the sequence of seed " + seed + " failed", failure);
      }
    }
  }

  /** One way up and down. */
  private static final class Walk {

    private final String dialect;
    private final ScenarioDatabase database;
    private final Random random;
    private final EnumSteps steps;
    private final EnumRows rows = new EnumRows();
    private final List<List<SchemaChange>> done = new ArrayList<>();
    private Schema schema = Schema.EMPTY;
    private Schema current = Schema.EMPTY;
    private int position;
    private int lastId;

    Walk(String dialect, ScenarioDatabase database, Random random) {
      this.dialect = dialect;
      this.database = database;
      this.random = random;
      steps = new EnumSteps(random);
    }

    void run() throws SQLException {
      for (int move = 0; move < MOVES; move++) {
        boolean up = position == 0 || (position < STEPS && random.nextInt(3) > 0);
        if (up) {
          up();
        } else {
          down();
        }
        insert();
        assertRows();
      }
      while (position > 0) {
        down();
        assertRows();
      }
      assertThat(database.inspect(Schema.EMPTY).schema()).isEqualTo(Schema.EMPTY);
    }

    private void up() throws SQLException {
      if (position == done.size()) {
        List<SchemaChange> changes = steps.next(schema);
        SchemaLaws.holdFor(changes, schema, apply(changes));
        done.add(changes);
      }
      change(done.get(position));
      position++;
    }

    private void down() throws SQLException {
      position--;
      List<SchemaChange> inverses =
          new ArrayList<>(done.get(position).stream().map(SchemaChange::inverse).toList());
      Collections.reverse(inverses);
      for (SchemaChange inverse : inverses) {
        if (inverse instanceof AlterEnum alter
            && alter.removed().stream().anyMatch(v -> rows.holds(schema, alter.name(), v))) {
          refuse(alter, inverses);
        }
      }
      change(inverses);
    }

    /** A value that rows hold is not taken away; then they are given one that stays. */
    private void refuse(AlterEnum change, List<SchemaChange> changes) throws SQLException {
      assertThatThrownBy(() -> database.change(List.copyOf(changes), current))
          .hasMessageContaining("cannot lose");
      assertShown();
      assertRows();
      List<String> staying =
          change.from().stream().filter(value -> change.to().contains(value)).toList();
      for (String sql : rows.overwrite(schema, change.name(), staying.get(0), dialect)) {
        database.execute(sql);
      }
    }

    private void change(List<SchemaChange> changes) throws SQLException {
      database.change(List.copyOf(changes), current);
      for (SchemaChange change : changes) {
        rows.apply(change, schema);
        schema = change.applyTo(schema);
      }
      assertShown();
    }

    private Schema apply(List<SchemaChange> changes) {
      Schema after = schema;
      for (SchemaChange change : changes) {
        after = change.applyTo(after);
      }
      return after;
    }

    private void assertShown() throws SQLException {
      Inspection inspection = database.inspect(schema);
      UnaryOperator<Schema> normalize =
          any -> database.dialect().normalizer().normalize(any, inspection.spellings());
      SchemaLaws.assertSame(
          "inspected after " + history(), inspection.schema(), normalize.apply(schema));
      current = CurrentSchema.reconcile(schema, inspection.schema(), normalize);
    }

    /** A row of each table, with any values that its columns take. */
    private void insert() throws SQLException {
      for (QualifiedName name : rows.names()) {
        Table table = schema.table(name).orElseThrow();
        int id = ++lastId;
        Map<String, Optional<List<String>>> values = new LinkedHashMap<>();
        table.columns().stream()
            .filter(column -> !column.name().equals("id"))
            .forEach(column -> values.put(column.name(), value(column)));
        database.execute(
            "insert into %s (id%s) values (%d%s)"
                .formatted(
                    SqlTokens.quoted(name),
                    values.keySet().stream()
                        .map(column -> ", " + SqlTokens.quoted(column))
                        .collect(Collectors.joining()),
                    id,
                    values.entrySet().stream()
                        .map(
                            cell ->
                                ", "
                                    + EnumRows.literal(
                                        table.column(cell.getKey()).orElseThrow(),
                                        cell.getValue(),
                                        dialect))
                        .collect(Collectors.joining())));
        rows.insert(name, id, values);
      }
    }

    /** A text column holds nothing new, since it may have to be an enumeration again. */
    private Optional<List<String>> value(Column column) {
      boolean array = column.type() instanceof ArrayType;
      if (column.nullable() && random.nextInt(4) == 0) {
        return Optional.empty();
      }
      if (array && ((ArrayType) column.type()).element() instanceof EnumRef element) {
        List<String> values = schema.enumType(element.name()).orElseThrow().values();
        return Optional.of(List.of(steps.any(values), steps.any(values)));
      }
      if (column.type() instanceof EnumRef reference) {
        return Optional.of(
            List.of(steps.any(schema.enumType(reference.name()).orElseThrow().values())));
      }
      return column.nullable()
          ? Optional.empty()
          : column.defaultValue().map(sql -> List.of(SqlTokens.literals(sql.toString()).get(0)));
    }

    private List<List<String>> history() {
      return done.stream()
          .map(changes -> changes.stream().map(SchemaChange::describe).toList())
          .toList();
    }

    private void assertRows() throws SQLException {
      for (QualifiedName name : rows.names()) {
        Table table = schema.table(name).orElseThrow();
        assertThat(database.lines(table))
            .as("rows of %s after %d steps of %s", name, position, history())
            .isEqualTo(rows.lines(table));
      }
    }
  }
}
