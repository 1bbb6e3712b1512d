package dev.migrator.entity.orm;

import dev.migrator.entity.classpath.Resource;
import dev.migrator.entity.orm.TypeMapping.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Declaration;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.MethodInfo;

/** What the mapping files of a model say. */
public final class Mappings {

  /** What no annotation in the bytecode says: the place in a file that an annotation is from. */
  public static final String LOCATION = "mapped-at";

  private static final String ROOT = "entity-mappings";
  private static final String HIBERNATE_ROOT = "hibernate-mapping";
  private static final String UNIT = "persistence-unit-metadata";
  private static final List<String> HEAD =
      List.of(UNIT, "package", "schema", "access", "description");

  /**
   * They are said for the whole unit, so in {@code migrator.yaml}: {@code database.schema} and
   * {@code models.globally_quoted_identifiers}. Hibernate does not heed the quotes either.
   */
  private static final List<String> UNREAD_DEFAULTS =
      List.of("schema", "catalog", "delimited-identifiers");

  private final Map<String, TypeMapping> types = new LinkedHashMap<>();
  private final Map<DotName, Optional<Overlay>> overlays = new HashMap<>();
  private final List<AnnotationInstance> generators = new ArrayList<>();
  private final List<UnreadElement> unread = new ArrayList<>();
  private Optional<String> access = Optional.empty();
  private boolean complete;

  private Mappings() {}

  /**
   * Reads the files.
   *
   * @throws dev.migrator.problem.ProblemException if one is malformed
   */
  public static Mappings read(List<Resource> files) {
    Mappings mappings = new Mappings();
    List<XmlElement> roots = new ArrayList<>();
    for (Resource file : files) {
      XmlElement root = XmlElement.read(file);
      if (root.name().equals(HIBERNATE_ROOT)) {
        mappings.unread.add(
            new UnreadElement(
                root.location(),
                "mapping files of Hibernate's own kind (hbm.xml) are not read. Hibernate can transform them: hibernate.transform_hbm_xml.enabled."));
      } else if (root.name().equals(ROOT)) {
        roots.add(root);
      } else {
        throw new MappingFileException(
            root.location(),
            "a mapping file begins with <%s>, not <%s>.".formatted(ROOT, root.name()));
      }
    }
    // What is said for the whole unit holds in the files before, too.
    roots.forEach(root -> root.child(UNIT).ifPresent(mappings::readUnit));
    roots.forEach(mappings::readTypes);
    return mappings;
  }

  private void readUnit(XmlElement unit) {
    complete |= unit.has("xml-mapping-metadata-complete");
    unit.child("persistence-unit-defaults")
        .ifPresent(
            defaults -> {
              UNREAD_DEFAULTS.stream()
                  .flatMap(name -> defaults.child(name).stream())
                  .forEach(each -> unread.add(UnreadElement.of(each)));
              access = defaults.childText("access").or(() -> access);
            });
  }

  private void readTypes(XmlElement root) {
    Document document = Document.of(root, access, unread::add);
    for (XmlElement element : root.children()) {
      Optional<Kind> kind = Kind.of(element.name());
      if (kind.isPresent() && element.attribute("class").isPresent()) {
        TypeMapping mapping = TypeMapping.of(element, kind.get(), complete, document);
        TypeMapping other = types.put(mapping.className(), mapping);
        if (other != null) {
          throw new MappingFileException(
              mapping.location(),
              "%s is mapped here and at %s. Remove one of them; if each is of another unit in META-INF/persistence.xml, name the unit that counts: models.persistence_unit."
                  .formatted(mapping.className(), other.location()));
        }
      } else if (element.name().equals("sequence-generator")) {
        generators.add(Forms.SEQUENCE_GENERATOR.read(element, document));
      } else if (element.name().equals("table-generator")) {
        generators.add(Forms.TABLE_GENERATOR.read(element, document));
      } else if (!HEAD.contains(element.name()) && !Form.isWithoutEffect(element.name())) {
        unread.add(UnreadElement.of(element));
      }
    }
  }

  /** The names of the classes that are mapped. */
  public Set<String> classes() {
    return types.keySet();
  }

  /** Where a class is mapped, for messages. */
  public String location(String className) {
    return Optional.ofNullable(types.get(className)).map(TypeMapping::location).orElse(className);
  }

  /** The generators that belong to no class. */
  public List<AnnotationInstance> generators() {
    return List.copyOf(generators);
  }

  /** What is not read and may be of consequence. */
  public List<UnreadElement> unread() {
    return List.copyOf(unread);
  }

  /** The annotations of a class, field or method: those of the files over those in the bytecode. */
  public Collection<AnnotationInstance> annotations(Declaration declaration) {
    if (types.isEmpty()) {
      return declaration.declaredAnnotations();
    }
    ClassInfo info = typeOf(declaration);
    Optional<Overlay> overlay = overlays.get(info.name());
    if (overlay == null) {
      overlay =
          Optional.ofNullable(types.get(info.name().toString()))
              .map(mapping -> new Overlay(info, mapping));
      overlays.put(info.name(), overlay);
    }
    return overlay
        .map(found -> found.annotations(declaration))
        .orElseGet(declaration::declaredAnnotations);
  }

  private static ClassInfo typeOf(Declaration declaration) {
    if (declaration instanceof FieldInfo field) {
      return field.declaringClass();
    }
    return declaration instanceof MethodInfo method
        ? method.declaringClass()
        : declaration.asClass();
  }
}
