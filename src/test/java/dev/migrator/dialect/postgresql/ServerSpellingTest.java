package dev.migrator.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.dialect.Inspection;
import dev.migrator.dialect.Spellings;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.TypeSpelling;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSpellingTest {

  private static final EnumType STATE = new EnumType(QualifiedName.of("state"), List.of("A", "B"));

  private Postgres postgres;

  @BeforeEach
  void open() {
    postgres = new Postgres();
  }

  @AfterEach
  void close() throws SQLException {
    postgres.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "varchar(20)|name in ('a', 'b')",
        "text|name in ('a', 'b')",
        "varchar(20)|name not in ('a')",
        "varchar(20)|(name like 'a%') or (upper(name) = 'B')",
        "integer|name between 1 and 5",
        "numeric(10,2)|(name > 0) and (name * 2 < 10)",
        "integer|not (name is null) and name != 7",
        "timestamp|name > '2020-01-01'",
        "timestamptz|name > timestamp '2020-01-01 00:00' at time zone 'utc'",
        "enum(state)|name in ('A', 'B')",
        "enum(state)|name <> 'A'",
        "text[]|name <> array['a','b']::text[]",
        "jsonb|name -> 'a' is not null",
        "varchar(20)|length(trim(name)) > case when name = 'x' then 1 else 2 end",
      })
  void aCheckMeetsWhatTheServerMadeOfIt(String type, String sql) throws SQLException {
    Schema schema = checked(type, sql);
    postgres.create(schema);

    assertMeets(schema);
  }

  @Test
  void aTextThatTheServerShowedMeetsTheOriginal() throws SQLException {
    Schema schema = checked("varchar(20)", "name in ('a', 'b')");
    postgres.create(schema);
    // What a restored dump holds: once more read, the same condition is shown otherwise.
    String shown =
        postgres
            .rows("SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint WHERE conname = 'ck'")
            .get(0);
    postgres.execute(
        "ALTER TABLE t DROP CONSTRAINT ck",
        "ALTER TABLE t ADD CONSTRAINT ck CHECK (" + shown + ")");

    assertMeets(schema);
    assertMeets(checked("varchar(20)", shown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "json|'{}'",
        "jsonb|'{\"a\": [1,2],   \"b\":null}'",
        "varchar(20)|'it''s'",
        "varchar(20)|'\"quoted\"'",
        "varchar(5)|cast('x' as varchar)",
        "double|RANDOM()",
        "timestamp|'2020-01-01'",
        "timestamptz|current_timestamp",
        "timestamp|CURRENT_TIMESTAMP AT TIME ZONE 'utc'",
        "date|date '2020-01-01'",
        "date|current_date",
        "interval|interval '1 day'",
        "interval|'24 hours'",
        "uuid|GEN_RANDOM_UUID()",
        "boolean|'no'",
        "integer|1+1",
        "bigint|(extract(epoch from now()))::bigint",
        "numeric(10,2)|1e3",
        "text[]|array['a', 'b']",
        "text[]|'{}'",
        "enum(state)|'B'",
        "enum(state)[]|'{A,B}'",
        "enum(state)[]|array['A']::state[]",
        "char(3)|'abc'",
        "bytes|'\\x00'",
      })
  void aDefaultMeetsWhatTheServerMadeOfIt(String type, String sql) throws SQLException {
    Column column =
        Column.of("name", TypeSpelling.parse(type), true)
            .withDefault(Optional.of(Expression.of(sql)));
    Schema schema = schema(Table.of(QualifiedName.of("t"), List.of(column)));
    postgres.create(schema);

    assertMeets(schema);
  }

  @Test
  void predicatesAndComputedKeysMeetWhatTheServerMadeOfThem() throws SQLException {
    Index index =
        new Index(
            Optional.of("ix"),
            List.of(
                new IndexKey(
                    new IndexKey.OnExpression(Expression.of("(lower(name) || '-' || name)")),
                    true)),
            true,
            Optional.of(Expression.of("(name in ('a','b')) and not name = 'c'")),
            Optional.empty(),
            List.of());
    Schema schema = schema(table(BasicType.varchar(20)).withIndexes(List.of(index)));
    postgres.create(schema);

    assertMeets(schema);
  }

  @Test
  void whatMeansSomethingElseStaysDifferent() throws SQLException {
    postgres.create(checked("varchar(20)", "name in ('a', 'b')"));
    Schema other = checked("varchar(20)", "name in ('a', 'c')");
    Inspection inspection = postgres.inspect(other);

    assertThat(inspection.spellings()).isEqualTo(Spellings.NONE);
    assertThat(Postgres.normalize(other, inspection.spellings())).isNotEqualTo(inspection.schema());
  }

  @Test
  void whatCannotBeReadLeavesTheOthersAlone() throws SQLException {
    CheckConstraint good = Blog.check("ck1", "not (name = 'a' or name = 'b')");
    CheckConstraint bad = Blog.check("ck2", "missing(name) > no_column");
    Table table = table(BasicType.varchar(20));
    postgres.create(schema(table.withChecks(List.of(good, Blog.check("ck2", "name <> 'z'")))));
    Inspection inspection =
        postgres.inspect(
            schema(
                table.withChecks(
                    List.of(Blog.check("ck1", "not ((name='a') or (name='b'))"), bad))));

    assertThat(inspection.spellings().texts()).hasSize(1);
  }

  @Test
  void nothingIsChangedAndTheConnectionIsLeftAsItWas() throws SQLException {
    Schema schema = checked("varchar(20)", "(name) between 'a' and 'b'");
    postgres.create(schema);
    assertMeets(schema);

    assertThat(postgres.connection().getAutoCommit()).isTrue();
    assertThat(postgres.rows("SELECT 1 FROM pg_class WHERE relname = 'migrator_spelling'"))
        .isEmpty();

    postgres.connection().setAutoCommit(false);
    postgres.execute("INSERT INTO t VALUES ('a')");
    assertMeets(schema);
    postgres.connection().commit();
    postgres.connection().setAutoCommit(true);
    assertThat(postgres.rows("SELECT name FROM t")).containsExactly("a");
  }

  @Test
  void aReaderThatMayCreateNothingComparesTokens() throws SQLException {
    Schema schema = checked("varchar(20)", "name in ('a', 'b')");
    Schema rewritten = checked("varchar(20)", "name = 'a' or (name = 'b')");
    postgres.create(schema);
    String role = "reader_" + System.nanoTime();
    String database = postgres.rows("SELECT current_database()").get(0);
    postgres.execute(
        "REVOKE TEMPORARY ON DATABASE " + database + " FROM PUBLIC",
        "CREATE ROLE " + role,
        "SET ROLE " + role);
    try {
      assertMeets(schema);
      assertThat(postgres.inspect(rewritten).spellings()).isEqualTo(Spellings.NONE);
      postgres.execute("RESET ROLE", "SET default_transaction_read_only = on");
      assertThat(postgres.inspect(rewritten).spellings()).isEqualTo(Spellings.NONE);
    } finally {
      postgres.execute(
          "RESET ROLE", "SET default_transaction_read_only = off", "DROP ROLE " + role);
    }
  }

  private void assertMeets(Schema schema) throws SQLException {
    Inspection inspection = postgres.inspect(schema);

    assertThat(Postgres.normalize(schema, inspection.spellings())).isEqualTo(inspection.schema());
  }

  private static Schema checked(String type, String sql) {
    return schema(table(TypeSpelling.parse(type)).withChecks(List.of(Blog.check("ck", sql))));
  }

  private static Table table(ColumnType type) {
    return Table.of(QualifiedName.of("t"), List.of(Column.of("name", type, true)));
  }

  private static Schema schema(Table table) {
    boolean enums =
        table.columns().stream().anyMatch(c -> c.type() instanceof EnumRef)
            || table.columns().stream().anyMatch(c -> c.type().spelling().equals("enum(state)[]"));
    return Schema.of(List.of(table)).withEnums(enums ? List.of(STATE) : List.of());
  }
}
