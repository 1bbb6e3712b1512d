package dev.migrator.entity;

import dev.migrator.problem.Nearest;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeRef;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;

/**
 * Reads the embeddables that are kept as one value of a row type: {@code @Struct}.
 *
 * @see <a
 *     href="https://docs.hibernate.org/orm/7.0/userguide/html_single/#embeddable-mapping-aggregate">Hibernate:
 *     aggregate embeddable mapping</a>
 */
final class Structs {

  /** What Hibernate takes for the digits in a byte. */
  private static final double DIGITS_PER_BYTE = Math.log(10) / Math.log(2) * 8;

  private static final int DEFAULT_LENGTH = 255;
  private static final int LONGEST = 10_485_760;

  private final ColumnReader columns;
  private final Joins joins;
  private final Naming naming;
  private final Map<QualifiedName, CompositeType> types = new LinkedHashMap<>();

  Structs(ColumnReader columns, Joins joins, Naming naming) {
    this.columns = columns;
    this.joins = joins;
    this.naming = naming;
  }

  /** The types that were read. */
  Collection<CompositeType> types() {
    return types.values();
  }

  /**
   * The column of a struct.
   *
   * @param struct the annotation, which stands on the member or on its class
   */
  Column column(Attribute attribute, AnnotationInstance struct) {
    Member member = attribute.member();
    QualifiedName name =
        new QualifiedName(
            Values.text(struct, "schema").map(naming::given),
            Values.text(struct, "name").map(naming::given).orElse(""));
    if (!types.containsKey(name)) {
      types.put(name, type(name, attribute, struct));
    }
    ColumnType type = new CompositeRef(name);
    boolean nullable =
        !Nullability.isWrittenNotNull(member, member.column())
            && !Nullability.isRequired(member, member.column(), Vocabulary.BASIC);
    return Column.of(
        columns.name(member),
        CollectionType.element(member).equals(member.type()) ? type : new ArrayType(type),
        nullable);
  }

  /**
   * A column within the type.
   *
   * @param written its name as the model writes it; that of a reference is known in small letters
   */
  private record Part(String written, Column column, boolean reference) {

    boolean isNamed(String name) {
      return reference ? written.equalsIgnoreCase(name) : written.equals(name);
    }
  }

  private CompositeType type(QualifiedName name, Attribute attribute, AnnotationInstance struct) {
    List<Part> parts = new ArrayList<>();
    attribute.parts().forEach(part -> collect(part, parts));
    List<String> order = Values.texts(struct, "attributes");
    if (order.isEmpty()) {
      parts.sort(
          Comparator.<Part>comparingInt(part -> Math.max(4, size(part.column.type())))
              .thenComparing(part -> size(part.column.type()) > 2048)
              .thenComparing(Part::written));
    } else {
      requireSame(attribute.member(), order, parts);
      parts.sort(Comparator.comparingInt(part -> position(part, order)));
    }
    return new CompositeType(
        name,
        parts.stream()
            .map(Part::column)
            .map(column -> new CompositeType.Attribute(column.name(), column.type()))
            .toList());
  }

  private static int position(Part part, List<String> order) {
    return (int) order.stream().takeWhile(name -> !part.isNamed(name)).count();
  }

  /** The order has to name the columns, and all of them; Hibernate does not start otherwise. */
  private static void requireSame(Member member, List<String> order, List<Part> parts) {
    List<String> names = parts.stream().map(Part::written).toList();
    for (String name : order) {
      if (parts.stream().noneMatch(part -> part.isNamed(name))) {
        throw new ModelException(
            member.subject(),
            "@Struct(attributes = …) of its type names the column '%s', which is not there.%s"
                .formatted(
                    name,
                    Nearest.to(name, names)
                        .map(near -> " Did you mean '" + near + "'?")
                        .orElse(" It has " + names + ".")));
      }
    }
    for (Part part : parts) {
      if (order.stream().noneMatch(part::isNamed)) {
        throw new ModelException(
            member.subject(),
            "@Struct(attributes = …) of its type does not name the column '%s'. Name all of them."
                .formatted(part.written));
      }
    }
  }

  private void collect(Attribute attribute, List<Part> into) {
    Member member = attribute.member();
    switch (attribute.kind()) {
      case EMBEDDED -> attribute.parts().forEach(part -> collect(part, into));
      case BASIC -> into.add(part(member, columns.read(member).column()));
      case TO_ONE ->
          joins
              .read(attribute)
              .columns()
              .forEach(column -> into.add(new Part(column.name(), column, true)));
      case STRUCT -> into.add(part(member, column(attribute, attribute.struct().orElseThrow())));
      case ANY, COLLECTION, INVERSE, COMPUTED -> {}
    }
  }

  private Part part(Member member, Column column) {
    String written =
        Naming.isQuoted(member.column())
            ? column.name()
            : naming.writtenColumn(member.column(), member.name());
    return new Part(written, column, false);
  }

  /**
   * The bytes that a value takes, by which Hibernate sorts the parts, and finds them again.
   *
   * @see <a
   *     href="https://docs.hibernate.org/orm/7.0/javadocs/org/hibernate/boot/model/relational/ColumnOrderingStrategyStandard.html">Hibernate:
   *     ColumnOrderingStrategyStandard</a>
   */
  private static int size(ColumnType type) {
    return type instanceof BasicType basic ? size(basic) : Integer.MAX_VALUE;
  }

  private static int size(BasicType type) {
    Optional<Integer> parameter = type.parameters().stream().findFirst();
    return switch (type.kind()) {
      case BOOLEAN -> 1;
      case SMALLINT -> 2;
      case INTEGER, REAL, DATE, TIME, TIMETZ -> 4;
      case BIGINT, DOUBLE, TIMESTAMP, TIMESTAMPTZ, INTERVAL -> 8;
      case NUMERIC -> (int) Math.ceil(parameter.orElse(38) / DIGITS_PER_BYTE);
      case CHAR, VARCHAR -> parameter.filter(length -> length != DEFAULT_LENGTH).orElse(LONGEST);
      case TEXT, BYTES -> LONGEST;
      case UUID -> 16;
      case INET -> 19;
      case CLOB, BLOB, JSON, JSONB, XML -> Integer.MAX_VALUE;
    };
  }
}
