package dev.migrator.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.TypeSpelling;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionFormTest {

  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("name", "varchar"),
          Map.entry("Title", "varchar"),
          Map.entry("state", "gender_enum"),
          Map.entry("day", "date"),
          Map.entry("at", "timestamptz"),
          Map.entry("letter", "char"),
          Map.entry("r", "real"),
          Map.entry("n", "integer"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what a person writes | its one spelling
        "(AGE  >  0)|age > 0",
        "\"age\">-1|age > -1",
        "\"Age\" != 1|\"Age\" <> 1",
        "\"user\" = current_user|\"user\" = current_user",
        "lower( name ) = 'a'|lower(name) = 'a'",
        "(a = 1) and (b = 2)|(a = 1) and (b = 2)",
        "created < CURRENT_TIMESTAMP|created < now()",
        "a[1] = 1|a[1] = 1",
        // what the server shows | the same
        "age > '-1'::integer|age > -1",
        "price >= 0::numeric|price >= 0",
        "name::text <> ''::text|name <> ''",
        "\"Title\"::text <> ''::text|\"Title\" <> ''",
        "lower(name::text) ~~ 'a%'::text|lower(name) ~~ 'a%'",
        "state = 'A'::gender_enum AND age > 0|state = 'A' and age > 0",
        "day > '2020-01-01'::date|day > '2020-01-01'",
        "name::text = ANY (ARRAY['p'::character varying, 'q'::character varying]::text[])|name in ('p', 'q')",
        "name::text = ANY (ARRAY['p'::character varying::text, 'q'::character varying::text])|name in ('p', 'q')",
        "n <> ALL (ARRAY[1, 2]) OR n IS NULL|n not in (1, 2) or n is null",
        "COALESCE(note, 'x'::text) <> ''::text|coalesce(note, 'x') <> ''",
        "lower(name::text) = 'a'::text|lower(name) = 'a'",
        "letter = 'a'::bpchar|letter = 'a'",
        "state = ANY (ARRAY['A'::gender_enum, 'B'::gender_enum])|state in ('A', 'B')",
        "n = ANY (ARRAY['-1'::integer, 2])|n in (-1, 2)",
        "r > 0.1::double precision|r > 0.1",
        // where a cast says something it stays
        "day <= 'now'::text::date|day <= 'now'::text::date",
        "day <= ('now'::text)::date|day <= ('now'::text)::date",
        "at > '2020-01-01'::date|at > '2020-01-01'::date",
        "r > '0.1'::real|r > '0.1'",
        "f(n) > '0.1'::real|f(n) > '0.1'::real",
        "n > 1.5::integer|n > 1.5::integer",
        "n::text > 5::text|n::text > 5::text",
        "letter = 'a'::character(3)|letter = 'a'::character(3)",
        "name::character(3) = 'abc'::bpchar|name::character(3) = 'abc'::bpchar",
        "name = 'abc'::character varying(2)::text|name = 'abc'::character varying(2)::text",
        "day = ANY (ARRAY['now'::text]::date[])|day = any (array['now'::text]::date[])",
        "day = ANY ((ARRAY['now'::text])::date[])|day = any ((array['now'::text])::date[])",
        "name::text|name::text",
        "name::text::date > day|name::text::date > day",
        "f('x'::text) = 1|f('x'::text) = 1",
        "n / 2::numeric > 1|n / 2::numeric > 1",
        "2::numeric / n > 1|2::numeric / n > 1",
        "day > now() - '1 day'::interval|day > now() - '1 day'::interval",
        "other::text = 'x'|other::text = 'x'",
        "a = ANY (b)|a = any (b)",
        "a = ANY (ARRAY[b, 1])|a = any (array[b, 1])",
      })
  void aConditionHasOneSpelling(String given, String expected) {
    String spelled = ExpressionForm.of(given, COLUMNS);

    assertThat(spelled).isEqualTo(expected);
    assertThat(ExpressionForm.of(spelled, COLUMNS)).isEqualTo(spelled);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "varchar(20)|'x'::character varying|'x'",
        "varchar|'it''s'::character varying|'it''s'",
        "enum(gender_enum)|'A'::gender_enum|'A'",
        "enum(app.gender_enum)|'A'::app.gender_enum|'A'",
        "jsonb|'{}'::jsonb|'{}'",
        "text[]|'{}'::text[]|'{}'",
        "text[]|ARRAY['a'::text, 'b'::text]|array['a', 'b']",
        "enum(g)[]|ARRAY['a'::g]|array['a'::g]",
        "timestamp|'2020-01-01 00:00:00'::timestamp without time zone|'2020-01-01 00:00:00'",
        "timestamp(3)|'2020-01-01'::timestamp without time zone|'2020-01-01'",
        "timestamptz|CURRENT_TIMESTAMP|now()",
        "timestamptz|now()|now()",
        "timestamp|timezone('utc'::text, now())|timezone('utc'::text, now())",
        "integer|'-1'::integer|-1",
        "integer|(-1)|-1",
        "integer|- 1|-1",
        "integer|'42'|42",
        "numeric(10,2)|'-1.50'::numeric|-1.50",
        "numeric|'1.5'::numeric|1.5",
        "double|'10000000000'::numeric|10000000000",
        "bigint|'5'::integer|5",
        "char(3)|'a'::bpchar|'a'",
        "varchar(3)|'a'::bpchar|'a'",
        "char(3)|'a'::character varying|'a'",
        "varchar(3)|'a '::bpchar|'a '::bpchar",
        "varchar(3)|'a '::text|'a '",
        "varchar(5)[]|'{a}'::character varying[]|'{a}'",
        "double|1.5::double precision|1.5",
        "varchar|'-1'|'-1'",
        "boolean|'t'|true",
        "boolean|'FALSE'::boolean|false",
        "bigint|nextval('t_id_seq'::regclass)|nextval('t_id_seq'::regclass)",
        "interval|'1 day'::interval|'1 day'",
        "uuid|GEN_RANDOM_UUID()|gen_random_uuid()",
        // where a cast says something it stays
        "date|'now'::text::date|'now'::text::date",
        "date|('now'::text)::date|('now'::text)::date",
        "date|'2020-01-01'::timestamp without time zone|'2020-01-01'::timestamp without time zone",
        "text|1.5::integer::text|1.5::integer::text",
        "varchar|'abc'::character varying(2)|'abc'::character varying(2)",
        "native(bit(8))|5::bit(8)|5::bit(8)",
        "numeric|1.5::integer|1.5::integer",
        "numeric|'0.1'::double precision|'0.1'::double precision",
      })
  void aDefaultHasOneSpelling(String type, String given, String expected) {
    ColumnType columnType = TypeSpelling.parse(type);
    String spelled = TableForm.defaultForm(given, columnType).orElseThrow();

    assertThat(spelled).isEqualTo(expected);
    assertThat(TableForm.defaultForm(spelled, columnType)).contains(spelled);
  }

  @ParameterizedTest
  @CsvSource({"NULL", "(null)", "NULL::character varying"})
  void aDefaultOfNullIsNone(String given) {
    assertThat(TableForm.defaultForm(given, BasicType.varchar(20))).isEmpty();
  }
}
