package dev.migrator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.command.Decisions;
import dev.migrator.dialect.Inspection;
import dev.migrator.dialect.SqlGenerator;
import dev.migrator.diff.CurrentSchema;
import dev.migrator.hibernate.HibernateOracle;
import dev.migrator.hibernate.JpaModel;
import dev.migrator.operation.Operation;
import dev.migrator.problem.ProblemException;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionId;
import dev.migrator.schema.Schema;
import dev.migrator.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One scenario on one database: the model before is brought in as a first revision, the model after
 * as a second one, and every law is looked at on the way there and back.
 */
final class ScenarioRun implements AutoCloseable {

  private final Scenario scenario;
  private final String dialect;
  private final TestDatabase server;
  private final ScenarioDatabase database;
  private final ScenarioProject project;
  private final Map<String, String> outcome = new TreeMap<>();
  private Schema replayed = Schema.EMPTY;

  ScenarioRun(Scenario scenario, String dialect) throws IOException, SQLException {
    this.scenario = scenario;
    this.dialect = dialect;
    this.server = TestDatabase.of(dialect);
    this.database = new ScenarioDatabase(server);
    this.project = new ScenarioProject(server.url(), scenario.options());
  }

  /** What came out for each section that expects something. */
  Map<String, String> run() throws IOException, SQLException {
    bringInTheModelBefore();
    runSection("before.sql");
    Schema start = current();
    runSection("data.sql");
    project.useModel(scenario.sources("after"));
    if (scenario.section("error").isPresent()) {
      refuse(start);
    } else {
      thereAndBack(start);
    }
    if (scenario.isMapping()) {
      askHibernate();
    } else if (scenario.section("before.sql").isEmpty()) {
      leaveNothing();
    }
    return outcome;
  }

  private void bringInTheModelBefore() throws IOException, SQLException {
    if (scenario.sources("before").isEmpty()) {
      return;
    }
    project.useModel(scenario.sources("before"));
    String text = autogenerate("before").orElse("");
    project.upgrade();
    replayed = apply(RevisionText.parse(text).upgrade(), Schema.EMPTY);
    assertHolds("after the first upgrade", replayed);
    assertNothingDiffers();
  }

  private void thereAndBack(Schema start) throws IOException, SQLException {
    Optional<String> text = autogenerateTwice();
    outcome.put("operations", text.map(RevisionText::upgrade).orElse("[]\n"));
    if (text.isPresent()) {
      thereAndBack(text.get(), start);
    }
  }

  private void thereAndBack(String text, Schema start) throws IOException, SQLException {
    Revision revision = RevisionText.parse(text);
    Schema target = apply(revision.upgrade(), start);
    SchemaLaws.holdBetween(start, target);
    SchemaLaws.holdFor(RevisionText.changes(revision), start, target);
    assertDeterministic(revision, start);
    String script = project.script(Direction.UPGRADE, "head");
    List<String> forth = upgrade(target);
    assertPrinted(script, forth, revision.header().parents());
    outcome.put(dialect + ".upgrade.sql", StatementText.of(forth));
    assertNothingDiffers();
    script = project.script(Direction.DOWNGRADE, "-1");
    List<String> back = project.downgrade("-1");
    assertPrinted(script, back, List.of(revision.header().id()));
    outcome.put(dialect + ".downgrade.sql", StatementText.of(back));
    assertHolds("after the downgrade", start);
    upgrade(target);
  }

  private List<String> upgrade(Schema target) throws SQLException {
    List<String> statements = project.upgrade();
    assertHolds("after the upgrade", target);
    expectRows();
    return statements;
  }

  private void assertDeterministic(Revision revision, Schema start) {
    SqlGenerator generator = database.dialect().sqlGenerator();
    assertThat(generator.generate(revision.upgrade(), start))
        .as("law 7: the statements again")
        .isEqualTo(generator.generate(revision.upgrade(), start));
  }

