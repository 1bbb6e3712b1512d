package dev.migrator.entity;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/** Reads the column that tells of a row in a shared table which entity it is. */
final class Discriminators {

  private static final int DEFAULT_LENGTH = 31;
  private static final String NULL = "null";
  private static final String NOT_NULL = "not null";

  private final Entities entities;
  private final Naming naming;

  Discriminators(Entities entities, Naming naming) {
    this.entities = entities;
    this.naming = naming;
  }

  /** The column in the table of a hierarchy's root, if it has one. */
  Optional<Column> column(EntityType root) {
    if (!exists(root)) {
      return Optional.empty();
    }
    Column column = Column.of(name(root), type(root), hasValue(root, NULL));
    return Optional.of(definition(root).map(found -> found.applyTo(column)).orElse(column));
  }

  /** The SQL that defines the column, if the model gives it. */
  Optional<ColumnDefinition> definition(EntityType root) {
    return described(root).filter(any -> exists(root)).flatMap(ColumnDefinition::of);
  }

  /** Whether Hibernate writes the column by itself, and no attribute may. */
  static boolean isWritten(EntityType root) {
    return root.annotations()
        .find(Vocabulary.HIBERNATE_DISCRIMINATOR_OPTIONS)
        .flatMap(found -> Values.flag(found, "insert"))
        .orElse(true);
  }

  private boolean exists(EntityType root) {
    if (root.annotations().has(Vocabulary.HIBERNATE_DISCRIMINATOR_FORMULA)) {
      return false;
    }
    boolean described = described(root).isPresent();
    return switch (root.inheritance()) {
      case SINGLE_TABLE -> described || !entities.below(root).isEmpty();
      case JOINED -> described;
      case TABLE_PER_CLASS -> false;
    };
  }

  private static Optional<AnnotationInstance> described(EntityType root) {
    return root.annotations().find(Vocabulary.DISCRIMINATOR_COLUMN);
  }

  private String name(EntityType root) {
    return described(root)
        .flatMap(found -> Values.text(found, "name"))
        .map(naming::given)
        .orElseGet(() -> naming.column("DTYPE"));
  }

  private static ColumnType type(EntityType root) {
    Optional<AnnotationInstance> described = described(root);
    return switch (kind(root)) {
      case "INTEGER" -> BasicType.of(Kind.INTEGER);
      case "CHAR" -> BasicType.of(Kind.CHAR, 1);
      default ->
          BasicType.varchar(
              described.flatMap(found -> Values.number(found, "length")).orElse(DEFAULT_LENGTH));
    };
  }

  private static String kind(EntityType root) {
    return kind(described(root));
  }

  private static String kind(Optional<AnnotationInstance> described) {
    return described.flatMap(found -> Values.constant(found, "discriminatorType")).orElse("STRING");
  }

  /**
   * The column that tells which of several embeddables one is, as if it were a part of it.
   *
   * @param described the annotation on the topmost of them
   */
  static Member ofEmbeddable(Member member, Optional<AnnotationInstance> described) {
    String name =
        described.flatMap(found -> Values.text(found, "name")).orElse(member.name() + "_DTYPE");
    List<AnnotationValue> column = new ArrayList<>();
    column.add(AnnotationValue.createStringValue("name", name));
    column.add(AnnotationValue.createBooleanValue("nullable", false));
    String kind = kind(described);
    int length =
        kind.equals("CHAR")
            ? 1
            : described.flatMap(found -> Values.number(found, "length")).orElse(DEFAULT_LENGTH);
    column.add(AnnotationValue.createIntegerValue("length", length));
    String type =
        switch (kind) {
          case "INTEGER" -> "java.lang.Integer";
          case "CHAR" -> "java.lang.Character";
          default -> "java.lang.String";
        };
    return member.holding(
        name,
        Type.create(DotName.createSimple(type), Type.Kind.CLASS),
        Annotations.of(List.of(AnnotationInstance.create(Vocabulary.COLUMN, null, column))));
  }

  /** The conditions on the values of the column and on the columns of each entity below. */
  List<CheckConstraint> checks(EntityType root) {
    boolean others =
        root.annotations()
            .find(Vocabulary.HIBERNATE_DISCRIMINATOR_OPTIONS)
            .flatMap(found -> Values.flag(found, "force"))
            .orElse(false);
    if (!exists(root) || hasValue(root, NOT_NULL) || others) {
      return List.of();
    }
    List<String> values =
        hierarchy(root)
            .filter(entity -> !entity.isAbstract())
            .filter(entity -> !value(entity).equals(NULL))
            .map(entity -> literal(root, entity))
            .toList();
    return values.isEmpty()
        ? List.of()
        : List.of(
            check(
                values.stream()
                    .collect(
                        Collectors.joining(",", SqlText.identifier(name(root)) + " in (", ")"))));
  }

  /**
   * The condition that the rows of an entity in a shared table have what it requires.
   *
   * @param required the columns that take NULL although the entity needs a value
   */
  Optional<CheckConstraint> requires(EntityType entity, List<String> required) {
    EntityType root = entity.root();
    if (required.isEmpty() || entity.isAbstract() || value(entity).equals(NOT_NULL)) {
      return Optional.empty();
    }
    String column =
        root.annotations()
            .find(Vocabulary.HIBERNATE_DISCRIMINATOR_FORMULA)
            .flatMap(found -> Values.text(found, "value"))
            .orElseGet(() -> SqlText.identifier(name(root)));
    String other =
        value(entity).equals(NULL) ? column + " is null" : column + " <> " + literal(root, entity);
    return Optional.of(
        check(
            required.stream()
                .map(name -> SqlText.identifier(name) + " is not null")
                .collect(Collectors.joining(" and ", other + " or (", ")"))));
  }

  /** The columns by which a condition on an entity's rows is known: a formula's are not. */
  List<String> knownBy(EntityType root, List<String> required) {
    return exists(root) ? List.of(name(root)) : required;
  }

  private static CheckConstraint check(String condition) {
    return new CheckConstraint(Optional.empty(), Expression.of(condition));
  }

  private boolean hasValue(EntityType root, String wanted) {
    return hierarchy(root).anyMatch(entity -> value(entity).equals(wanted));
  }

  private Stream<EntityType> hierarchy(EntityType root) {
    return Stream.concat(Stream.of(root), entities.below(root).stream());
  }

  private static String value(EntityType entity) {
    return entity
        .annotations()
        .find(Vocabulary.DISCRIMINATOR_VALUE)
        .flatMap(found -> Values.text(found, "value"))
        .orElseGet(
            () ->
                kind(entity.root()).equals("INTEGER")
                    ? String.valueOf(entity.name().hashCode())
                    : entity.name());
  }

  private static String literal(EntityType root, EntityType entity) {
    return kind(root).equals("INTEGER") ? value(entity) : SqlTokens.literal(value(entity));
  }
}
