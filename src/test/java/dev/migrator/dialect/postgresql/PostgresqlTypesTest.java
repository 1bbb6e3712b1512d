package dev.migrator.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.TypeSpelling;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlTypesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "varchar(20)|varchar(20)|varchar(20)",
        "double|double precision|double",
        "bytes|bytea|bytes",
        "blob|oid|blob",
        "clob|oid|blob",
        "numeric(10)|numeric(10)|numeric(10,0)",
        "timestamp(6)|timestamp(6)|timestamp",
        "timestamptz(9)|timestamptz(9)|timestamptz",
        "time(3)|time(3)|time(3)",
        "enum(app.State)|app.\"State\"|enum(app.State)",
        "text[][]|text[][]|text[]",
        "native(CITEXT)|CITEXT|native(citext)",
        "native(int4)|int4|integer",
        "native(bit( 3 ))|bit( 3 )|native(bit(3))",
        "native(Timestamp (3) WITH time zone)|Timestamp (3) WITH time zone|timestamptz(3)",
        "native(geometry(Point, 4326))|geometry(Point, 4326)|native(geometry(point,4326))",
        "native(char)|char|char(1)",
      })
  void aTypeIsWrittenAndShown(String portable, String sql, String shown) {
    ColumnType type = TypeSpelling.parse(portable);

    assertThat(PostgresqlTypes.sql(type)).isEqualTo(sql);
    ColumnType normalized = PostgresqlTypes.normalize(type);
    assertThat(normalized.spelling()).isEqualTo(shown);
    assertThat(PostgresqlTypes.normalize(normalized)).isEqualTo(normalized);
  }

  @Test
  void theServerShowsEveryTypeInItsNormalForm() throws SQLException {
    List<ColumnType> types = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      types.add(kind == Kind.CHAR ? BasicType.of(kind, 3) : BasicType.of(kind));
    }
    for (String spelling :
        List.of(
            "varchar(255)",
            "numeric(10)",
            "numeric(10,2)",
            "time(0)",
            "timetz(3)",
            "timestamp(6)",
            "timestamptz(3)",
            "interval(3)",
            "numeric(5,1)[]",
            "timestamptz(3)[]",
            "char(2)[][]",
            "native(bit(3))",
            "native(bit varying)",
            "native(interval day to second(3))",
            "native(tsvector)",
            "native(int4range)",
            "native(bpchar)",
            "native(\"char\")",
            "native(point)[]")) {
      types.add(TypeSpelling.parse(spelling));
    }
    List<Column> columns = new ArrayList<>();
    types.forEach(type -> columns.add(Column.of("c" + columns.size(), type, true)));
    Schema schema = Schema.of(List.of(Table.of(QualifiedName.of("types"), columns)));
    try (Postgres postgres = new Postgres()) {
      postgres.create(schema);

      assertThat(postgres.inspect(schema).schema())
          .isEqualTo(Postgres.normalize(schema, postgres.inspect(schema).spellings()));
    }
  }
}
