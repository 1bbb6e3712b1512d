package dev.migrator.entity;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeRef;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.Expression;
import dev.migrator.schema.NativeType;
import dev.migrator.schema.SqlTokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the conditions on the parts of an embeddable that is kept as one value: a struct or a JSON
 * document. A column would say itself that it takes no NULL, and which values it takes; for a part
 * a check of the table does, on PostgreSQL alone.
 *
 * @see <a
 *     href="https://docs.hibernate.org/orm/7.0/userguide/html_single/#embeddable-mapping-aggregate">Hibernate:
 *     aggregate embeddable mapping</a>
 */
final class AggregateChecks {

  private static final String POSTGRESQL = "postgresql";
  private static final int FRACTION_DIGITS = 6;

  private final ColumnReader columns;
  private final Structs structs;
  private final Joins joins;
  private final Naming naming;

  AggregateChecks(ColumnReader columns, Structs structs, Joins joins, Naming naming) {
    this.columns = columns;
    this.structs = structs;
    this.joins = joins;
    this.naming = naming;
  }

  /**
   * The condition on an attribute's parts, if there is any to be made.
   *
   * @param column the attribute's column, as it is in its table
   */
  Optional<CheckConstraint> of(Attribute aggregate, Column column) {
    return ofWhole(aggregate, SqlText.identifier(column.name()), column.nullable())
        .map(sql -> new Expression.PerDialect(Map.of(POSTGRESQL, sql, "sqlite", "")))
        .map(expression -> new CheckConstraint(Optional.empty(), expression));
  }

  private Optional<String> ofWhole(Attribute aggregate, String path, boolean nullable) {
    List<String> conditions = new ArrayList<>();
    for (Attribute part : inOrder(aggregate)) {
      if (isAggregate(part)) {
        // Hibernate puts no parentheses around the one that comes first.
        boolean first = conditions.isEmpty();
        ofInner(aggregate, part, path)
            .ifPresent(inner -> conditions.add(first ? inner : "(" + inner + ")"));
      } else {
        parts(part)
            .flatMap(each -> each.condition(path, aggregate.kind()).stream())
            .forEach(conditions::add);
      }
    }
    if (conditions.isEmpty()) {
      return Optional.empty();
    }
    String all = String.join(" and ", conditions);
    return Optional.of(nullable ? path + " is null or (" + all + ")" : all);
  }

  private Optional<String> ofInner(Attribute aggregate, Attribute inner, String path) {
    Column column =
        inner.kind() == Attribute.Kind.STRUCT
            ? structs.column(inner, inner.struct().orElseThrow())
            : columns.read(inner.member()).column();
    Part part = part(inner.member(), column, List.of());
    return ofWhole(inner, part.value(path, aggregate.kind()), column.nullable());
  }

  /** Whether an attribute is one value of several parts, and not an array of such. */
  private static boolean isAggregate(Attribute attribute) {
    return !attribute.parts().isEmpty()
        && attribute.kind() != Attribute.Kind.EMBEDDED
        && CollectionType.element(attribute.member()).equals(attribute.member().type());
  }

  /** The parts as Hibernate has them: by name, but those of a record as they stand. */
  private static List<Attribute> inOrder(Attribute aggregate) {
    if (!isAggregate(aggregate)) {
      return List.of();
    }
    List<Attribute> own =
        aggregate.parts().stream().filter(part -> !isDiscriminator(part, aggregate)).toList();
    boolean isRecord = own.stream().allMatch(part -> part.member().declaring().isRecord());
    return isRecord ? own : own.stream().sorted(Comparator.comparing(Attribute::name)).toList();
  }

  /** What tells which of several embeddables it is stands at the member, not in the embeddable. */
  private static boolean isDiscriminator(Attribute part, Attribute aggregate) {
    return part.member().declaring().equals(aggregate.member().declaring());
  }

  /** The columns of an attribute; Hibernate looks into no embeddable without a column. */
  private Stream<Part> parts(Attribute attribute) {
    return switch (attribute.kind()) {
      case BASIC -> {
        ColumnReader.Read read = columns.read(attribute.member());
        yield Stream.of(part(attribute.member(), read.column(), read.checks()));
      }
      case TO_ONE ->
          joins.read(attribute).columns().stream()
              .map(column -> new Part(column, column.name(), true, List.of()));
      case STRUCT, EMBEDDED, ANY, COLLECTION, INVERSE, COMPUTED -> Stream.empty();
    };
  }

  private Part part(Member member, Column column, List<CheckConstraint> checks) {
    return new Part(
        column,
        naming.writtenColumn(member.column(), member.name()),
        columns.isSized(member),
        checks);
  }

  /**
   * A column within a value.
   *
   * @param written its name as it is in a document
   * @param sized whether the model says something of its size
   */
  private record Part(Column column, String written, boolean sized, List<CheckConstraint> checks) {

    Optional<String> condition(String path, Attribute.Kind of) {
      List<String> written =
          checks.stream().flatMap(check -> check.expression().sql(POSTGRESQL).stream()).toList();
      if ((column.nullable() && written.isEmpty()) || column.type() instanceof ArrayType) {
        return Optional.empty();
      }
      String value = value(path, of);
      String allowed =
          written.stream()
              .map(sql -> SqlTokens.substitute(sql, column.name(), value))
              .collect(Collectors.joining(" and "));
      if (column.nullable()) {
        return Optional.of("(" + value + " is null or " + allowed + ")");
      }
      String present = value + " is not null";
      return Optional.of(allowed.isEmpty() ? present : present + " and " + allowed);
    }

    /** The expression that takes the part out of the value. */
    String value(String path, Attribute.Kind of) {
      if (of == Attribute.Kind.STRUCT) {
        return "(" + path + ")." + SqlText.identifier(column.name());
      }
      String key = SqlTokens.literal(written);
      if (column.type() instanceof BasicType basic) {
        switch (basic.kind()) {
          case JSON, JSONB -> {
            return path + "->" + key;
          }
          case BYTES -> {
            return "decode(" + path + "->>" + key + ",'hex')";
          }
          default -> {}
        }
      }
      return "cast(" + path + "->>" + key + " as " + castTarget(column.type()) + ")";
    }

    private String castTarget(ColumnType type) {
      if (type instanceof BasicType basic) {
        return castTarget(basic);
      }
      if (type instanceof NativeType named) {
        return named.sql();
      }
      if (type instanceof EnumRef named) {
        return SqlText.identifier(named.name().name());
      }
      return SqlText.identifier(((CompositeRef) type).name().name());
    }

    private String castTarget(BasicType type) {
      return switch (type.kind()) {
        case VARCHAR -> sized ? type.spelling() : "varchar";
        case TIME -> "time(" + digits(type) + ")";
        case TIMETZ -> "time(" + digits(type) + ") with time zone";
        case TIMESTAMP -> "timestamp(" + digits(type) + ")";
        case TIMESTAMPTZ -> "timestamp(" + digits(type) + ") with time zone";
        case DOUBLE -> "double precision";
        case BLOB, CLOB -> "oid";
        default -> type.spelling();
      };
    }

    private static int digits(BasicType type) {
      return type.parameters().stream().findFirst().orElse(FRACTION_DIGITS);
    }
  }
}
