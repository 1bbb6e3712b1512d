package dev.migrator.diff;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeRef;
import dev.migrator.schema.Domain;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value as an SQL literal that both databases read as the column's type.
 *
 * @param schema where enumerations and domains are looked up
 */
record FillLiteral(Schema schema) {

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final List<String> BOOLEANS = List.of("true", "false");

  /**
   * The literal.
   *
   * @throws IllegalArgumentException with the reason, if the text is no value of the type
   */
  String of(String value, ColumnType type) {
    if (type instanceof DomainRef reference) {
      Optional<Domain> domain = schema.domain(reference.name());
      return domain.isPresent() ? of(value, domain.get().type()) : SqlTokens.literal(value);
    }
    if (type instanceof EnumRef reference) {
      schema.enumType(reference.name()).ifPresent(enumeration -> requireLabel(value, enumeration));
      return SqlTokens.literal(value);
    }
    if (type instanceof ArrayType || type instanceof CompositeRef) {
      throw needsExpression(type);
    }
    return type instanceof BasicType basic ? of(value, basic) : SqlTokens.literal(value);
  }

  private static String of(String value, BasicType type) {
    Kind kind = type.kind();
    return switch (kind) {
      case BOOLEAN -> {
        String word = value.toLowerCase(Locale.ROOT);
        require(BOOLEANS.contains(word), "a boolean is true or false");
        yield word;
      }
      case SMALLINT, INTEGER, BIGINT -> {
        require(INTEGER.matcher(value).matches(), "'%s' is no whole number".formatted(value));
        yield value;
      }
      case REAL, DOUBLE, NUMERIC -> {
        require(NUMBER.matcher(value).matches(), "'%s' is no number".formatted(value));
        yield value;
      }
      case UUID -> {
        require(UUID.matcher(value).matches(), "'%s' is no UUID".formatted(value));
        yield SqlTokens.literal(value.toLowerCase(Locale.ROOT));
      }
      case CHAR,
          VARCHAR,
          TEXT,
          DATE,
          TIME,
          TIMETZ,
          TIMESTAMP,
          TIMESTAMPTZ,
          INTERVAL,
          JSON,
          JSONB,
          XML ->
          SqlTokens.literal(value);
      case BYTES, CLOB, BLOB, INET -> throw needsExpression(type);
    };
  }

  private static void requireLabel(String value, EnumType type) {
    require(
        type.values().contains(value),
        "%s has no value '%s'; it has %s"
            .formatted(type.name(), value, String.join(", ", type.values())));
  }

  private static void require(boolean fits, String otherwise) {
    if (!fits) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** Each database writes such a value in a way of its own. */
  private static IllegalArgumentException needsExpression(ColumnType type) {
    return new IllegalArgumentException(
        "a value of type %s is written in SQL: give %s"
            .formatted(type.spelling(), Fill.Form.EXPRESSION.option()));
  }
}
