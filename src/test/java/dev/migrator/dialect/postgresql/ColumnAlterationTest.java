package dev.migrator.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.dialect.Inspection;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.Change;
import dev.migrator.operation.TypeChange;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Identity;
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

/** What becomes of rows, and of what stands on a column, when its attributes change. */
class ColumnAlterationTest {

  private static final QualifiedName TABLE = QualifiedName.of("t");

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
        "text|enum(gender_enum)|'MALE'|MALE",
        "enum(gender_enum)|varchar(20)|'MALE'|MALE",
        "enum(gender_enum)[]|text[]|'{MALE}'|{MALE}",
        "integer|text|7|7",
        "text|integer|'7'|7",
        "boolean|bigint|true|1",
        "numeric|boolean|7|t",
        "timestamp|date|'2020-01-01 12:00'|2020-01-01",
        "json|jsonb|'{\"a\":  1}'|{\"a\": 1}",
        "bigint|interval|90|00:01:30",
        "interval|numeric|'00:01:30'|90.000000",
        "timestamp|timestamptz|'2020-01-01 12:00'|2020-01-01 12:00:00+00",
        "timestamptz|date|'2020-01-01 23:30:00-05'|2020-01-02",
        "timestamptz|time|'2020-01-01 23:30:00-05'|04:30:00",
        "date|timestamptz|'2020-01-01'|2020-01-01 00:00:00+00",
        "timestamp[]|timestamptz[]|'{2020-01-01 12:00}'|{\"2020-01-01 12:00:00+00\"}",
        "varchar(9)|bytes|'é'|\\xc3a9",
        "bytes|text|'\\xc3a9'|é",
        "integer|jsonb|7|7",
        "boolean|json|true|true",
        "json|integer|'7'|7",
        "jsonb|boolean|'true'|t",
        "text|text[]|'a,b'|{\"a,b\"}",
        "integer|varchar(9)[]|7|{7}",
        "integer|boolean[]|7|{t}",
        "text|integer[]|'{1,2}'|{1,2}",
        "varchar(9)[]|text|'{a,b}'|a,b",
        "bigint[]|integer|'{7,8}'|7",
        "text[]|integer|'{7}'|7",
        "text[]|jsonb|'{a,b}'|[\"a\", \"b\"]",
        "boolean[]|integer[]|'{t,f}'|{1,0}",
        "text[]|uuid[]|null|null",
        "native(int4range)|native(int4multirange)|'[1,5)'|{[1,5)}",
        "native(int4multirange)|native(int4range)|'{[1,2),[4,5)}'|[1,5)",
        "native(box)|native(circle)|null|null",
        "native(point)|native(box)|'(1,2)'|(1,2),(1,2)",
        "integer|native(bit(8))|7|00000111",
        "native(varbit)|native(bit(3))|'101'|101",
        "native(money)|numeric|'7'|7.00",
        "native(inet)|native(cidr)|'10.0.0.0/8'|10.0.0.0/8",
        "varchar(40)|uuid|'00000000-0000-0000-0000-000000000001'|00000000-0000-0000-0000-000000000001",
        "text|varchar(3)|'abc'|abc",
      })
  void valuesAreConverted(String from, String to, String value, String shown) throws SQLException {
    Schema before = create(column(TypeSpelling.parse(from)));
    postgres.execute("INSERT INTO t VALUES (" + value + ")");
    Schema after = postgres.apply(before, alterType(from, to));

    assertShows(after);
    assertThat(postgres.rows("SELECT c FROM t")).containsExactly(shown);
  }

  @Test
  void largeObjectsKeepTheirContent() throws SQLException {
    Schema before = create(column(TypeSpelling.parse("text")));
    postgres.execute("INSERT INTO t VALUES ('über')");
    Schema after = postgres.apply(before, alterType("text", "clob"));
    assertThat(postgres.rows("SELECT convert_from(lo_get(c), 'UTF8') FROM t"))
        .containsExactly("über");

    postgres.apply(after, alterType("clob", "text"));
    assertThat(postgres.rows("SELECT c FROM t")).containsExactly("über");
  }

  @ParameterizedTest
  @CsvSource({"text,enum(gender_enum)", "enum(gender_enum),varchar(20)", "varchar(10),text"})
  void whatStandsOnTheColumnIsKept(String from, String to) throws SQLException {
    Column column =
        column(TypeSpelling.parse(from)).withDefault(Optional.of(Expression.of("'MALE'")));
    Schema before =
        postgres.create(
            schema(
                Table.of(TABLE, List.of(column))
                    .withChecks(List.of(Blog.check("ck", "c <> 'FEMALE'")))
                    .withIndexes(
                        List.of(
                            Blog.partial("ix", "c", "c in ('MALE', 'UNDEFINED')"),
                            Blog.partial("ix2", "c", "c is not null")))));

    Schema after = postgres.apply(before, alterType(from, to));
    assertShows(after);
    assertShows(postgres.apply(after, alterType(from, to).inverse()));
  }

  @Test
  void numberingGoesOnAfterTheRowsThatAreThere() throws SQLException {
    Schema before = create(column(TypeSpelling.parse("bigint")).withNullable(false));
    postgres.execute("INSERT INTO t VALUES (1), (7)");
    Schema after =
        postgres.apply(
            before,
            new AlterColumn(
                TABLE,
                "c",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Change<>(Optional.empty(), Optional.of(Identity.BY_DEFAULT))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    postgres.execute("INSERT INTO t DEFAULT VALUES");

    assertShows(after);
    assertThat(postgres.rows("SELECT max(c) FROM t")).containsExactly("8");
  }

  private static AlterColumn alterType(String from, String to) {
    return new AlterColumn(
        TABLE,
        "c",
        Optional.of(TypeChange.of(TypeSpelling.parse(from), TypeSpelling.parse(to))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Column column(ColumnType type) {
    return Column.of("c", type, true);
  }

  private Schema create(Column column) throws SQLException {
    return postgres.create(schema(Table.of(TABLE, List.of(column))));
  }

  private static Schema schema(Table table) {
    return Schema.of(List.of(table)).withEnums(List.of(Blog.GENDERS));
  }

  private void assertShows(Schema expected) throws SQLException {
    Inspection inspection = postgres.inspect(expected);
    assertThat(inspection.schema()).isEqualTo(Postgres.normalize(expected, inspection.spellings()));
  }
}
