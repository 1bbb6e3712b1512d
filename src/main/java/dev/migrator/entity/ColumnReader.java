package dev.migrator.entity;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;

/** Reads what a member that holds a plain value says of its column. */
final class ColumnReader {

  private final ColumnTypes types;
  private final Nullability nullability;
  private final Naming naming;
  private final TimeZoneColumns timeZones;
  private final boolean validation;

  ColumnReader(
      ColumnTypes types,
      Nullability nullability,
      Naming naming,
      TimeZoneStorage timeZones,
      boolean validation) {
    this.types = types;
    this.nullability = nullability;
    this.naming = naming;
    this.timeZones = new TimeZoneColumns(naming, timeZones);
    this.validation = validation;
  }

  /**
   * A member's column, with the conditions on it.
   *
   * @param unique whether it has a unique constraint of its own
   * @param newer whether Hibernate writes the conditions from version 7 on
   * @param constants the Java enum whose names or positions the column holds
   * @param older the type that Hibernate gives up to version 6, where it is another one
   */
  record Read(
      Column column,
      boolean unique,
      List<CheckConstraint> checks,
      boolean newer,
      Optional<EnumConstants.Named> constants,
      Optional<ColumnType> older) {

    /** The same, where the database numbers the rows by the column. */
    Read numbering() {
      return new Read(
          column.withIdentity(Optional.of(Identity.BY_DEFAULT)),
          unique,
          checks,
          newer,
          constants,
          older);
    }
  }

  Read read(Member member) {
    Annotations annotations = member.annotations();
    WrittenSql.check(member.subject(), annotations);
    Optional<AnnotationInstance> described = member.column();
    Optional<ColumnDefinition> definition = described.flatMap(ColumnDefinition::of);
    String name = name(member);
    MappedType type = types.of(member);
    Optional<Generated> generated =
        DialectTexts.of(annotations, "GeneratedColumn", "value")
            .map(Generated::stored)
            .or(() -> definition.flatMap(ColumnDefinition::generated));
    // Hibernate writes no condition on NULL where the database computes the value.
    boolean nullable =
        generated.isPresent()
            || (nullability.isNullable(member, described, Vocabulary.BASIC)
                && definition.filter(ColumnDefinition::notNull).isEmpty());
    Column column =
        Column.of(name, type.type(), nullable)
            .withCollation(
                collation(annotations).or(() -> definition.flatMap(ColumnDefinition::collation)))
            .withDefault(
                ServerDefaults.of(member)
                    .or(() -> definition.flatMap(ColumnDefinition::defaultValue)))
            .withIdentity(definition.flatMap(ColumnDefinition::identity))
            .withGenerated(generated)
            .withComment(comment(annotations, described));
    boolean unique =
        annotations.ofColumn(described, found -> Values.flag(found, "unique")).orElse(false)
            || definition.filter(ColumnDefinition::unique).isPresent();
    return new Read(
        column,
        unique,
        checks(member, described, definition, name, type),
        type.newer(),
        type.constants(),
        type.older());
  }

  /** The type of a member's column, without the size that Bean Validation gives. */
  ColumnType unconstrainedType(Member member) {
    return types.of(member.withConstraints(Annotations.of(List.of()))).type();
  }

  /** A member with what counts of its annotations. */
  Member described(Member member) {
    return timeZones.described(member);
  }

  /**
   * The column for the time zone of a moment, where it has one.
   *
   * @param moment the moment's own column
   */
  Optional<Column> timeZone(Member member, Column moment) {
    return timeZones.of(member, moment);
  }

  /** Whether the model says something of a column's size, if only by an annotation's default. */
  boolean isSized(Member member) {
    return member.column().isPresent() || ColumnSize.of(member, validation).length().isPresent();
  }

  private static Optional<String> collation(Annotations annotations) {
    return annotations
        .find(Vocabulary.hibernate("Collate"))
        .flatMap(found -> Values.text(found, "value"));
  }

  /** The name of a member's column. */
  String name(Member member) {
    return member
        .annotations()
        .ofColumn(member.column(), found -> Values.text(found, "name"))
        .map(naming::given)
        .orElseGet(() -> naming.column(member.name()));
  }

  /** A {@code @ColumnSpec}, then Hibernate's annotation, which wins over that of JPA. */
  static Optional<String> comment(Annotations annotations, Optional<AnnotationInstance> described) {
    Optional<String> own =
        annotations.ofColumn(Optional.empty(), found -> Values.text(found, "comment"));
    return own.or(
            () ->
                annotations
                    .find(Vocabulary.HIBERNATE_COMMENT)
                    .flatMap(found -> Values.text(found, "value")))
        .or(() -> described.flatMap(found -> Values.text(found, "comment")));
  }

  /**
   * The conditions in the order in which Hibernate writes them; those without a name are one
   * constraint, as they stand together in its column's definition.
   */
  private List<CheckConstraint> checks(
      Member member,
      Optional<AnnotationInstance> described,
      Optional<ColumnDefinition> definition,
      String name,
      MappedType type) {
    List<CheckConstraint> checks = new ArrayList<>(Checks.of(member.annotations(), described));
    type.check().ifPresent(check -> checks.add(unnamed(check.apply(name))));
    if (validation) {
      Validation.checks(member, SqlText.identifier(name))
          .forEach(condition -> checks.add(unnamed(condition)));
    }
    return Stream.concat(
            Checks.joined(checks).stream(),
            definition.stream().flatMap(found -> found.checks().stream()))
        .toList();
  }

  private static CheckConstraint unnamed(String condition) {
    return new CheckConstraint(Optional.empty(), Expression.of(condition));
  }
}
