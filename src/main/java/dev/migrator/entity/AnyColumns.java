package dev.migrator.entity;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import java.util.List;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/**
 * Reads the columns of a reference to one of several entities: which entity it is, and its key.
 *
 * @see <a
 *     href="https://docs.hibernate.org/orm/7.0/userguide/html_single/#associations-any">Hibernate:
 *     {@code @Any} mapping</a>
 */
final class AnyColumns {

  private static final DotName LONG = DotName.createSimple("java.lang.Long");

  private final ColumnReader columns;
  private final Naming naming;

  AnyColumns(ColumnReader columns, Naming naming) {
    this.columns = columns;
    this.naming = naming;
  }

  /** The columns of an {@code @Any} attribute. */
  List<Column> read(Member member) {
    boolean optional =
        member
            .annotations()
            .find(Vocabulary.HIBERNATE_ANY)
            .flatMap(found -> Values.flag(found, "optional"))
            .orElse(true);
    return read(
            member, member.annotations().findAll(Vocabulary.JOIN_COLUMN, Vocabulary.JOIN_COLUMNS))
        .stream()
        .map(column -> optional ? column : column.withNullable(false))
        .toList();
  }

  /**
   * The columns of what stands on a member.
   *
   * @param key the annotations of the column that holds the key
   */
  private List<Column> read(Member member, List<AnnotationInstance> key) {
    return List.of(discriminator(member), key(member, key.stream().findFirst()));
  }

  /** The columns of an element of a {@code @ManyToAny} collection, which has a key always. */
  List<Column> element(Member member, List<AnnotationInstance> key) {
    return List.of(
        discriminator(member), key(member, key.stream().findFirst()).withNullable(false));
  }

  private Column discriminator(Member member) {
    Optional<AnnotationInstance> column = member.column();
    return column(
        column.flatMap(found -> Values.text(found, "name")),
        member.name(),
        discriminatorType(member, column),
        column);
  }

  private static ColumnType discriminatorType(Member member, Optional<AnnotationInstance> column) {
    String type =
        member
            .annotations()
            .find(Vocabulary.HIBERNATE_ANY_DISCRIMINATOR)
            .flatMap(found -> Values.constant(found, "value"))
            .orElse("STRING");
    return switch (type) {
      case "INTEGER" -> BasicType.of(Kind.INTEGER);
      case "CHAR" -> BasicType.of(Kind.CHAR, 1);
      default ->
          BasicType.varchar(column.flatMap(found -> Values.number(found, "length")).orElse(255));
    };
  }

  /** The key's column has the type that is said of it, as if a member had it. */
  private Column key(Member member, Optional<AnnotationInstance> described) {
    Annotations annotations = member.annotations();
    Type type =
        Type.create(
            annotations
                .find(Vocabulary.HIBERNATE_ANY_KEY_JAVA_CLASS)
                .flatMap(found -> Values.className(found, "value"))
                .orElse(LONG),
            Type.Kind.CLASS);
    List<AnnotationInstance> code =
        annotations.find(Vocabulary.HIBERNATE_ANY_KEY_JDBC_TYPE_CODE).stream()
            .map(
                found ->
                    AnnotationInstance.create(
                        Vocabulary.HIBERNATE_JDBC_TYPE_CODE, null, found.values()))
            .toList();
    Column held = columns.read(member.holding(member.name(), type, Annotations.of(code))).column();
    return column(
        described.flatMap(found -> Values.text(found, "name")),
        member.name() + "_id",
        held.type(),
        described);
  }

  private Column column(
      Optional<String> given,
      String unnamed,
      ColumnType type,
      Optional<AnnotationInstance> described) {
    Column column =
        Column.of(
            given.map(naming::given).orElseGet(() -> naming.column(unnamed)),
            type,
            described.flatMap(found -> Values.flag(found, "nullable")).orElse(true));
    return described
        .flatMap(ColumnDefinition::of)
        .map(definition -> definition.applyTo(column))
        .orElse(column);
  }
}
