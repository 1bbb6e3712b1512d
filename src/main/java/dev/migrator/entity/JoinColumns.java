package dev.migrator.entity;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.jandex.AnnotationInstance;

/** Reads the columns by which a table refers to that of an entity. */
final class JoinColumns {

  /**
   * What is referred to.
   *
   * @param entity the entity
   * @param key the columns of its key
   * @param implied the same in the order in which those are meant that are not named
   * @param others finds another column by its name or attribute
   */
  record Target(EntityType entity, List<KeyColumn> key, List<KeyColumn> implied, Lookup others) {}

  /** Finds a column of an entity that is none of its key. */
  interface Lookup {
    Optional<KeyColumn> find(String name);
  }

  private final Naming naming;

  JoinColumns(Naming naming) {
    this.naming = naming;
  }

  /**
   * The columns, in the order of the key that they reference.
   *
   * @param subject what they stand on, for messages
   * @param annotations what describes a single column beside its own annotation
   * @param described the annotations that describe the columns; without any, all of the key is
   *     referenced
   * @param unnamed names a column that the model leaves unnamed, from the referenced one
   */
  List<JoinColumn> read(
      Member subject,
      Annotations annotations,
      List<AnnotationInstance> described,
      Target target,
      Function<KeyColumn, WrittenName> unnamed) {
    List<JoinColumn> columns = new ArrayList<>();
    for (Pair pair : pairs(subject, described, target)) {
      columns.add(column(subject, annotations, pair, unnamed));
    }
    return columns;
  }

  /** A referenced column, and what is said of the one that references it. */
  private record Pair(KeyColumn referenced, Optional<AnnotationInstance> described) {}

  private List<Pair> pairs(Member subject, List<AnnotationInstance> described, Target target) {
    List<KeyColumn> key = target.key();
    if (described.isEmpty()) {
      return key.stream().map(column -> new Pair(column, Optional.empty())).toList();
    }
    boolean named = described.stream().anyMatch(found -> referencedName(found).isPresent());
    if (!named && described.size() != key.size()) {
      throw new ModelException(
          subject.subject(),
          "%d @JoinColumn are given, and the key of %s has %d columns: %s."
              .formatted(
                  described.size(), target.entity().subject(), key.size(), KeyColumn.names(key)));
    }
    List<Pair> pairs = new ArrayList<>();
    for (int index = 0; index < described.size(); index++) {
      KeyColumn implied = target.implied().get(Math.min(index, key.size() - 1));
      AnnotationInstance found = described.get(index);
      pairs.add(
          new Pair(
              referencedName(found).map(name -> referenced(subject, target, name)).orElse(implied),
              Optional.of(found)));
    }
    pairs.sort(Comparator.comparingInt(pair -> position(key, pair.referenced)));
    return pairs;
  }

  private static Optional<String> referencedName(AnnotationInstance described) {
    return Values.text(described, "referencedColumnName");
  }

  private static int position(List<KeyColumn> key, KeyColumn referenced) {
    int index = key.indexOf(referenced);
    return index < 0 ? key.size() : index;
  }

  private KeyColumn referenced(Member subject, Target target, String name) {
    String exact = naming.given(name);
    return target.key().stream()
        .filter(column -> column.column().name().equalsIgnoreCase(exact))
        .findFirst()
        .or(() -> target.others().find(name))
        .or(() -> target.key().stream().filter(column -> column.path().equals(name)).findFirst())
        .orElseThrow(
            () ->
                new ModelException(
                    subject.subject(),
                    "it references the column '%s', which %s does not map."
                        .formatted(name, target.entity().subject())));
  }

  private JoinColumn column(
      Member subject,
      Annotations annotations,
      Pair pair,
      Function<KeyColumn, WrittenName> unnamed) {
    Column referenced = pair.referenced.column();
    WrittenName implied = unnamed.apply(pair.referenced);
    String name =
        annotations
            .ofColumn(pair.described, found -> Values.text(found, "name"))
            .map(naming::given)
            .orElseGet(() -> naming.column(implied));
    Optional<ColumnType> explicit =
        annotations.ofColumn(pair.described, found -> ColumnTypes.explicit(subject, found));
    Optional<ColumnDefinition> definition =
        pair.described.flatMap(ColumnDefinition::of).or(pair.referenced::definition);
    Column plain = Column.of(name, referenced.type(), true);
    Column defined = definition.map(found -> found.applyTo(plain)).orElse(plain);
    Column column = explicit.map(defined::withType).orElse(defined);
    return new JoinColumn(
        column.withComment(ColumnReader.comment(annotations, pair.described)),
        explicit.isPresent() || definition.isPresent() ? column.type() : pair.referenced.copied(),
        referenced,
        pair.referenced.path(),
        naming.written(pair.described).orElse(implied),
        pair.described,
        definition);
  }
}
