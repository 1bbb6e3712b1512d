package dev.migrator.entity;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;

/** The primary keys of entities. */
final class Keys {

  /**
   * How what is referred to may be what an attribute of the key holds, the surest first: it is the
   * attribute, it is of the key of the entity that the attribute is, or it is called the same.
   */
  private static final List<BiPredicate<String, String>> GIVING =
      List.of(
          String::equals,
          (referenced, attribute) -> referenced.startsWith(attribute + "."),
          (referenced, attribute) -> lastName(referenced).equals(lastName(attribute)));

  private final Entities entities;
  private final ColumnReader columns;
  private final Function<Attribute, List<JoinColumn>> joins;
  private final Naming naming;

  /** The entities whose keys are being read, one in the other. */
  private final Set<String> open = new LinkedHashSet<>();

  private final Map<EntityType, List<KeyColumn>> keys = new HashMap<>();

  /** The paths of the keys' columns in the order in which Hibernate has them, by root. */
  private final Map<EntityType, List<String>> orders = new HashMap<>();

  private final Map<QualifiedName, Set<String>> unsized = new HashMap<>();

  /**
   * @param joins reads the columns of a key's association
   */
  Keys(
      Entities entities,
      ColumnReader columns,
      Function<Attribute, List<JoinColumn>> joins,
      Naming naming) {
    this.entities = entities;
    this.columns = columns;
    this.joins = joins;
    this.naming = naming;
  }

  /**
   * The key of an entity, as it is in the table that the entity adds to its hierarchy. Where it has
   * several columns they are sorted by name, so that attributes may change places.
   */
  List<KeyColumn> of(EntityType entity) {
    List<KeyColumn> key = keys.get(entity);
    if (key == null) {
      key = read(entity);
      keys.put(entity, key);
    }
    return key;
  }

  /**
   * The key of an entity in the order in which Hibernate has it. What describes its columns one
   * after the other, and names none, means them in this order.
   */
  List<KeyColumn> implied(EntityType entity) {
    List<KeyColumn> key = of(entity);
    List<String> order = orders.getOrDefault(entity.root(), List.of());
    return key.stream()
        .sorted(Comparator.comparingInt(column -> order.indexOf(column.path())))
        .toList();
  }

  /** The columns of the keys read so far of which Hibernate does not know the size, by table. */
  Map<QualifiedName, Set<String>> unsized() {
    return unsized;
  }

  private List<KeyColumn> read(EntityType entity) {
    if (entity.isJoined()) {
      EntityType parent = entity.parent().orElseThrow();
      return joining(entity, parent, primaryKeyJoinColumns(entity.annotations()));
    }
    return entity.parent().isPresent() ? of(entity.parent().get()) : ofRoot(entity);
  }

  /** The annotations of a table that joins another by its key. */
  static List<AnnotationInstance> primaryKeyJoinColumns(Annotations annotations) {
    return annotations.findAll(
        Vocabulary.PRIMARY_KEY_JOIN_COLUMN, Vocabulary.PRIMARY_KEY_JOIN_COLUMNS);
  }

  /**
   * The key of a table that joins that of an entity by its key.
   *
   * @param subject the entity that has the table
   */
  List<KeyColumn> joining(
      EntityType subject, EntityType joined, List<AnnotationInstance> described) {
    List<KeyColumn> key = of(joined);
    List<KeyColumn> inOrder = implied(joined);
    requireAll(subject, joined, described);
    List<KeyColumn> joining = new ArrayList<>();
    for (KeyColumn above : key) {
      Optional<AnnotationInstance> own = describing(above, described, inOrder.indexOf(above));
      Optional<ColumnDefinition> definition =
          own.flatMap(ColumnDefinition::of).or(above::definition);
      Column column = plain(above.column());
      WrittenName implied = above.written().referringTo(joined);
      Column named =
          column.withName(
              own.flatMap(this::name).orElse(implied.quoted() ? implied.text() : column.name()));
      Column defined = definition.map(found -> found.applyTo(named)).orElse(named);
      joining.add(
          new KeyColumn(
              above.path(),
              defined,
              definition.isPresent() ? defined.type() : above.copied(),
              naming.written(own).orElse(implied),
              definition));
    }
    return joining;
  }

