package dev.migrator.entity;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.Column;
import dev.migrator.schema.NumberedColumn;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;

/**
 * Reads the sequences and tables that give keys their numbers.
 *
 * @see <a
 *     href="https://docs.hibernate.org/orm/7.0/userguide/html_single/#identifiers-generators">Hibernate:
 *     generated identifier values</a>
 */
final class Generators {

  private static final DotName SEQUENCE = Vocabulary.jpa("SequenceGenerator");
  private static final DotName SEQUENCES = Vocabulary.jpa("SequenceGenerators");
  private static final DotName TABLE = Vocabulary.jpa("TableGenerator");
  private static final DotName TABLES = Vocabulary.jpa("TableGenerators");
  private static final DotName NATIVE = Vocabulary.hibernate("NativeGenerator");
  private static final DotName GENERIC = Vocabulary.hibernate("GenericGenerator");
  private static final DotName GENERICS = Vocabulary.hibernate("GenericGenerators");

  /** What Hibernate makes keys of by itself that are no numbers. */
  private static final Set<String> NO_NUMBERS = Set.of("java.util.UUID", "java.lang.String");

  /** What {@code @GenericGenerator} calls a sequence, and what a table, by name or class. */
  private static final Set<String> SEQUENCE_STRATEGIES =
      Set.of("native", "sequence", "enhanced-sequence", "SequenceStyleGenerator");

  private static final Set<String> TABLE_STRATEGIES =
      Set.of("table", "enhanced-table", "TableGenerator");

  /** The package of Hibernate's generators. */
  private static final String HIBERNATES = "org.hibernate.id.";

  private static final long DEFAULT_INCREMENT = 50;
  private static final String DEFAULT_TABLE = "hibernate_sequences";

  private final Entities entities;
  private final Classes classes;
  private final Tables tables;
  private final Naming naming;
  private final Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();
  private final Map<QualifiedName, Set<QualifiedName>> numbered = new LinkedHashMap<>();
  private final Map<String, AnnotationInstance> global = new HashMap<>();

  Generators(Entities entities, Classes classes, Tables tables, Naming naming) {
    this.entities = entities;
    this.classes = classes;
    this.tables = tables;
    this.naming = naming;
  }

  /**
   * The sequences of all entities; the tables are added to the others.
   *
   * @param ofNoClass the generators that mapping files declare for all; those that classes declare
   *     are known only to themselves and, where a package does, to its classes
   */
  Collection<Sequence> read(List<AnnotationInstance> ofNoClass) {
    ofNoClass.forEach(
        found -> Values.text(found, "name").ifPresent(name -> global.putIfAbsent(name, found)));
    entities.all().stream().filter(entity -> entity.parent().isEmpty()).forEach(this::read);
    return sequences.values();
  }

  /** The key columns of the tables that are there, by the sequence that numbers them. */
  Map<QualifiedName, List<NumberedColumn>> numbered(Schema schema) {
    Map<QualifiedName, List<NumberedColumn>> columns = new LinkedHashMap<>();
    numbered.forEach(
        (sequence, tables) ->
            columns.put(
                sequence,
                tables.stream()
                    .flatMap(name -> schema.table(name).stream())
                    .flatMap(table -> key(table).stream())
                    .toList()));
    return columns;
  }

  private static Optional<NumberedColumn> key(Table table) {
    return table
        .primaryKey()
        .filter(key -> key.columns().size() == 1)
        .map(key -> new NumberedColumn(table.name(), key.columns().get(0)));
  }

  private static Stream<AnnotationInstance> declared(Annotations annotations) {
    return Stream.of(
            annotations.findAll(NATIVE, NATIVE),
            annotations.findAll(SEQUENCE, SEQUENCES),
            annotations.findAll(TABLE, TABLES),
            annotations.findAll(GENERIC, GENERICS))
        .flatMap(List::stream);
  }

  private void read(EntityType root) {
    List<Attribute> attributes = entities.allAttributes(root);
    boolean derived =
        attributes.stream().anyMatch(each -> Keys.derivedPart(each).equals(Optional.of("")));
    attributes.stream()
        .filter(attribute -> attribute.isKey() && !derived)
        .flatMap(Attribute::leaves)
        .forEach(attribute -> read(root, attribute.member()));
    attributes.stream()
        .flatMap(Attribute::leaves)
        .forEach(attribute -> readNumbers(root, attribute.member()));
  }

  /**
   * Reads what numbers the elements of a collection; what Hibernate knows by name needs nothing.
   */
  private void readNumbers(EntityType root, Member member) {
    member
        .annotations()
        .find(Vocabulary.HIBERNATE_COLLECTION_ID)
        .flatMap(found -> Values.text(found, "generator"))
        .ifPresent(
            name ->
                named(root, member, name)
                    .ifPresent(declared -> read(root, Optional.of(name), declared)));
  }

