package dev.migrator.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.dialect.Conversion;
import dev.migrator.schema.TypeSpelling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeConversionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "varchar(20)|text",
        "integer|bigint",
        "numeric(10,2)|integer",
        "timestamp|date",
        "timestamp(3)|timestamp",
        "enum(gender_enum)|varchar(20)",
        "enum(gender_enum)[]|text[]",
        "domain(email)|text",
        "integer|text",
        "integer[]|text",
        "timestamp[]|timestamptz[]",
        "native(bit(8))|native(bit varying(8))",
        "native(varbit)|native(bit(8))",
        "native(point)|text",
        "native(vector(3))|native(vector(4))",
      })
  void theServerAssigns(String from, String to) {
    assertThat(of(from, to)).isEqualTo(new Conversion.ByItself());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text|integer|CAST(c AS integer)",
        "varchar(20)|enum(gender_enum)|CAST(c AS gender_enum)",
        "enum(a)|enum(b)|CAST(CAST(c AS text) AS b)",
        "enum(a)[]|enum(b)[]|CAST(CAST(c AS text[]) AS b[])",
        "domain(email)|integer|CAST(CAST(c AS text) AS integer)",
        "text[]|uuid[]|CAST(c AS uuid[])",
        "boolean[]|integer[]|CAST(c AS integer[])",
        "boolean|smallint|CAST(c AS integer)",
        "bigint|boolean|c <> 0",
        "bigint|interval|c * INTERVAL '1 second'",
        "interval|numeric|EXTRACT(epoch FROM c)",
        "timestamp|timestamptz|c AT TIME ZONE 'UTC'",
        "timestamptz|timestamp(3)|c AT TIME ZONE 'UTC'",
        "timestamptz|date|CAST(c AT TIME ZONE 'UTC' AS date)",
        "date|timestamptz|CAST(c AS timestamp) AT TIME ZONE 'UTC'",
        "text|native(citext)|CAST(c AS citext)",
        "native(citext)|integer|CAST(c AS integer)",
        "text|clob|lo_from_bytea(0, convert_to(c, 'UTF8'))",
        "clob|text|convert_from(lo_get(c), 'UTF8')",
        "blob|bytes|lo_get(c)",
        "varchar(9)|bytes|convert_to(c, 'UTF8')",
        "bytes|text|convert_from(c, 'UTF8')",
        "integer|jsonb|to_jsonb(c)",
        "boolean|json|to_json(c)",
        "json|integer|CAST(CAST(c AS jsonb) AS integer)",
        "jsonb|boolean|CAST(c AS boolean)",
        "text|text[]|CASE WHEN c IS NOT NULL THEN ARRAY[c] END",
        "integer|varchar(9)[]|CASE WHEN c IS NOT NULL THEN ARRAY[c] END",
        "integer|boolean[]|CASE WHEN c IS NOT NULL THEN ARRAY[c <> 0] END",
        "text|integer[]|CAST(c AS integer[])",
        "varchar(9)[]|text|array_to_string(c, ',')",
        "bigint[]|integer|c[1]",
        "text[]|integer|CAST(c[1] AS integer)",
        "text[]|jsonb|to_jsonb(c)",
        "native(int4range)|native(int4multirange)|CAST(c AS int4multirange)",
        "native(int4multirange)|native(int4range)|range_merge(c)",
        "native(box)|native(circle)|CAST(c AS circle)",
        "integer|native(bit(8))|CAST(c AS bit(8))",
      })
  void anExpressionConverts(String from, String to, String using) {
    assertThat(of(from, to)).isEqualTo(new Conversion.ByExpression(using));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "boolean|date",
        "integer|timestamp",
        "integer|uuid",
        "time|timestamp",
        "date|time",
        "integer|enum(gender_enum)",
        "bytes|integer",
        "jsonb|date",
        "composite(address)|integer",
        "native(point)|uuid",
        "native(line)|native(circle)",
        "native(int4range)|native(daterange)",
        "native(bit(8))|boolean",
        "integer[]|uuid",
        "bigint[]|boolean[]",
        "boolean|date[]",
        "json|text[]",
      })
  void nothingMakesSense(String from, String to) {
    assertThat(of(from, to)).isEqualTo(new Conversion.Unknown());
  }

  private static Conversion of(String from, String to) {
    return new TypeConversion(TypeSpelling.parse(from), TypeSpelling.parse(to)).of("c");
  }
}