  private void requireAll(
      EntityType subject, EntityType joined, List<AnnotationInstance> described) {
    List<String> names = KeyColumn.names(of(joined));
    if (!described.isEmpty() && described.size() != names.size()) {
      throw new ModelException(
          subject.subject(),
          "%d @PrimaryKeyJoinColumn are given, and the key of %s has %d columns: %s."
              .formatted(described.size(), joined.subject(), names.size(), names));
    }
    described.stream()
        .flatMap(found -> Values.text(found, "referencedColumnName").stream())
        .filter(name -> !names.contains(naming.given(name)))
        .findFirst()
        .ifPresent(
            name -> {
              throw new ModelException(
                  subject.subject(),
                  "its @PrimaryKeyJoinColumn references the column '%s', which the key of %s does not have. It has %s."
                      .formatted(name, joined.subject(), names));
            });
  }

  private Optional<AnnotationInstance> describing(
      KeyColumn above, List<AnnotationInstance> described, int index) {
    return described.stream()
        .filter(
            found ->
                Values.text(found, "referencedColumnName")
                    .map(naming::given)
                    .filter(above.column().name()::equals)
                    .isPresent())
        .findFirst()
        .or(() -> described.stream().skip(index).limit(1).findFirst());
  }

  private Optional<String> name(AnnotationInstance described) {
    return Values.text(described, "name").map(naming::given);
  }

  /** A column that holds the values of a key, and no more of what the key's column is. */
  static Column plain(Column key) {
    return Column.of(key.name(), key.type(), false).withCollation(key.collation());
  }

  private List<KeyColumn> ofRoot(EntityType entity) {
    if (!open.add(entity.subject())) {
      throw new ModelException(
          entity.subject(), "its key refers to itself: " + open + ". Break the circle.");
    }
    try {
      List<Attribute> attributes = entities.allAttributes(entity);
      List<KeyColumn> key =
          KeyOrder.of(
                  attributes.stream().filter(Attribute::isKey).toList(), entities.keyClass(entity))
              .stream()
              .flatMap(
                  attribute ->
                      attribute.member().annotations().has(Vocabulary.EMBEDDED_ID)
                          ? KeyOrder.parts(attribute).flatMap(part -> columns(part, ""))
                          : columns(attribute, ""))
              .toList();
      for (Attribute attribute : attributes) {
        if (isOfKeyClass(entity, attribute, attributes)) {
          addUnsized(entity, joins.apply(attribute));
        }
        key = derived(entity, attribute, key);
      }
      if (key.isEmpty()) {
        throw new ModelException(entity.subject(), noKey(entity));
      }
      orders.put(entity, key.stream().map(KeyColumn::path).toList());
      return key.stream().sorted(Comparator.comparing(column -> column.column().name())).toList();
    } finally {
      open.remove(entity.subject());
    }
  }

  private static String noKey(EntityType entity) {
    return "no @Id stands on %s by which its attributes are mapped. Mark the one that is its key, or say with @Access how they are mapped."
        .formatted(
            entity.levels().stream().anyMatch(Level::getters) ? "the getters" : "the fields");
  }

  private Stream<KeyColumn> columns(Attribute attribute, String prefix) {
    String path = prefix + attribute.name();
    return switch (attribute.kind()) {
      case EMBEDDED -> KeyOrder.parts(attribute).flatMap(part -> columns(part, path + "."));
      case TO_ONE -> joined(attribute).map(join -> KeyColumn.of(path + "." + join.path(), join));
      case BASIC -> Stream.of(KeyColumn.of(path, attribute.member(), columns, naming));
      case STRUCT, ANY, COLLECTION, INVERSE, COMPUTED -> Stream.of();
    };
  }

