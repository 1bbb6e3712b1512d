package dev.migrator.entity;

import dev.migrator.schema.EnumType;
import dev.migrator.schema.Names;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.RenameHint;
import dev.migrator.schema.ReplacedValue;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;

/** The named enumerations that the model uses. */
final class EnumTypes {

  private final Classes classes;
  private final EnumConstants constants;
  private final Map<QualifiedName, Declared> types = new LinkedHashMap<>();
  private final Set<RenameHint> renames = new LinkedHashSet<>();
  private final Set<ReplacedValue> replacements = new LinkedHashSet<>();

  private record Declared(EnumType type, ClassInfo javaEnum) {}

  EnumTypes(Classes classes, EnumConstants constants) {
    this.classes = classes;
    this.constants = constants;
  }

  /**
   * Takes note that a Java enum is a type of the database.
   *
   * @param annotation its {@code @DatabaseEnum}; without one the type is called like the enum, and
   *     Hibernate sorts the values of {@code NAMED_ENUM}
   * @param sorted whether the values are sorted by name
   * @return the type's name
   * @throws ModelException if another Java enum has that name and other values
   */
  QualifiedName use(ClassInfo javaEnum, Optional<AnnotationInstance> annotation, boolean sorted) {
    QualifiedName name =
        new QualifiedName(
            annotation.flatMap(found -> Values.text(found, "schema")).map(Naming::exact),
            Naming.exact(
                annotation
                    .flatMap(found -> Values.text(found, "name"))
                    .orElseGet(javaEnum::simpleName)));
    Map<String, FieldInfo> held = held(javaEnum, name);
    List<String> values = List.copyOf(held.keySet());
    values.forEach(value -> requireFitting(javaEnum, value));
    EnumType type = new EnumType(name, sorted ? values.stream().sorted().toList() : values);
    Declared known = types.putIfAbsent(name, new Declared(type, javaEnum));
    if (known != null && !known.type.equals(type)) {
      throw new ModelException(javaEnum.name().toString(), clash(name, type, known));
    }
    classes
        .annotation(javaEnum, Vocabulary.RENAMED_FROM)
        .flatMap(found -> Values.text(found, "value"))
        .map(Naming::exact)
        .ifPresent(from -> renames.addAll(RenameHint.OfEnum.of(from, name)));
    held.forEach(
        (value, constant) ->
            classes
                .annotation(constant, Vocabulary.RENAMED_FROM)
                .flatMap(found -> Values.text(found, "value"))
                .ifPresent(from -> renames.add(new RenameHint.OfEnumValue(name, from, value))));
    return name;
  }

  /**
   * PostgreSQL refuses a longer value, and so do we for every database.
   *
   * @see <a href="https://www.postgresql.org/docs/current/datatype-enum.html">PostgreSQL:
   *     enumerated types, implementation details</a>
   */
  private static void requireFitting(ClassInfo javaEnum, String value) {
    int bytes = value.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Names.MAXIMUM_BYTES) {
      throw new ModelException(
          javaEnum.name().toString(),
          "the value '%s' is %d bytes long, and PostgreSQL takes %d. Shorten it, or give the constant another value with @EnumeratedValue."
              .formatted(value, bytes, Names.MAXIMUM_BYTES));
    }
  }

  /** The constants that the database holds, by their values there. */
  private Map<String, FieldInfo> held(ClassInfo javaEnum, QualifiedName name) {
    Map<String, String> replaced = constants.named(javaEnum).replaced();
    List<FieldInfo> fields = javaEnum.enumConstants();
    List<String> values = values(javaEnum);
    Map<String, String> byName = new HashMap<>();
    for (int at = 0; at < fields.size(); at++) {
      byName.put(fields.get(at).name(), values.get(at));
    }
    Map<String, FieldInfo> held = new LinkedHashMap<>();
    for (FieldInfo field : fields) {
      String value = byName.getOrDefault(field.name(), field.name());
      String other = replaced.get(field.name());
      if (other == null) {
        held.put(value, field);
      } else {
        replacements.add(new ReplacedValue(name, value, byName.getOrDefault(other, other)));
      }
    }
    return held;
  }

  /** The names of the constants, or what {@code @EnumeratedValue} has in their place. */
  private List<String> values(ClassInfo javaEnum) {
    return constants
        .stored(javaEnum, ignored -> {})
        .map(
            stored ->
                stored
                    .values()
                    .orElseThrow(
                        () ->
                            new ModelException(
                                javaEnum.name().toString(),
                                "the values of @EnumeratedValue cannot be read from the bytecode. Give the constants literals."))
                    .stream()
                    .map(String::valueOf)
                    .toList())
        .orElseGet(() -> EnumConstants.names(javaEnum));
  }

  private static String clash(QualifiedName name, EnumType type, Declared known) {
    return "the enum %s has the values %s here and %s in %s. Give one of them another name with @DatabaseEnum."
        .formatted(name, type.values(), known.type.values(), known.javaEnum.name());
  }

  List<EnumType> types() {
    return types.values().stream().map(Declared::type).toList();
  }

  Set<RenameHint> renames() {
    return renames;
  }

  Set<ReplacedValue> replacements() {
    return replacements;
  }
}
