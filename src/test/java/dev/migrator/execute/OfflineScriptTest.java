package dev.migrator.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.SqlSplitter;
import dev.migrator.dialect.postgresql.PostgresqlDialect;
import dev.migrator.dialect.sqlite.SqliteDialect;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddUnique;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.DropUnique;
import dev.migrator.operation.RunJava;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.RevisionStep;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.Column;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import dev.migrator.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"postgresql", "sqlite"})
class OfflineScriptTest {

  /** The history's moment and duration, which a script cannot know. */
  private static final Pattern TIME =
      Pattern.compile("('[0-9T:.-]+Z'|CURRENT_TIMESTAMP), (\\d+|NULL)(?=, '1\\.2\\.3')");

  private static final QualifiedName USERS = QualifiedName.of("users");
  private static final Column EMAIL = Column.of("email", BasicType.of(Kind.TEXT), false);
  private static final Table TABLE =
      Table.of(USERS, List.of(Column.of("id", BasicType.of(Kind.BIGINT), false), EMAIL));
  private static final UniqueConstraint UNIQUE =
      new UniqueConstraint(Optional.of("uq_users_email"), List.of("email"));

  @Parameter String dialectName;

  private final Migrations migrations = new Migrations();
  private TestDatabase file;
  private Dialect dialect;
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    file = TestDatabase.of(dialectName);
    dialect =
        new PlacingDialect(
            dialectName.equals("sqlite") ? new SqliteDialect() : new PostgresqlDialect());
    connection = dialect.connect(file.url(), new Properties(), Dialect.Access.WRITE);
    migrations
        .revision("a", List.of(new CreateTable(TABLE)), List.of(new DropTable(TABLE)))
        .revision("b", "INSERT INTO users VALUES (1, 'a;b') -- not this: ;", "DELETE FROM users")
        .revision(
            "c", List.of(new AddUnique(USERS, UNIQUE)), List.of(new DropUnique(USERS, UNIQUE)))
        .revision(
            "d",
            "/* COMMIT_AFTER */ CREATE TABLE t (id integer)",
            "INSERT INTO t VALUES (1)",
            "/* ALONE */ VACUUM")
        .revision(
            "e",
            List.of(new DropUnique(USERS, UNIQUE), new DropColumn(USERS, EMAIL)),
            List.of(new AddColumn(USERS, Column.of("email", BasicType.of(Kind.TEXT), true))));
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    file.close();
  }

  @Test
  void printsTheStatementsOfAnOnlineRunInOrder() {
    RecordingConnection recorded = new RecordingConnection(connection);
    String script = script(steps());

    migrations.upgrade(dialect, recorded.connection());

    assertThat(comparable(statements(script))).isEqualTo(comparable(recorded.statements()));
    assertThat(comparable(statements(script))).hasSizeGreaterThan(18);
  }

  @Test
  void theScriptDoesWhatAnOnlineRunDoes() throws SQLException {
    run(script(steps()));

    assertThat(Rows.versions(connection)).containsExactly("e");
    assertThat(migrations.upgrade(dialect, connection).steps()).isEmpty();
    assertThat(Rows.history(connection)).hasSize(8).endsWith("e|upgrade|done|1|1");

    run(script(migrations.downgradeTo("c").apply(heads("e"))));

    assertThat(Rows.versions(connection)).containsExactly("c");
  }

  @Test
  void theScriptRunsWhereTheTablesAreFromBefore() throws SQLException {
    migrations.executor(dialect, connection).run(migrations.upgradeTo("a"));
    migrations.downgrade(dialect, connection, "base");

    run(script(migrations.upgradeTo("a").apply(heads())));

    assertThat(Rows.versions(connection)).containsExactly("a");
  }

  @Test
  void theScriptStopsWhereTheDatabaseIsNotAtItsStart() {
    migrations.executor(dialect, connection).run(migrations.upgradeTo("a"));

    assertThatThrownBy(() -> run(script(steps()))).isInstanceOf(SQLException.class);
  }

  @Test
  void hasACommentForEachRevisionAndLinesForTheShell() {
    String script = script(steps());

    assertThat(script)
        .startsWith(String.join("\n", dialect.scriptFormat().stopOnError()) + "\n\n-- the tables")
        .containsSubsequence(
            "\n-- upgrade base -> a, make a\n",
            "\n-- upgrade a -> b, make b\n",
            "\n-- upgrade d -> e")
        .contains("INSERT INTO users VALUES (1, 'a;b') -- not this: ;\n;\n");
    assertThat(script(steps(), true)).startsWith("-- the tables");
    assertThat(script(migrations.downgradeTo("-1").apply(heads("e")), true))
        .startsWith("-- downgrade e -> d, make e\n");
    assertThat(script(List.of())).isEmpty();
  }

  @Test
  void refusesARevisionThatCallsAClass() {
    migrations.revision("b", List.of(new RunJava("com.example.Fill")), List.of());

    assertThatThrownBy(() -> script(steps()))
        .isInstanceOf(MigrationException.class)
        .hasMessage(
            "revision 'b' (make b) calls a Java class (run com.example.Fill), which a script cannot"
                + " do. Leave it out of the range, or run it online.");
  }

  @Test
  void refusesACommandOfTheTransaction() {
    migrations.revision("b", "DELETE FROM users; COMMIT");

    assertThatThrownBy(() -> script(steps()))
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith("revision 'b': its SQL has the statement 'COMMIT', but ");
  }

  private List<RevisionStep> steps() {
    return migrations.upgradeTo("head").apply(heads());
  }

  private static SortedSet<RevisionId> heads(String... ids) {
    SortedSet<RevisionId> heads = new TreeSet<>();
    List.of(ids).forEach(id -> heads.add(new RevisionId(id)));
    return heads;
  }

  private String script(List<RevisionStep> steps) {
    return script(steps, false);
  }

  private String script(List<RevisionStep> steps, boolean plain) {
    return OfflineScript.of(
        steps,
        steps.isEmpty() ? Schema.EMPTY : migrations.replayed(steps.get(0).before()),
        plain,
        dialect,
        migrations.settings(),
        migrations,
        warning -> {});
  }

  private void run(String script) throws SQLException {
    for (String sql : statements(script)) {
      Rows.execute(connection, sql);
    }
  }

  /** The statements as the shell reads them: without the lines that it keeps for itself. */
  private static List<String> statements(String script) {
    return SqlSplitter.split(script.replaceAll("(?m)^[.\\\\].*$", ""));
  }

  /** Without transactions, settings, locks, the assertions of a script and the comments. */
  private static List<String> comparable(List<String> statements) {
    List<String> comparable = new ArrayList<>();
    for (String statement : statements) {
      String sql = statement.replaceAll("(?m)^-- .*\n", "").replaceAll(" -- .*", "").strip();
      if (!sql.matches(
          "(?s)(BEGIN|COMMIT|DO |SET LOCAL|SET CONSTRAINTS|PRAGMA|.*migrator_assertion|SELECT).*")) {
        comparable.add(TIME.matcher(sql).replaceAll("TIME"));
      }
    }
    return comparable;
  }
}