  private void read(EntityType root, Member member) {
    Optional<AnnotationInstance> generated = member.annotations().find(Vocabulary.GENERATED_VALUE);
    if (generated.isEmpty()) {
      member.annotations().find(NATIVE).ifPresent(found -> read(root, Optional.empty(), found));
      return;
    }
    String strategy = strategy(generated.get());
    boolean isNumber = !NO_NUMBERS.contains(member.type().name().toString());
    Optional<String> name = Values.text(generated.get(), "generator");
    Optional<AnnotationInstance> declared =
        name.map(known -> named(root, member, known))
            .orElseGet(() -> implied(root, member, strategy));
    if (declared.isPresent()) {
      read(root, name, declared.get());
    } else if (strategy.equals("SEQUENCE") || (strategy.equals("AUTO") && isNumber)) {
      addSequence(root, sequenceName(root, name, Optional.empty()), 1, DEFAULT_INCREMENT);
    } else if (strategy.equals("TABLE")) {
      addTable(root, name, Optional.empty());
    }
  }

  private static String strategy(AnnotationInstance generated) {
    return Values.constant(generated, "strategy").orElse("AUTO");
  }

  /** Whether the database numbers the rows of a key by itself. */
  static boolean isIdentity(Member member) {
    return member
        .annotations()
        .find(Vocabulary.GENERATED_VALUE)
        .filter(
            generated ->
                strategy(generated).equals("IDENTITY")
                    || declared(member.annotations())
                        .anyMatch(found -> genericStrategy(found).equals("identity")))
        .isPresent();
  }

  /**
   * The generator of a name: the nearest, else that of a mapping file, else a near one without
   * name.
   */
  private Optional<AnnotationInstance> named(EntityType root, Member member, String name) {
    return nearest(root, member)
        .filter(found -> Values.text(found, "name").equals(Optional.of(name)))
        .findFirst()
        .or(
            () ->
                Optional.ofNullable(global.get(name))
                    .or(
                        () ->
                            nearest(root, member)
                                .filter(found -> Values.text(found, "name").isEmpty())
                                .findFirst()));
  }

  /** What is declared beside a key that names no generator is meant for it, if it fits. */
  private Optional<AnnotationInstance> implied(EntityType root, Member member, String strategy) {
    List<AnnotationInstance> all = nearest(root, member).distinct().toList();
    if (strategy.equals("AUTO") && all.size() == 1) {
      return Optional.of(all.get(0));
    }
    DotName wanted = strategy.equals("TABLE") ? TABLE : SEQUENCE;
    List<AnnotationInstance> fitting =
        all.stream().filter(found -> found.name().equals(wanted)).toList();
    return fitting.size() == 1 && !Set.of("IDENTITY", "UUID").contains(strategy)
        ? Optional.of(fitting.get(0))
        : Optional.empty();
  }

  private Stream<AnnotationInstance> nearest(EntityType root, Member member) {
    return Stream.of(
            declared(member.annotations()),
            declared(root.annotations()),
            declared(Annotations.of(member.declaring(), classes)),
            classes.packageOf(root.info()).stream()
                .flatMap(info -> declared(Annotations.of(info, classes))))
        .flatMap(stream -> stream);
  }

  private void read(EntityType root, Optional<String> name, AnnotationInstance found) {
    boolean isNative = found.name().equals(NATIVE);
    AnnotationInstance declared =
        isNative
            ? Values.nested(found, "sequenceForm")
                .orElseGet(() -> AnnotationInstance.create(SEQUENCE, null, List.of()))
            : found;
    Optional<String> known = name.or(() -> Values.text(declared, "name"));
    if (declared.name().equals(TABLE)) {
      addTable(root, known, Optional.of(declared));
    } else if (declared.name().equals(SEQUENCE)) {
      addSequence(
          root,
          sequenceName(root, known, Optional.of(declared)),
          Values.number(declared, "initialValue").orElse(1),
          Values.number(declared, "allocationSize")
              .map(Long::valueOf)
              .filter(size -> !isNative || size != DEFAULT_INCREMENT)
              .orElse(isNative ? 1 : DEFAULT_INCREMENT));
    } else {
      readGeneric(root, known, declared);
    }
  }

  private static String genericStrategy(AnnotationInstance declared) {
    String given =
        Values.className(declared, "type")
            .map(DotName::toString)
            .or(() -> Values.text(declared, "strategy"))
            .orElse("");
    return given.substring(given.lastIndexOf('.') + 1);
  }

