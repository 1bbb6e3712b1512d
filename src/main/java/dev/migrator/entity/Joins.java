package dev.migrator.entity;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.ForeignKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

/** Reads associations on the side that has the columns, and the keys that they reference. */
final class Joins {

  private final Entities entities;
  private final ColumnReader columns;
  private final Nullability nullability;
  private final Naming naming;

  /** The entities whose keys are being read, one in the other. */
  private final Set<DotName> open = new LinkedHashSet<>();

  private final Map<DotName, List<Column>> keys = new HashMap<>();

  Joins(Entities entities, ColumnReader columns, Nullability nullability, Naming naming) {
    this.entities = entities;
    this.columns = columns;
    this.nullability = nullability;
    this.naming = naming;
  }

  /** The annotation of an association that has its column on this side or on the other. */
  static Optional<AnnotationInstance> toOne(Member member) {
    return Stream.of(Vocabulary.MANY_TO_ONE, Vocabulary.ONE_TO_ONE)
        .flatMap(name -> member.annotations().find(name).stream())
        .findFirst();
  }

  /**
   * The primary key of an entity. Columns of a composite key are sorted by name, as Hibernate does.
   */
  List<Column> key(ClassInfo entity) {
    List<Column> key = keys.get(entity.name());
    if (key == null) {
      key = readKey(entity);
      keys.put(entity.name(), key);
    }
    return key;
  }

  private List<Column> readKey(ClassInfo entity) {
    if (!open.add(entity.name())) {
      throw new ModelException(
          entity.name().toString(), "its key refers to itself: " + open + ". Break the circle.");
    }
    try {
      return entities.members(entity).stream()
          .filter(Member::isKey)
          .flatMap(member -> columns(member).stream())
          .sorted(Comparator.comparing(Column::name))
          .toList();
    } finally {
      open.remove(entity.name());
    }
  }

  private List<Column> columns(Member member) {
    return toOne(member).isPresent()
        ? read(member).columns()
        : List.of(columns.read(member).column());
  }

  /** The join of a member that {@link #toOne} knows, on its owning side. */
  Join read(Member member) {
    AnnotationInstance mapping = toOne(member).orElseThrow();
    ClassInfo target = entities.target(member, mapping, member.type());
    List<AnnotationInstance> described =
        member.annotations().findAll(Vocabulary.JOIN_COLUMN, Vocabulary.JOIN_COLUMNS);
    List<Column> key = key(target);
    List<Pair> pairs = pairs(member, target, key, described);
    boolean onKey = pairs.stream().map(Pair::referenced).toList().equals(key);
    List<Column> referencing = new ArrayList<>();
    for (Pair pair : pairs) {
      referencing.add(column(member, mapping, pair, pairs.size() == 1));
    }
    return new Join(
        referencing,
        foreignKey(member, target, pairs, referencing),
        isUnique(member, mapping, pairs),
        described.stream()
            .flatMap(found -> Checks.of(member.annotations(), Optional.of(found)).stream())
            .distinct()
            .toList(),
        onKey);
  }

  /** A referenced column, and what is said of the one that references it. */
  private record Pair(Column referenced, Optional<AnnotationInstance> described) {}

  private List<Pair> pairs(
      Member member, ClassInfo target, List<Column> key, List<AnnotationInstance> described) {
    if (described.isEmpty()) {
      return key.stream().map(column -> new Pair(column, Optional.empty())).toList();
    }
    boolean named =
        described.stream()
            .anyMatch(found -> Values.text(found, "referencedColumnName").isPresent());
    if (!named && described.size() != key.size()) {
      throw new ModelException(
          member.subject(),
          "%d @JoinColumn are given, and the key of %s has %d columns: %s."
              .formatted(
                  described.size(),
                  target.name(),
                  key.size(),
                  key.stream().map(Column::name).toList()));
    }
    List<Pair> pairs = new ArrayList<>();
    for (int index = 0; index < described.size(); index++) {
      Column implied = key.get(Math.min(index, key.size() - 1));
      AnnotationInstance found = described.get(index);
      Column referenced =
          Values.text(found, "referencedColumnName")
              .map(name -> referenced(member, target, key, name))
              .orElse(implied);
      pairs.add(new Pair(referenced, Optional.of(found)));
    }
    pairs.sort(Comparator.comparingInt(pair -> position(key, pair.referenced)));
    return pairs;
  }

  private static int position(List<Column> key, Column referenced) {
    int index = key.indexOf(referenced);
    return index < 0 ? key.size() : index;
  }

  private Column referenced(Member member, ClassInfo target, List<Column> key, String name) {
    String exact = naming.given(name);
    return key.stream()
        .filter(column -> column.name().equals(exact))
        .findFirst()
        .or(
            () ->
                entities.members(target).stream()
                    .filter(other -> TableReader.isPlain(other) && isNamed(other, name))
                    .map(other -> columns.read(other).column())
                    .findFirst())
        .orElseThrow(
            () ->
                new ModelException(
                    member.subject(),
                    "it references the column '%s', which %s does not map."
                        .formatted(name, target.name())));
  }

  private boolean isNamed(Member member, String name) {
    return columns.name(member).equals(naming.given(name)) || member.name().equals(name);
  }

  private Column column(Member member, AnnotationInstance mapping, Pair pair, boolean single) {
    Annotations annotations = member.annotations();
    String name =
        annotations
            .ofColumn(pair.described, found -> Values.text(found, "name"))
            .map(naming::given)
            .orElseGet(() -> naming.column(member.name() + "_" + pair.referenced.name()));
    Optional<ColumnType> explicit =
        annotations.ofColumn(pair.described, found -> ColumnTypes.explicit(member, found));
    return Column.of(
            name,
            explicit.orElse(pair.referenced.type()),
            nullability.isNullable(member, pair.described, mapping.name()))
        .withDefault(single ? ServerDefaults.of(member) : Optional.empty())
        .withComment(ColumnReader.comment(annotations, pair.described));
  }

  private Optional<ForeignKey> foreignKey(
      Member member, ClassInfo target, List<Pair> pairs, List<Column> referencing) {
    return ForeignKeys.of(
        member,
        entities.table(target),
        referencing.stream().map(Column::name).toList(),
        pairs.stream().map(pair -> pair.referenced.name()).toList());
  }

  private static boolean isUnique(Member member, AnnotationInstance mapping, List<Pair> pairs) {
    boolean oneToOne = mapping.name().equals(Vocabulary.ONE_TO_ONE);
    return !member.isKey()
        && (oneToOne
            || (pairs.size() == 1
                && member
                    .annotations()
                    .ofColumn(pairs.get(0).described, found -> Values.flag(found, "unique"))
                    .orElse(false)));
  }
}
