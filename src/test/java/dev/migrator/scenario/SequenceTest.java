package dev.migrator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.dialect.Inspection;
import dev.migrator.diff.CurrentSchema;
import dev.migrator.diff.ModelComparison;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.Change;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.DropByName;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SchemaChange;
import dev.migrator.problem.ProblemException;
import dev.migrator.schema.ModelHints;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequences on PostgreSQL, and the tables that stand for them on SQLite. */
class SequenceTest {

  private static final QualifiedName NAME = QualifiedName.of("thing_seq");
  private static final Sequence THINGS = Sequence.of(NAME, 1, 50);

  /** What Hibernate's schema creation runs for the generator of an entity {@code Thing}. */
  private static final Map<String, String> MADE_BY_HIBERNATE =
      Map.of(
          "postgresql",
          "create sequence thing_seq start with 1 increment by 50",
          "sqlite",
          "create table thing_seq (next_val bigint);"
              + " insert into thing_seq ( next_val ) values ( 1 )");

  /** What Hibernate asks for the next number with. */
  private static final Map<String, String> NEXT =
      Map.of(
          "postgresql", "select nextval('thing_seq');",
          "sqlite", "select next_val from thing_seq;");

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void countsAsHibernateExpects(String dialect) throws SQLException {
    try (TestDatabase server = TestDatabase.of(dialect);
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      database.change(List.of(new CreateSequence(Sequence.of(NAME, 1000, 50))), Schema.EMPTY);

      assertThat(database.rows(NEXT.get(dialect) + "\n1000")).contains("1000");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void findsWhatHibernateMade(String dialect) throws SQLException {
    try (TestDatabase server = TestDatabase.of(dialect);
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      database.execute(MADE_BY_HIBERNATE.get(dialect));
      ModelComparison found = compare(database, of(THINGS), Schema.EMPTY);

      assertThat(found.changes()).isEmpty();
      assertThat(found.unmanaged()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void reportsOneThatNobodyKnows(String dialect) throws SQLException {
    try (TestDatabase server = TestDatabase.of(dialect);
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      database.execute(MADE_BY_HIBERNATE.get(dialect));
      ModelComparison found = compare(database, Schema.EMPTY, Schema.EMPTY);

      assertThat(found.changes()).isEmpty();
      assertThat(found.unmanaged()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void altersWhatRevisionsMade(String dialect) throws SQLException {
    try (TestDatabase server = TestDatabase.of(dialect);
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      database.change(List.of(new CreateSequence(THINGS)), Schema.EMPTY);
      Sequence wanted = THINGS.withIncrement(1).withMaximum(Optional.of(999L)).withCycle(true);
      List<Operation> upgrade = compare(database, of(wanted), of(THINGS)).upgrade();
      database.change(upgrade, of(THINGS));

      assertThat(upgrade).containsExactly(AlterSequence.between(THINGS, wanted));
      assertThat(compare(database, of(wanted), of(wanted)).changes()).isEmpty();
      assertThat(compare(database, Schema.EMPTY, of(wanted)).changes())
          .containsExactly(new DropSequence(wanted));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void dropsByName(String dialect) throws SQLException {
    try (TestDatabase server = TestDatabase.of(dialect);
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      Operation drop = new DropByName(DropByName.Kind.SEQUENCE, Optional.empty(), NAME, true);
      database.change(List.of(drop), Schema.EMPTY);
      database.execute(MADE_BY_HIBERNATE.get(dialect));
      database.change(List.of(drop), Schema.EMPTY);

      assertThat(database.inspect().schema()).isEqualTo(Schema.EMPTY);
    }
  }

  @Test
  void turnsItsDirectionOnPostgresql() throws SQLException {
    try (TestDatabase server = TestDatabase.of("postgresql");
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      Sequence up = THINGS.withMinimum(Optional.of(-10L)).withMaximum(Optional.of(10L));
      Sequence down = up.withIncrement(-1);
      database.change(List.of(new CreateSequence(up)), Schema.EMPTY);
      database.change(List.of(AlterSequence.between(up, down)), of(up));

      assertThat(database.inspect().schema()).isEqualTo(of(down));
    }
  }

  @Test
  void standsInAnotherSchemaOnPostgresqlAlone() throws SQLException {
    Namespace app = new Namespace("app");
    Sequence tickets = Sequence.of(QualifiedName.of("app", "ticket_seq"), 7, 1);
    Schema wanted = of(tickets).withNamespaces(List.of(app));
    try (TestDatabase server = TestDatabase.of("postgresql");
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      List<SchemaChange> changes = compare(database, wanted, Schema.EMPTY).changes();
      database.change(List.copyOf(changes), Schema.EMPTY);

      assertThat(database.inspect(wanted).schema()).isEqualTo(wanted);
    }
    try (TestDatabase server = TestDatabase.of("sqlite");
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      assertThatThrownBy(() -> database.change(List.of(new CreateSequence(tickets)), Schema.EMPTY))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("SQLite has no schemas");
    }
  }

  @Test
  void refusesWhatIsNone() {
    assertThatThrownBy(() -> Sequence.of(NAME, 1, 0)).hasMessageContaining("increment of 0");
    assertThatThrownBy(() -> THINGS.withCache(0)).hasMessageContaining("cache below 1");
    assertThatThrownBy(() -> AlterSequence.between(THINGS, THINGS))
        .hasMessageContaining("changes nothing");
    AlterSequence alteration = AlterSequence.between(THINGS, THINGS.withStart(5));
    assertThatThrownBy(() -> alteration.applyTo(Schema.EMPTY))
        .hasMessageContaining("sequence 'thing_seq' does not exist");
    assertThat(alteration.start()).contains(new Change<>(1L, 5L));
    assertThat(alteration.describe()).isEqualTo("alter sequence thing_seq (start 1 to 5)");
  }

  private static ModelComparison compare(ScenarioDatabase database, Schema model, Schema replayed)
      throws SQLException {
    Inspection inspection = database.inspect(model, replayed);
    UnaryOperator<Schema> normalize =
        schema -> database.dialect().normalizer().normalize(schema, inspection.spellings());
    Schema current = CurrentSchema.reconcile(replayed, inspection.schema(), normalize);
    return ModelComparison.compare(
        model,
        List.of(),
        ModelHints.NONE,
        current,
        replayed,
        normalize,
        Set.<String>of()::contains);
  }

  private static Schema of(Sequence sequence) {
    return Schema.EMPTY.withSequences(List.of(sequence));
  }
}
