package dev.migrator.entity;

import dev.migrator.schema.Column;
import dev.migrator.schema.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;

/**
 * What writes the columns of one entity, or of one collection. A row cannot take two values in one
 * column, so all attributes but one may only read it; Hibernate refuses them otherwise.
 */
final class ColumnWriters {

  private final Map<Place, Writer> writers = new HashMap<>();

  private record Place(QualifiedName table, String column) {}

  /**
   * Something that writes a column.
   *
   * @param subject what it is in messages
   * @param around the path of the embeddable that it is in
   * @param declaring the class that declares it
   */
  private record Writer(String subject, String around, String declaring) {

    /** Of embeddables that extend another, a row has one alone. */
    boolean isOfAnotherSubtype(Writer other) {
      return !around.isEmpty() && around.equals(other.around) && !declaring.equals(other.declaring);
    }
  }

  /** Those of an entity that shares the table of another one, and has that one's attributes. */
  ColumnWriters below() {
    ColumnWriters below = new ColumnWriters();
    below.writers.putAll(writers);
    return below;
  }

  /** Notes a column that no attribute writes: of a discriminator, or of a key that joins. */
  void add(QualifiedName table, Column column, String subject) {
    writers.put(new Place(table, column.name()), new Writer(subject, "", ""));
  }

  /**
   * Notes an attribute's columns.
   *
   * @param path the attributes around, each with a dot behind it
   * @throws ModelException if another attribute writes one of them, too
   */
  void add(QualifiedName table, List<Column> columns, Member member, String entity, String path) {
    if (!writes(member)) {
      return;
    }
    String attribute = path + member.name();
    Writer writer =
        new Writer(entity + "." + attribute, path, member.declaring().name().toString());
    for (Column column : columns) {
      Writer other = writers.putIfAbsent(new Place(table, column.name()), writer);
      if (other != null
          && !other.subject.equals(writer.subject)
          && !other.isOfAnotherSubtype(writer)) {
        throw new ModelException(
            writer.subject,
            "it writes the column %s.%s, and so does %s. %s, or let one only read it: insertable = false, updatable = false."
                .formatted(table, column.name(), other.subject, remedy(member, path)));
      }
    }
  }

  private static String remedy(Member member, String path) {
    boolean association =
        Stream.of(Vocabulary.MANY_TO_ONE, Vocabulary.ONE_TO_ONE)
            .anyMatch(member.annotations()::has);
    if (path.isEmpty()) {
      return "Give one of them another column with "
          + (association ? "@JoinColumn(name = …)" : "@Column(name = …)");
    }
    String embedded = path.substring(0, path.indexOf('.'));
    String part = path.substring(embedded.length() + 1) + member.name();
    return "Give one of them another column, by %s on %s"
        .formatted(
            association
                ? "@AssociationOverride(name = \"%s\", joinColumns = @JoinColumn(name = …))"
                    .formatted(part)
                : "@AttributeOverride(name = \"%s\", column = @Column(name = …))".formatted(part),
            embedded);
  }

  /** Whether an attribute writes its columns; one that gives the key its value does not. */
  private static boolean writes(Member member) {
    return !isReadOnly(member) && !member.annotations().has(Vocabulary.MAPS_ID);
  }

  /** Whether an attribute only reads its columns, which another one may write. */
  static boolean isReadOnly(Member member) {
    List<AnnotationInstance> described =
        Stream.concat(member.column().stream(), Joins.described(member).stream()).toList();
    return !described.isEmpty()
        && described.stream()
            .allMatch(found -> isFalse(found, "insertable") && isFalse(found, "updatable"));
  }

  private static boolean isFalse(AnnotationInstance annotation, String name) {
    return !Values.flag(annotation, name).orElse(true);
  }
}
