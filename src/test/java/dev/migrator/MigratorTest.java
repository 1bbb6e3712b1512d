package dev.migrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.command.CreateRevision;
import dev.migrator.command.Decisions;
import dev.migrator.command.History;
import dev.migrator.command.Import;
import dev.migrator.command.Init;
import dev.migrator.command.NewRevision;
import dev.migrator.command.PlanMove;
import dev.migrator.command.Rebase;
import dev.migrator.command.RevisionInfo;
import dev.migrator.command.Squash;
import dev.migrator.command.Stamp;
import dev.migrator.command.Template;
import dev.migrator.execute.ExecutionResult;
import dev.migrator.problem.ProblemException;
import dev.migrator.revision.Direction;
import dev.migrator.revision.file.RevisionFormat;
import dev.migrator.testing.Folders;
import dev.migrator.testing.SourceCompiler;
import dev.migrator.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The use cases from a program; isolated, because what the process prints is watched. */
@Isolated
class MigratorTest {

  private static final String FIRST = "@Entity class Author { @Id Long id; String name; }";
  private static final String SECOND =
      "@Entity class Author { @Id Long id; String name; String email; }";

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private Path folder = Path.of("");
  private Path configuration = Path.of("");

  /** The first test to need the server says where it found it. */
  @BeforeAll
  static void startTheServer() {
    TestDatabase.postgres().close();
  }

  @BeforeEach
  void begin() throws IOException {
    folder = Files.createTempDirectory("migrator-java");
    configuration = folder.resolve("migrator.yaml");
    Files.writeString(configuration, "models: {classpath: [classes]}\n");
    PrintStream watched = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(watched);
    System.setErr(watched);
  }

