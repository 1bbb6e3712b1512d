package dev.migrator.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;

/** Finds what the model declares of the generators of its keys. */
final class DeclaredGenerators {

  static final DotName SEQUENCE = Vocabulary.jpa("SequenceGenerator");
  static final DotName TABLE = Vocabulary.jpa("TableGenerator");
  static final DotName NATIVE = Vocabulary.hibernate("NativeGenerator");
  static final DotName GENERIC = Vocabulary.hibernate("GenericGenerator");
  private static final DotName SEQUENCES = Vocabulary.jpa("SequenceGenerators");
  private static final DotName TABLES = Vocabulary.jpa("TableGenerators");
  private static final DotName GENERICS = Vocabulary.hibernate("GenericGenerators");
  private static final DotName ID_GENERATOR_TYPE = Vocabulary.hibernate("IdGeneratorType");

  /** What {@code @GenericGenerator} calls an identity column, by name or class. */
  private static final Set<String> IDENTITIES = Set.of("identity", "IdentityGenerator");

  private final Classes classes;
  private final GeneratorClasses generators;
  private final Map<String, AnnotationInstance> global = new HashMap<>();

  /**
   * Those of a model.
   *
   * @param ofNoClass the generators that mapping files declare for all; those that classes declare
   *     are known only to themselves and, where a package does, to its classes
   */
  DeclaredGenerators(
      Classes classes, GeneratorClasses generators, List<AnnotationInstance> ofNoClass) {
    this.classes = classes;
    this.generators = generators;
    ofNoClass.forEach(
        found -> Values.text(found, "name").ifPresent(name -> global.putIfAbsent(name, found)));
  }

  /** How a key gets its values, as {@code @GeneratedValue} says: {@code AUTO}, {@code SEQUENCE}. */
  static String strategy(AnnotationInstance generated) {
    return Values.constant(generated, "strategy").orElse("AUTO");
  }

  /** The class, or Hibernate's short name of one, that {@code @GenericGenerator} names. */
  static Optional<DotName> type(AnnotationInstance generic) {
    return Values.className(generic, "type")
        .or(() -> Values.text(generic, "strategy").map(DotName::createSimple));
  }

  /** The class that an annotation of a key names as its generator, by itself. */
  static Optional<DotName> annotated(Member member) {
    return member
        .annotations()
        .find(ID_GENERATOR_TYPE)
        .flatMap(found -> Values.className(found, "value"));
  }

  /** What is declared of the generator of a key, if anything is. */
  Optional<AnnotationInstance> of(EntityType root, Member member, AnnotationInstance generated) {
    return Values.text(generated, "generator")
        .map(name -> named(root, member, name))
        .orElseGet(() -> implied(root, member, strategy(generated)));
  }

  /** Whether the database numbers the rows of a key by itself. */
  boolean isIdentity(EntityType root, Member member) {
    return annotated(member).isEmpty()
        && member
            .annotations()
            .find(Vocabulary.GENERATED_VALUE)
            .filter(
                generated ->
                    strategy(generated).equals("IDENTITY")
                        || of(root, member, generated).filter(this::isIdentity).isPresent())
            .isPresent();
  }

  private boolean isIdentity(AnnotationInstance declared) {
    return declared.name().equals(GENERIC)
        && type(declared).map(generators::kind).filter(IDENTITIES::contains).isPresent();
  }

  /**
   * The generator of a name: the nearest, else that of a mapping file, else a near one without
   * name.
   */
  Optional<AnnotationInstance> named(EntityType root, Member member, String name) {
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

  private static Stream<AnnotationInstance> declared(Annotations annotations) {
    return Stream.of(
            annotations.findAll(NATIVE, NATIVE),
            annotations.findAll(SEQUENCE, SEQUENCES),
            annotations.findAll(TABLE, TABLES),
            annotations.findAll(GENERIC, GENERICS))
        .flatMap(List::stream);
  }
}
