package dev.migrator.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.TypeSpelling;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionFormTest {

  private static final Set<String> VARCHAR_COLUMNS = Set.of("name", "Title");

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
        // where a cast says something it stays
        "f('x'::text) = 1|f('x'::text) = 1",
        "n / 2::numeric > 1|n / 2::numeric > 1",
        "2::numeric / n > 1|2::numeric / n > 1",
        "day > now() - '1 day'::interval|day > now() - '1 day'::interval",
        "other::text = 'x'|other::text = 'x'",
        "a = ANY (b)|a = any (b)",
        "a = ANY (ARRAY[b, 1])|a = any (array[b, 1])",
      })
  void aConditionHasOneSpelling(String given, String expected) {
    String spelled = ExpressionForm.of(given, VARCHAR_COLUMNS);

    assertThat(spelled).isEqualTo(expected);
    assertThat(ExpressionForm.of(spelled, VARCHAR_COLUMNS)).isEqualTo(spelled);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "varchar(20)|'x'::character varying|'x'",
        "varchar|'it''s'::character varying(20)|'it''s'",
        "enum(gender_enum)|'A'::gender_enum|'A'",
        "enum(app.gender_enum)|'A'::app.gender_enum|'A'",
        "jsonb|'{}'::jsonb|'{}'",
        "text[]|'{}'::text[]|'{}'",
        "text[]|ARRAY['a'::text, 'b'::text]|array['a', 'b']",
        "enum(g)[]|ARRAY['a'::g]|array['a'::g]",
        "timestamp|'2020-01-01 00:00:00'::timestamp without time zone|'2020-01-01 00:00:00'",
        "timestamp(3)|'2020-01-01'::timestamp(3) without time zone|'2020-01-01'",
        "timestamptz|CURRENT_TIMESTAMP|now()",
        "timestamptz|now()|now()",
        "timestamp|timezone('utc'::text, now())|timezone('utc'::text, now())",
        "integer|'-1'::integer|-1",
        "integer|(-1)|-1",
        "integer|- 1|-1",
        "integer|'42'|42",
        "numeric(10,2)|'-1.50'::numeric|-1.50",
        "numeric|'1.5'::numeric(10,2)|1.5",
        "double|1.5::double precision|1.5",
        "varchar|'-1'|'-1'",
        "boolean|'t'|true",
        "boolean|'FALSE'::boolean|false",
        "bigint|nextval('t_id_seq'::regclass)|nextval('t_id_seq'::regclass)",
        "interval|'1 day'::interval|'1 day'",
        "uuid|GEN_RANDOM_UUID()|gen_random_uuid()",
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