  private void assertPrinted(String script, List<String> statements, List<RevisionId> heads) {
    SortedSet<String> from = new TreeSet<>(heads.stream().map(RevisionId::value).toList());
    assertThat(StatementText.ofScript(script, database.dialect().scriptFormat(), from))
        .as("law 8: the script's statements")
        .isEqualTo(StatementText.plain(statements));
  }

  private void refuse(Schema start) throws SQLException {
    assertThatThrownBy(
            () -> {
              autogenerate("after", scenario.options().decisions());
              project.upgrade();
            })
        .isInstanceOfSatisfying(
            ProblemException.class, refusal -> outcome.put("error", refusal.getMessage() + "\n"));
    assertHolds("after the refusal", start);
    expectRows();
  }

  private void askHibernate() throws IOException, SQLException {
    HibernateChecks checks = scenario.hibernate();
    JpaModel model = JpaModel.of(project.classes(), scenario.options().models());
    HibernateOracle oracle = new HibernateOracle(model, server);
    if (checks.ours(dialect)) {
      oracle.acceptsOurs();
    }
    leaveNothing();
    if (checks.theirs(dialect)) {
      oracle.isAccepted();
    }
  }

  private void leaveNothing() throws SQLException {
    project.downgrade("base");
    SchemaLaws.assertSame("law 5: at base", database.inspect().schema(), Schema.EMPTY);
  }

  private Optional<String> autogenerateTwice() throws IOException {
    Decisions decisions = scenario.options().decisions();
    Optional<Path> first = project.autogenerate("after", decisions);
    String text = first.isPresent() ? Files.readString(first.get()) : "";
    if (first.isPresent()) {
      Files.delete(first.get());
    }
    Optional<String> second = autogenerate("after", decisions);
    assertThat(RevisionText.operations(second.orElse("")))
        .as("law 7: generated twice")
        .isEqualTo(RevisionText.operations(text));
    return second;
  }

  private Optional<String> autogenerate(String message) throws IOException {
    return autogenerate(message, Decisions.NONE);
  }

  private Optional<String> autogenerate(String message, Decisions decisions) throws IOException {
    Optional<Path> file = project.autogenerate(message, decisions);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    String text = Files.readString(file.get());
    SchemaLaws.holdForFile(text);
    return Optional.of(text);
  }

  private void runSection(String name) throws SQLException {
    Optional<String> sql = scenario.section(name);
    if (sql.isPresent()) {
      server.assumeItKnows(sql.get());
      database.execute(sql.get());
    }
  }

  private void expectRows() throws SQLException {
    Optional<String> queries = scenario.section("expect.sql");
    if (queries.isPresent()) {
      String rows = database.rows(queries.get());
      String before = outcome.put("expect.sql", rows);
      assertThat(rows).as("the rows after each upgrade").isEqualTo(before == null ? rows : before);
    }
  }

  /** The schema of the database in the spelling of its revisions. */
  private Schema current() throws SQLException {
    Inspection inspection = database.inspect(replayed);
    return CurrentSchema.reconcile(
        replayed, inspection.schema(), schema -> normalize(schema, inspection));
  }

  private void assertHolds(String when, Schema expected) throws SQLException {
    Inspection inspection = database.inspect(expected);
    SchemaLaws.assertSame(
        "law 5: inspected " + when, inspection.schema(), normalize(expected, inspection));
  }

  private Schema normalize(Schema schema, Inspection inspection) {
    return database.dialect().normalizer().normalize(schema, inspection.spellings());
  }

  private void assertNothingDiffers() throws IOException {
    assertThat(autogenerate("again")).as("law 5: autogenerate again").isEmpty();
  }

  private static Schema apply(List<Operation> operations, Schema before) {
    Schema schema = before;
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  /** Whether the server writes what it is asked for as the text has it. */
  boolean isSpelledAs(String expected) {
    return server.spells(expected);
  }

  @Override
  public void close() throws IOException, SQLException {
    database.close();
    project.close();
    server.close();
  }
}
