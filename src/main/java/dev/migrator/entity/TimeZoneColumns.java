package dev.migrator.entity;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.Column;
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

  private final Naming naming;
  private final TimeZoneStorage storage;

  TimeZoneColumns(Naming naming, TimeZoneStorage storage) {
    this.naming = naming;
    this.storage = storage;
  }

  /**
   * The column beside a member's own.
   *
   * @param own the member's own column
   */
  Optional<Column> of(Member member, Column own) {
    boolean kept = storage.of(member).filter(IN_COLUMN::contains).isPresent();
    return kept && WITH_OFFSET.contains(member.type().name().toString())
        ? Optional.of(column(member, own))
        : Optional.empty();
  }

  private Column column(Member member, Column own) {
    Optional<AnnotationInstance> described =
        member.annotations().find(Vocabulary.HIBERNATE_TIME_ZONE_COLUMN);
    String name =
        described
            .flatMap(found -> Values.text(found, "name"))
            .map(naming::given)
            .orElse(own.name() + "_tz");
    Column column = Column.of(name, BasicType.of(Kind.INTEGER), own.nullable());
    return described
        .flatMap(ColumnDefinition::of)
        .map(definition -> definition.applyTo(column))
        .orElse(column);
  }
}