  @AfterEach
  void nothingIsPrinted() throws IOException {
    System.setOut(out);
    System.setErr(err);
    Folders.delete(folder);
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void doesEverythingWithADataSource(String dialect) throws SQLException {
    try (TestDatabase database = TestDatabase.of(dialect)) {
      Pool pool = new Pool(database, false);
      Migrator migrator = Migrator.of(configuration).withDataSource(pool.dataSource());
      everything(migrator);
      assertThat(pool.lent).isNotEmpty();
      for (Connection connection : pool.lent) {
        assertThat(connection.isClosed()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void doesEverythingWithAConnectionAndLeavesItOpen(String dialect) throws SQLException {
    try (TestDatabase database = TestDatabase.of(dialect);
        Connection connection = database.connect()) {
      everything(Migrator.of(configuration).withConnection(connection));
      assertThat(connection.isClosed()).isFalse();
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void doesEverythingWithAUrl(String dialect) {
    try (TestDatabase database = TestDatabase.of(dialect)) {
      everything(Migrator.of(configuration).withUrl(database.url()));
    }
  }

  private void everything(Migrator migrator) {
    model(FIRST);
    CreateRevision.Result first = migrator.autogenerate("add authors");
    assertThat(first.file()).isPresent();
    assertThat(migrator.check().findings()).hasSize(1);
    assertThat(migrator.upgradeScript("head")).containsIgnoringCase("create table");
    assertThat(migrator.plan(new PlanMove.Request(Direction.UPGRADE, "head")))
        .singleElement()
        .matches(planned -> planned.operations().equals(List.of("create table author")));
    assertThat(migrator.ensureVersion()).hasSize(2);
    assertThat(migrator.upgrade("head").steps()).hasSize(1);

    model(SECOND);
    assertThat(migrator.check().findings()).hasSize(1);
    migrator.autogenerate("add mail");
    ExecutionResult second = migrator.upgrade("head");
    assertThat(second.before()).isNotEqualTo(second.after());
    assertThat(migrator.check().findings()).isEmpty();
    assertThat(migrator.autogenerate("nothing").file()).isEmpty();

    assertThat(messages(migrator.history())).containsExactly("add mail", "add authors");
    assertThat(messages(migrator.current().revisions())).containsExactly("add mail");
    assertThat(migrator.current().atHeads()).isTrue();
    assertThat(migrator.history(new History.Request(Optional.of("current:"), true)))
        .singleElement()
        .matches(RevisionInfo::current);
    assertThat(messages(migrator.heads())).containsExactly("add mail");
    assertThat(migrator.show("current").get(0).upgrade()).hasSize(1);
    assertThat(migrator.downgradeScript("-1")).containsIgnoringCase("drop");
    assertThat(migrator.downgrade("base").after()).isEmpty();
    assertThat(migrator.stamp("head").after()).isEqualTo(second.after());
    assertThat(migrator.stamp(new Stamp.Request(List.of("base"), true)).after()).isEmpty();
    branches(migrator);
  }

  private static void branches(Migrator migrator) {
    String root = migrator.history().get(1).header().id().value();
    write(migrator, "count authors", root);
    assertThat(migrator.branches()).singleElement().matches(b -> b.children().size() == 2);
    migrator.merge(after("", List.of()));
    assertThat(migrator.heads()).hasSize(1);
    assertThat(migrator.squash(new Squash.Request("base:head", NewRevision.of("all"))).replaced())
        .hasSize(4);
    assertThat(migrator.upgrade("head").steps()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void beginsAProjectWithADatabaseThatIsThere(String dialect) throws SQLException {
    try (TestDatabase database = TestDatabase.of(dialect);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE author (id bigint NOT NULL PRIMARY KEY)");
      Path file = folder.resolve("shop/migrator.yaml");
      Init.Result begun = Migrator.init(new Init.Request(file, "db", Template.of("plain")));
      assertThat(begun.directory()).isEqualTo(folder.resolve("shop/db"));
      Migrator migrator = Migrator.of(file).withConnection(connection);
      assertThat(migrator.importDatabase(new Import.Request("baseline", true)).stamped()).isTrue();
      assertThat(messages(migrator.current().revisions())).containsExactly("baseline");

      String baseline = migrator.heads().get(0).header().id().value();
      String one = write(migrator, "one", baseline);
      String two = write(migrator, "two", baseline);
      migrator.rebase(new Rebase.Request(two, Optional.of(one)));
      assertThat(messages(migrator.history())).containsExactly("two", "one", "baseline");
    }
  }

  @Test
  void refusesAConnectionThatIsInsideATransaction() throws SQLException {
    try (TestDatabase database = TestDatabase.sqlite();
        Connection connection = database.connect()) {
      Files.createDirectory(folder.resolve("migrations"));
      connection.setAutoCommit(false);
      Migrator migrator = Migrator.of(configuration).withConnection(connection);
      assertThatThrownBy(migrator::current)
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("auto-commit");
      connection.setAutoCommit(true);
      assertThat(migrator.current().revisions()).isEmpty();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void servesSeveralThreads(String dialect) throws Exception {
    try (TestDatabase database = TestDatabase.of(dialect);
        Connection connection = database.connect()) {
      model(FIRST);
      Migrator pooled =
          Migrator.of(configuration).withDataSource(new Pool(database, true).dataSource());
      Migrator shared = Migrator.of(configuration).withConnection(connection);
      pooled.autogenerate("add authors");
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<ExecutionResult>> results = new ArrayList<>();
      for (Migrator migrator : List.of(pooled, shared, pooled, shared)) {
        results.add(threads.submit(() -> migrator.upgrade("head")));
      }
      int steps = 0;
      for (Future<ExecutionResult> result : results) {
        steps += result.get().steps().size();
      }
      threads.shutdown();
      assertThat(steps).isEqualTo(1);
    }
  }

  @Test
  void theDocumentationCompilesAndRuns() throws Exception {
    model(FIRST);
    Path classes = folder.resolve("snippets");
    SourceCompiler.compile(snippets(), classes);
    try (TestDatabase database = TestDatabase.sqlite();
        URLClassLoader loader =
            new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, MigratorTest.class.getClassLoader())) {
      DataSource pool = new Pool(database, true).dataSource();
      Migrator.of(configuration).withDataSource(pool).autogenerate("add authors");
      Method migrate =
          loader.loadClass("Start").getDeclaredMethod("migrate", Path.class, DataSource.class);
      migrate.setAccessible(true);
      assertThat(migrate.invoke(null, configuration, pool)).isEqualTo(1);
      assertThat(migrate.invoke(null, configuration, pool)).isEqualTo(0);
      Method findings = loader.loadClass("UpToDate").getDeclaredMethod("findings", Path.class);
      findings.setAccessible(true);
      assertThat((List<?>) findings.invoke(null, configuration)).isEmpty();
    }
  }

  private static Map<String, String> snippets() throws IOException {
    Map<String, String> snippets = new LinkedHashMap<>();
    Pattern.compile("(?ms)^```java\\n// (\\S+)\\n(.*?)^```$")
        .matcher(Files.readString(Path.of("docs/java.md")))
        .results()
        .forEach(block -> snippets.put(block.group(1), block.group(2)));
    return snippets;
  }

  private void model(String source) {
    SourceCompiler.compile(Map.of("Author.java", source), folder.resolve("classes"));
  }

  /** Writes an empty revision behind another; the id of the new one. */
  private static String write(Migrator migrator, String message, String parent) {
    migrator.revision(
        new CreateRevision.Request(
            after(message, List.of(parent)),
            CreateRevision.Source.EMPTY,
            false,
            Decisions.NONE,
            false,
            false));
    return migrator.heads().stream()
        .map(RevisionInfo::header)
        .filter(header -> header.message().equals(message))
        .findFirst()
        .orElseThrow()
        .id()
        .value();
  }

  private static NewRevision after(String message, List<String> parents) {
    return new NewRevision(
        message,
        parents,
        true,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        RevisionFormat.YAML);
  }

  private static List<String> messages(List<RevisionInfo> revisions) {
    return revisions.stream().map(revision -> revision.header().message()).toList();
  }

  /** A pool that remembers what it lent. */
  private record Pool(TestDatabase database, boolean autoCommit, List<Connection> lent) {

    Pool(TestDatabase database, boolean autoCommit) {
      this(database, autoCommit, new ArrayList<>());
    }

    DataSource dataSource() {
      return (DataSource)
          Proxy.newProxyInstance(
              Pool.class.getClassLoader(),
              new Class<?>[] {DataSource.class},
              (proxy, method, arguments) -> connection());
    }

    private synchronized Connection connection() throws SQLException {
      Connection connection = database.connect();
      connection.setAutoCommit(autoCommit);
      lent.add(connection);
      return connection;
    }
  }
}
