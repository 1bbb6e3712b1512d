package dev.migrator.entity.orm;

import dev.migrator.entity.orm.TypeMapping.Kind;
import dev.migrator.problem.Nearest;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Declaration;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.MethodInfo;

/** The annotations of a class, its fields and getters, with what a mapping file says of them. */
final class Overlay {

  private static final DotName ACCESS = Forms.ACCESS.annotation();
  private static final DotName ACCESS_TYPE = DotName.createSimple("jakarta.persistence.AccessType");
  private static final DotName ID = DotName.createSimple("jakarta.persistence.Id");
  private static final DotName EMBEDDED_ID = DotName.createSimple("jakarta.persistence.EmbeddedId");
  private static final String FIELD = "FIELD";
  private static final String PROPERTY = "PROPERTY";

  private final boolean complete;
  private final Collection<AnnotationInstance> onClass;
  private final Map<String, Collection<AnnotationInstance>> onFields = new HashMap<>();
  private final Map<String, Collection<AnnotationInstance>> onMethods = new HashMap<>();

  /**
   * @throws MappingFileException if the class has no attribute of a name
   */
  Overlay(ClassInfo info, TypeMapping mapping) {
    this.complete = mapping.complete();
    Said said = mapping.annotations();
    if (isStamped(mapping)) {
      said.add(access(mapping.access().orElse(PROPERTY)));
    }
    this.onClass = said.over(declared(info));
    String access = mapping.access().orElseGet(() -> access(info, mapping));
    for (AttributeMapping attribute : mapping.attributes()) {
      lay(info, attribute, attribute.access().orElse(access));
    }
  }

  /** Whether the class is said to be read in a way of its own, as Hibernate says it. */
  private static boolean isStamped(TypeMapping mapping) {
    return switch (mapping.kind()) {
      case ENTITY -> mapping.access().isPresent() || mapping.complete();
      case MAPPED_SUPERCLASS -> mapping.access().isPresent();
      case EMBEDDABLE -> mapping.access().isPresent() && mapping.complete();
      case CONVERTER -> false;
    };
  }

  /** How the attributes of a class are read where the file does not say. */
  private String access(ClassInfo info, TypeMapping mapping) {
    if (mapping.kind() == Kind.EMBEDDABLE) {
      return FIELD;
    }
    if (complete) {
      return PROPERTY;
    }
    AnnotationInstance own = info.declaredAnnotation(ACCESS);
    if (own != null) {
      return own.value().asEnum();
    }
    return info.fields().stream().anyMatch(Overlay::isId) ? FIELD : PROPERTY;
  }

  private static boolean isId(FieldInfo field) {
    return field.hasDeclaredAnnotation(ID) || field.hasDeclaredAnnotation(EMBEDDED_ID);
  }

  private void lay(ClassInfo info, AttributeMapping attribute, String access) {
    Optional<FieldInfo> field = Optional.ofNullable(info.field(attribute.name()));
    Optional<MethodInfo> getter =
        info.methods().stream().filter(method -> isGetterOf(method, attribute.name())).findFirst();
    boolean onGetter = getter.isPresent() && (access.equals(PROPERTY) || field.isEmpty());
    Said said = attribute.annotations();
    said.add(access(onGetter ? PROPERTY : FIELD));
    if (onGetter) {
      MethodInfo method = getter.get();
      onMethods.put(method.name(), said.over(declared(method)));
    } else {
      FieldInfo found =
          field.orElseThrow(
              () -> new MappingFileException(attribute.location(), missing(info, attribute)));
      onFields.put(found.name(), said.over(declared(found)));
    }
  }

  private static boolean isGetterOf(MethodInfo method, String attribute) {
    String name = method.name();
    int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : name.length();
    String stem = name.substring(prefix);
    return method.parametersCount() == 0
        && !stem.isEmpty()
        && (stem.equals(attribute)
            || (Character.toLowerCase(stem.charAt(0)) + stem.substring(1)).equals(attribute));
  }

  private static String missing(ClassInfo info, AttributeMapping attribute) {
    Set<String> fields = new TreeSet<>(info.fields().stream().map(FieldInfo::name).toList());
    return "%s has no attribute '%s'.%s"
        .formatted(
            info.name(),
            attribute.name(),
            Nearest.to(attribute.name(), fields).map(" Did you mean '%s'?"::formatted).orElse(""));
  }

  private Collection<AnnotationInstance> declared(Declaration declaration) {
    return complete ? List.of() : declaration.declaredAnnotations();
  }

  private static AnnotationInstance access(String type) {
    return AnnotationInstance.create(
        ACCESS, null, List.of(AnnotationValue.createEnumValue("value", ACCESS_TYPE, type)));
  }

  Collection<AnnotationInstance> annotations(Declaration declaration) {
    if (declaration instanceof FieldInfo field) {
      return onFields.getOrDefault(field.name(), declared(field));
    }
    if (declaration instanceof MethodInfo method) {
      return method.parametersCount() == 0
          ? onMethods.getOrDefault(method.name(), declared(method))
          : declared(method);
    }
    return onClass;
  }
}
