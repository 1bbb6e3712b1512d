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
import java.util.function.Consumer;
import java.util.stream.Collectors;
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

  /** What Hibernate makes keys of by itself that are no numbers. */
  private static final Set<String> NO_NUMBERS = Set.of("java.util.UUID", "java.lang.String");

  /** What {@code @GenericGenerator} calls a sequence, and what a table, by name or class. */
  private static final Set<String> SEQUENCE_STRATEGIES =
      Set.of("native", "sequence", "enhanced-sequence", "SequenceStyleGenerator");

  private static final Set<String> TABLE_STRATEGIES =
      Set.of("table", "enhanced-table", "TableGenerator");

  private static final long DEFAULT_INCREMENT = 50;
  private static final String DEFAULT_TABLE = "hibernate_sequences";

  private final Entities entities;
  private final Map<String, List<QualifiedName>> tablesByRoot;
  private final DeclaredGenerators declared;
  private final GeneratorClasses classes;
  private final Tables tables;
  private final Naming naming;
  private final Consumer<ModelWarning> warnings;
  private final Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();
  private final Map<QualifiedName, Set<QualifiedName>> numbered = new LinkedHashMap<>();

  Generators(
      Entities entities,
      DeclaredGenerators declared,
      GeneratorClasses classes,
      Tables tables,
      Naming naming,
      Consumer<ModelWarning> warnings) {
    this.entities = entities;
    this.tablesByRoot = tablesByRoot(entities);
    this.declared = declared;
    this.classes = classes;
    this.tables = tables;
    this.naming = naming;
    this.warnings = warnings;
  }

  /** The sequences of all entities; the tables are added to the others. */
  Collection<Sequence> read() {
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
                declared
                    .named(root, member, name)
                    .ifPresent(found -> readDeclared(root, member, Optional.of(name), found)));
  }

  private void read(EntityType root, Member member) {
    DeclaredGenerators.annotated(member)
        .ifPresentOrElse(
            generator -> readClass(root, member, Optional.empty(), generator, Map.of()),
            () -> readGenerated(root, member));
  }

  private void readGenerated(EntityType root, Member member) {
    Optional<AnnotationInstance> generated = member.annotations().find(Vocabulary.GENERATED_VALUE);
    if (generated.isEmpty()) {
      member
          .annotations()
          .find(DeclaredGenerators.NATIVE)
          .ifPresent(found -> readDeclared(root, member, Optional.empty(), found));
      return;
    }
    String strategy = DeclaredGenerators.strategy(generated.get());
    boolean isNumber = !NO_NUMBERS.contains(member.type().name().toString());
    Optional<String> name = Values.text(generated.get(), "generator");
    Optional<AnnotationInstance> found = declared.of(root, member, generated.get());
    if (found.isPresent()) {
      readDeclared(root, member, name, found.get());
    } else if (strategy.equals("SEQUENCE") || (strategy.equals("AUTO") && isNumber)) {
      addSequence(root, sequenceName(root, name, Optional.empty()), 1, DEFAULT_INCREMENT);
    } else if (strategy.equals("TABLE")) {
      addTable(root, name, Optional.empty());
    }
  }

  private void readDeclared(
      EntityType root, Member member, Optional<String> name, AnnotationInstance found) {
    boolean isNative = found.name().equals(DeclaredGenerators.NATIVE);
    AnnotationInstance declared =
        isNative
            ? Values.nested(found, "sequenceForm")
                .orElseGet(
                    () -> AnnotationInstance.create(DeclaredGenerators.SEQUENCE, null, List.of()))
            : found;
    Optional<String> known = name.or(() -> Values.text(declared, "name"));
    if (declared.name().equals(DeclaredGenerators.TABLE)) {
      addTable(root, known, Optional.of(declared));
    } else if (declared.name().equals(DeclaredGenerators.SEQUENCE)) {
      addSequence(
          root,
          sequenceName(root, known, Optional.of(declared)),
          Values.number(declared, "initialValue").orElse(1),
          Values.number(declared, "allocationSize")
              .map(Long::valueOf)
              .filter(size -> !isNative || size != DEFAULT_INCREMENT)
              .orElse(isNative ? 1 : DEFAULT_INCREMENT));
    } else {
      readGeneric(root, member, known, declared);
    }
  }

  private void readGeneric(
      EntityType root, Member member, Optional<String> name, AnnotationInstance declared) {
    Map<String, String> parameters = new HashMap<>();
    Values.nestedAll(declared, "parameters")
        .forEach(
            found ->
                parameters.put(
                    Values.text(found, "name").orElse(""), Values.text(found, "value").orElse("")));
    DeclaredGenerators.type(declared)
        .ifPresent(found -> readClass(root, member, name, found, parameters));
  }

  private void readClass(
      EntityType root,
      Member member,
      Optional<String> name,
      DotName generator,
      Map<String, String> parameters) {
    classes
        .shaping(generator)
        .ifPresent(method -> warnings.accept(shapes(member, generator, method)));
    String strategy = classes.kind(generator);
    if (SEQUENCE_STRATEGIES.contains(strategy)) {
      addSequence(
          root,
          Optional.ofNullable(parameters.get("sequence_name"))
              .or(() -> Optional.ofNullable(parameters.get("sequence")))
              .map(given -> QualifiedName.of(naming.given(given)))
              .orElseGet(() -> sequenceName(root, name, Optional.empty())),
          number(member, parameters, "initial_value", 1),
          number(member, parameters, "increment_size", DEFAULT_INCREMENT));
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

  private static ModelWarning shapes(Member member, DotName generator, String method) {
    return new ModelWarning(
        member.subject(),
        "its generator %s shapes the database by code (%s), which is not read: the sequence or table that it needs may be missing or be another one. Create that by hand, and name it under 'exclude'."
            .formatted(generator, method));
  }

  private static long number(
      Member member, Map<String, String> parameters, String name, long otherwise) {
    String text = parameters.get(name);
    try {
      return text == null ? otherwise : Long.parseLong(text.strip());
    } catch (NumberFormatException noNumber) {
      throw new ModelException(
          member.subject(), "the %s of its generator, '%s', is no number.".formatted(name, text));
    }
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
    numbered
        .computeIfAbsent(name, sequence -> new LinkedHashSet<>())
        .addAll(tablesByRoot.getOrDefault(root.subject(), List.of()));
  }

  /** The tables of each hierarchy, but for those whose keys stand in another one as well. */
  private static Map<String, List<QualifiedName>> tablesByRoot(Entities entities) {
    return entities.all().stream()
        .filter(entity -> !entity.isJoined())
        .collect(
            Collectors.groupingBy(
                entity -> entity.root().subject(),
                Collectors.mapping(EntityType::table, Collectors.toList())));
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