  /** The columns of an association in the order of the key that they refer to. */
  private Stream<JoinColumn> joined(Attribute attribute) {
    Member member = attribute.member();
    EntityType target = entities.target(member, Joins.mapping(member), member.type());
    List<String> order = implied(target).stream().map(KeyColumn::path).toList();
    return joins.apply(attribute).stream()
        .sorted(Comparator.comparingInt(join -> order.indexOf(join.path())));
  }

  /** The part of the key that an association gives, if it gives any. */
  static Optional<String> derivedPart(Attribute attribute) {
    return attribute.kind() == Attribute.Kind.TO_ONE
        ? attribute
            .member()
            .annotations()
            .find(Vocabulary.MAPS_ID)
            .map(found -> Values.text(found, "value").orElse(""))
        : Optional.empty();
  }

  /** The key with the columns of an association in place of the part that it gives. */
  private List<KeyColumn> derived(EntityType entity, Attribute attribute, List<KeyColumn> key) {
    Optional<String> part = derivedPart(attribute);
    if (part.isEmpty()) {
      return key;
    }
    List<JoinColumn> given = joins.apply(attribute);
    if (!part.get().isEmpty()) {
      addUnsized(entity, given);
    }
    Map<KeyColumn, JoinColumn> pairs =
        pairs(
            attribute,
            key.stream().filter(column -> column.isWithin(part.get())).toList(),
            part.get(),
            given);
    return key.stream()
        .map(column -> pairs.containsKey(column) ? derived(column, pairs.get(column)) : column)
        .toList();
  }

  /** Each column of a part with the one that gives it: by its attribute, else the next left. */
  private static Map<KeyColumn, JoinColumn> pairs(
      Attribute attribute, List<KeyColumn> columns, String part, List<JoinColumn> given) {
    Map<KeyColumn, JoinColumn> pairs = new LinkedHashMap<>();
    for (BiPredicate<String, String> giving : GIVING) {
      columns.stream()
          .filter(column -> !pairs.containsKey(column))
          .forEach(
              column ->
                  given.stream()
                      .filter(join -> giving.test(join.path(), column.pathWithin(part)))
                      .filter(join -> !pairs.containsValue(join))
                      .findFirst()
                      .ifPresent(join -> pairs.put(column, join)));
    }
    List<JoinColumn> left = new ArrayList<>(given);
    left.removeAll(pairs.values());
    for (KeyColumn column : columns) {
      if (!pairs.containsKey(column)) {
        pairs.put(column, next(attribute, left));
      }
    }
    return pairs;
  }

  private static JoinColumn next(Attribute attribute, List<JoinColumn> left) {
    if (left.isEmpty()) {
      throw new ModelException(
          attribute.member().subject(),
          "its @MapsId gives fewer columns than the key has. Compare the two keys.");
    }
    return left.remove(0);
  }

  /** Whether an association is part of a key that a class of its own holds. */
  private static boolean isOfKeyClass(EntityType entity, Attribute attribute, List<Attribute> all) {
    return attribute.isKey()
        && attribute.kind() == Attribute.Kind.TO_ONE
        && (entity.annotations().has(Vocabulary.ID_CLASS)
            || all.stream().filter(Attribute::isKey).count() > 1);
  }

  private void addUnsized(EntityType entity, List<JoinColumn> given) {
    given.stream()
        .filter(join -> join.described().isPresent())
        .forEach(
            join ->
                unsized
                    .computeIfAbsent(entity.table(), table -> new HashSet<>())
                    .add(join.column().name()));
  }

  private static KeyColumn derived(KeyColumn column, JoinColumn join) {
    Column referring = join.column(false);
    ColumnType type = ofPart(column.column().type(), referring.type());
    return KeyColumn.of(column.path(), join.withColumn(referring.withType(type)));
  }

  /**
   * The type of a part of a key that an association gives: as in Hibernate that of the part, in the
   * size of what the association refers to.
   */
  private static ColumnType ofPart(ColumnType part, ColumnType referenced) {
    return part instanceof BasicType own
            && referenced instanceof BasicType other
            && own.kind() == other.kind()
        ? referenced
        : part;
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
