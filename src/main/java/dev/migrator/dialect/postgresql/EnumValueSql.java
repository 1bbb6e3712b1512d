package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.literal;
import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeRef;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Expressions over values that are made of an enumeration: of it, or of an array, a domain or a
 * composite type over it.
 *
 * @param schema the schema in which the values are
 * @param chain the types
 */
record EnumValueSql(Schema schema, TypeChain chain) {

  /** Whether the expression holds one of the values. */
  String holds(String expression, ColumnType type, List<String> values) {
    if (type instanceof DomainRef domain) {
      return holds(expression, schema.domain(domain.name()).orElseThrow().type(), values);
    }
    if (type instanceof ArrayType array && rows(array).isPresent()) {
      return "EXISTS (SELECT FROM unnest(%s) AS element WHERE %s)"
          .formatted(expression, holds("element", innermost(array), values));
    }
    String literals =
        values.stream().map(PostgresqlIdentifiers::literal).collect(Collectors.joining(", "));
    if (type instanceof ArrayType) {
      return "%s::text[] && ARRAY[%s]".formatted(expression, literals);
    }
    return composite(type)
        .map(
            composite ->
                composite.attributes().stream()
                    .filter(attribute -> chain.holds(attribute.type()))
                    .map(a -> holds(attribute(expression, a.name()), a.type(), values))
                    .collect(Collectors.joining(" OR ")))
        .orElseGet(() -> "%s::text IN (%s)".formatted(expression, literals));
  }

  /**
   * The expression as a value of the type that has taken the old one's name. For an array of rows
   * there has to be a cast of one such row.
   *
   * @param replace for a value that goes, the value that comes in its place
   */
  String converted(String expression, ColumnType type, SortedMap<String, String> replace) {
    String target = "::" + PostgresqlTypes.sql(type);
    if (type instanceof ArrayType array) {
      return elements(expression, array, replace) + target;
    }
    if (type instanceof DomainRef domain) {
      ColumnType base = schema.domain(domain.name()).orElseThrow().type();
      return converted(expression, base, replace) + target;
    }
    return composite(type)
        .map(found -> row(expression, found, replace))
        .orElseGet(() -> replaced(expression + "::text", replace) + target);
  }

  /** A row none of whose attributes has a value is not the same as no row. */
  String row(String expression, CompositeType type, SortedMap<String, String> replace) {
    String values =
        type.attributes().stream()
            .map(
                attribute -> {
                  String value = attribute(expression, attribute.name());
                  return chain.holds(attribute.type())
                      ? converted(value, attribute.type(), replace)
                      : value;
                })
            .collect(Collectors.joining(", "));
    return "CASE WHEN %s IS DISTINCT FROM NULL THEN ROW(%s)::%s END"
        .formatted(expression, values, quote(type.name()));
  }

  private static String attribute(String expression, String name) {
    return "(%s).%s".formatted(expression, quote(name));
  }

  private String elements(String expression, ArrayType type, SortedMap<String, String> replace) {
    if (rows(type).isPresent()) {
      return replace.isEmpty() ? expression + "::text" : expression;
    }
    String text = expression + "::text[]";
    for (Map.Entry<String, String> entry : replace.entrySet()) {
      text =
          "array_replace(%s, %s, %s)"
              .formatted(text, literal(entry.getKey()), literal(entry.getValue()));
    }
    return text;
  }

  private static String replaced(String text, SortedMap<String, String> replace) {
    return replace.isEmpty()
        ? text
        : replace.entrySet().stream()
            .map(e -> "WHEN %s THEN %s".formatted(literal(e.getKey()), literal(e.getValue())))
            .collect(Collectors.joining(" ", "(CASE " + text + " ", " ELSE " + text + " END)"));
  }

  private Optional<CompositeType> composite(ColumnType type) {
    return type instanceof CompositeRef reference
        ? schema.compositeType(reference.name())
        : Optional.empty();
  }

  /** The type of the rows that an array holds; empty for an array of anything else. */
  Optional<CompositeType> rows(ArrayType type) {
    ColumnType element = innermost(type);
    while (element instanceof DomainRef domain) {
      element = schema.domain(domain.name()).orElseThrow().type();
    }
    return composite(element);
  }

  private static ColumnType innermost(ArrayType type) {
    return type.element() instanceof ArrayType inner ? innermost(inner) : type.element();
  }
}