  /**
   * The same; of a class of one's own, the one of Hibernate's that it extends, or that it holds and
   * leaves the work to.
   */
  private String knownStrategy(AnnotationInstance declared) {
    return Values.className(declared, "type")
        .or(() -> Values.text(declared, "strategy").map(DotName::createSimple))
        .flatMap(this::hibernates)
        .map(DotName::withoutPackagePrefix)
        .orElseGet(() -> genericStrategy(declared));
  }

  private Optional<DotName> hibernates(DotName generator) {
    if (generator.toString().startsWith(HIBERNATES)) {
      return Optional.of(generator);
    }
    return classes
        .find(generator)
        .flatMap(
            info ->
                Stream.concat(
                        Stream.ofNullable(info.superName()),
                        info.fields().stream()
                            .map(field -> field.type().name())
                            .filter(name -> name.toString().startsWith(HIBERNATES)))
                    .flatMap(name -> hibernates(name).stream())
                    .findFirst());
  }

  private void readGeneric(EntityType root, Optional<String> name, AnnotationInstance declared) {
    Map<String, String> parameters = new HashMap<>();
    Values.nestedAll(declared, "parameters")
        .forEach(
            found ->
                parameters.put(
                    Values.text(found, "name").orElse(""), Values.text(found, "value").orElse("")));
    String strategy = knownStrategy(declared);
    if (SEQUENCE_STRATEGIES.contains(strategy)) {
      addSequence(
          root,
          Optional.ofNullable(parameters.get("sequence_name"))
              .or(() -> Optional.ofNullable(parameters.get("sequence")))
              .map(given -> QualifiedName.of(naming.given(given)))
              .orElseGet(() -> sequenceName(root, name, Optional.empty())),
          number(parameters, "initial_value", 1),
          number(parameters, "increment_size", DEFAULT_INCREMENT));
    } else if (TABLE_STRATEGIES.contains(strategy)) {
      addTable(
          root,
          QualifiedName.of(
              Optional.ofNullable(parameters.get("table_name"))
                  .or(() -> name)
                  .map(naming::given)
                  .orElse(DEFAULT_TABLE)),
          Optional.ofNullable(parameters.get("segment_column_name")),
          Optional.ofNullable(parameters.get("value_column_name")));
    }
  }

  private static long number(Map<String, String> parameters, String name, long otherwise) {
    return Optional.ofNullable(parameters.get(name)).map(Long::parseLong).orElse(otherwise);
  }

  private QualifiedName sequenceName(
      EntityType root, Optional<String> generator, Optional<AnnotationInstance> declared) {
    return new QualifiedName(
        declared.flatMap(found -> Values.text(found, "schema")).map(naming::given),
        declared
            .flatMap(found -> Values.text(found, "sequenceName"))
            .or(() -> generator)
            .map(naming::given)
            .orElseGet(() -> naming.sequence(sequenceBase(root))));
  }

  /** A query is no good name, so Hibernate takes the entity's. */
  private static String sequenceBase(EntityType root) {
    return root.annotations().has(Vocabulary.HIBERNATE_SUBSELECT)
        ? root.name()
        : root.table().name();
  }

  private void addSequence(EntityType root, QualifiedName name, long start, long increment) {
    sequences.putIfAbsent(name, Sequence.of(name, start, increment));
    numbered.computeIfAbsent(name, sequence -> new LinkedHashSet<>()).addAll(tables(root));
  }

  /** The tables of a hierarchy, but for those whose keys stand in another one as well. */
  private List<QualifiedName> tables(EntityType root) {
    return entities.all().stream()
        .filter(entity -> entity.root().equals(root) && !entity.isJoined())
        .map(EntityType::table)
        .distinct()
        .toList();
  }

  private void addTable(
      EntityType root, Optional<String> generator, Optional<AnnotationInstance> declared) {
    addTable(
        root,
        new QualifiedName(
            declared.flatMap(found -> Values.text(found, "schema")).map(naming::given),
            declared
                .flatMap(found -> Values.text(found, "table"))
                .or(() -> generator)
                .map(naming::given)
                .orElse(DEFAULT_TABLE)),
        declared.flatMap(found -> Values.text(found, "pkColumnName")),
        declared.flatMap(found -> Values.text(found, "valueColumnName")));
  }

  /** Adds a table of a generator. Its columns are named as the model says, in any style. */
  private void addTable(
      EntityType root, QualifiedName name, Optional<String> key, Optional<String> value) {
    String keyColumn = key.map(naming::unstyled).orElse("sequence_name");
    String valueColumn = value.map(naming::unstyled).orElse("next_val");
    TableDraft table = tables.draft(name);
    table.addKey(Column.of(keyColumn, BasicType.varchar(255), false), root.subject());
    table.addKey(Column.of(valueColumn, BasicType.of(Kind.BIGINT), true), root.subject());
    table.primaryKey(List.of(keyColumn));
  }
}
