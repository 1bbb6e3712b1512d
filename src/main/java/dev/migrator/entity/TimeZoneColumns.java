package dev.migrator.entity;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.Column;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;

/**
 * Reads the column that keeps a moment's offset beside the moment:
 * {@code @TimeZoneStorage(COLUMN)}.
 *
 * @see <a
 *     href="https://docs.hibernate.org/orm/7.0/userguide/html_single/#basic-timezone">Hibernate:
 *     handling time zones</a>
 */
final class TimeZoneColumns {

  private static final Set<String> WITH_OFFSET =
      Set.of("java.time.OffsetDateTime", "java.time.ZonedDateTime", "java.time.OffsetTime");

  /** Neither database keeps an offset in the value itself, so AUTO means a column, too. */
  private static final Set<String> IN_COLUMN = Set.of("COLUMN", "AUTO");

  /** What of a column that has no name counts. */
  private static final Set<String> PRECISION = Set.of("precision", "secondPrecision");

  private final Naming naming;
  private final TimeZoneStorage storage;

  TimeZoneColumns(Naming naming, TimeZoneStorage storage) {
    this.naming = naming;
    this.storage = storage;
  }

  /**
   * A member with what counts of its annotations. Hibernate makes an embeddable of a moment with
   * its offset: it passes over what requires a value, and over a {@code @Column} that gives no
   * name, but for its precision.
   */
  Member described(Member member) {
    if (!isKept(member)) {
      return member;
    }
    List<AnnotationInstance> column =
        member.column().map(TimeZoneColumns::counting).stream().toList();
    Annotations counting =
        member
            .annotations()
            .replacing(Set.of(Vocabulary.COLUMN), column)
            .replacing(Set.of(Vocabulary.BASIC), List.of());
    return Validation.without(member.with(counting));
  }

  private static AnnotationInstance counting(AnnotationInstance column) {
    return Values.text(column, "name").isPresent()
        ? column
        : AnnotationInstance.create(
            column.name(),
            null,
            column.values().stream().filter(value -> PRECISION.contains(value.name())).toList());
  }

  /**
   * The column beside a member's own.
   *
   * @param own the member's own column
   */
  Optional<Column> of(Member member, Column own) {
    return isKept(member) ? Optional.of(column(member, own)) : Optional.empty();
  }

  private boolean isKept(Member member) {
    return storage.of(member).filter(IN_COLUMN::contains).isPresent()
        && WITH_OFFSET.contains(member.type().name().toString());
  }

  private Column column(Member member, Column own) {
    Optional<AnnotationInstance> described =
        member.annotations().find(Vocabulary.HIBERNATE_TIME_ZONE_COLUMN);
    String name =
        described
            .flatMap(found -> Values.text(found, "name"))
            .map(naming::given)
            .orElse(own.name() + "_tz");
    Column column =
        Column.of(name, BasicType.of(Kind.INTEGER), own.nullable())
            .withComment(
                described.or(member::column).flatMap(found -> Values.text(found, "comment")));
    return described
        .flatMap(ColumnDefinition::of)
        .map(definition -> definition.applyTo(column))
        .orElse(column);
  }
}
