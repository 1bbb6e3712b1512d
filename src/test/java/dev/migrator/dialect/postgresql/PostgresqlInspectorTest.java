package dev.migrator.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.dialect.Inspection;
import dev.migrator.dialect.Scope;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.NativeType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOwner;
import dev.migrator.schema.Table;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresqlInspectorTest {

  private Postgres postgres;

  @BeforeEach
  void open() {
    postgres = new Postgres();
  }

  @AfterEach
  void close() throws SQLException {
    postgres.close();
  }

  @Test
  void anEmptyDatabaseHoldsNothing() throws SQLException {
    assertThat(postgres.inspect().schema()).isEqualTo(Schema.EMPTY);
  }

  @Test
  void whatWasCreatedIsShownInNormalForm() throws SQLException {
    Schema schema = ordered();
    postgres.create(schema);
    Inspection inspection = postgres.inspect(schema);

    assertThat(inspection.schema()).isEqualTo(Postgres.normalize(schema, inspection.spellings()));
    assertThat(Postgres.normalize(inspection.schema(), inspection.spellings()))
        .isEqualTo(inspection.schema());
  }

  @Test
  void theServersOwnNamesAreForeseen() throws SQLException {
    postgres.execute(
        """
        CREATE TABLE t (
          id integer PRIMARY KEY,
          a_column_with_a_very_long_name_indeed_which_has_to_be_cut_short integer UNIQUE,
          b integer REFERENCES t,
          c integer CHECK (c < 10), CHECK (c > 0), CHECK (b < c), CHECK (b <> c), UNIQUE (b, c))""",
        "CREATE INDEX ON t (b, lower(c::text), (c + 1))",
        "CREATE INDEX ON t ((c + 1), (b + 1), lower(b::text), lower(c::text))");
    Schema shown = postgres.inspect().schema();
    Table table = shown.table(QualifiedName.of("t")).orElseThrow();

    assertThat(ChosenNames.fill(unnamed(table))).isEqualTo(table);
  }

  private static Table unnamed(Table table) {
    return table
        .withPrimaryKey(table.primaryKey().map(key -> key.withName(Optional.empty())))
        .withUniques(table.uniques().stream().map(u -> u.withName(Optional.empty())).toList())
        .withForeignKeys(
            table.foreignKeys().stream().map(f -> f.withName(Optional.empty())).toList())
        .withChecks(table.checks().stream().map(c -> c.withName(Optional.empty())).toList())
        .withIndexes(table.indexes().stream().map(i -> i.withName(Optional.empty())).toList());
  }

  @Test
  void aSerialColumnKeepsItsDefault() throws SQLException {
    postgres.execute("CREATE TABLE t (id serial)");

    assertThat(onlyTable().columns().get(0).defaultValue())
        .contains(Expression.of("nextval('t_id_seq'::regclass)"));
    assertThat(postgres.inspect().schema().sequences())
        .extracting(Sequence::owner)
        .containsExactly(Optional.of(new SequenceOwner(QualifiedName.of("t"), "id")));
  }

  @Test
  void bookkeepingExtensionsAndOtherSchemasAreLeftOut() throws SQLException {
    postgres.execute(
        "CREATE TABLE flyway_schema_history (id integer)",
        "CREATE TABLE migrator_version (revision text)",
        "CREATE SCHEMA other",
        "CREATE TABLE other.t (id integer)",
        "CREATE TYPE other.e AS ENUM ('A')",
        "CREATE VIEW v AS SELECT 1 AS one",
        "CREATE TABLE p (id integer, e other.e) PARTITION BY LIST (id)",
        "CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)",
        "CREATE EXTENSION IF NOT EXISTS plpgsql");
    Scope scope =
        new Scope(Set.of("missing"), Set.of(QualifiedName.of("migrator_version")), List.of());
    Schema schema = Postgres.DIALECT.inspector().inspect(postgres.connection(), scope).schema();

    assertThat(schema.tables())
        .extracting(Table::name)
        .containsExactly(QualifiedName.of("p"), QualifiedName.of("p1"));
    assertThat(schema.enums()).isEmpty();
    assertThat(schema.namespaces()).isEmpty();
    assertThat(schema.tables().get(0).columns().get(1).type()).isEqualTo(new NativeType("other.e"));
  }

  @Test
  void namedSchemasAreRead() throws SQLException {
    postgres.execute(
        "CREATE SCHEMA app",
        "CREATE TYPE app.e AS ENUM ('A')",
        "CREATE TABLE t (id integer PRIMARY KEY)",
        "CREATE TABLE app.t (id integer REFERENCES public.t, e app.e DEFAULT 'A')");
    Schema schema =
        Postgres.DIALECT
            .inspector()
            .inspect(postgres.connection(), new Scope(Set.of("app", "public"), Set.of(), List.of()))
            .schema();

    assertThat(schema.namespaces()).containsExactly(new Namespace("app"));
    assertThat(schema.tables())
        .extracting(table -> table.name().toString())
        .containsExactly("t", "app.t");
    Table table = schema.table(QualifiedName.of("app", "t")).orElseThrow();
    assertThat(table.columns().get(1).type().spelling()).isEqualTo("enum(app.e)");
    assertThat(table.columns().get(1).defaultValue()).contains(Expression.of("'A'"));
    assertThat(table.foreignKeys().get(0).references()).isEqualTo(QualifiedName.of("t"));
  }

  @Test
  void theNumberOfQueriesDoesNotDependOnTheNumberOfTables() throws SQLException {
    postgres.create(ordered());
    int few = statements();
    for (int number = 0; number < 30; number++) {
      postgres.execute("CREATE TABLE t%d (id integer PRIMARY KEY, n integer)".formatted(number));
    }

    assertThat(statements()).isEqualTo(few).isLessThan(15);
  }

  /** How many statements an inspection sends that compares with what is there. */
  private int statements() throws SQLException {
    List<String> sent = new ArrayList<>();
    Connection counting =
        (Connection)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().matches("prepareStatement|createStatement|setSavepoint")) {
                    sent.add(method.getName());
                  }
                  try {
                    return method.invoke(postgres.connection(), arguments);
                  } catch (InvocationTargetException failure) {
                    throw failure.getCause();
                  }
                });
    Scope scope = new Scope(Set.of(), Set.of(), List.of(ordered()));
    Postgres.DIALECT.inspector().inspect(counting, scope);
    return sent.size();
  }

  private Table onlyTable() throws SQLException {
    return postgres.inspect().schema().tables().get(0);
  }

  /** The blog without the table whose name sorts before that of the table that it refers to. */
  private static Schema ordered() {
    Table profiles = Blog.profiles().withName(QualifiedName.of("z profiles"));
    return Blog.schema().minus(Blog.PROFILES).plus(profiles);
  }
}
