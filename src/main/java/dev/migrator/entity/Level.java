package dev.migrator.entity;

import java.util.Map;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ArrayType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;
import org.jboss.jandex.TypeVariable;

/**
 * A class within a hierarchy whose attributes are mapped.
 *
 * @param info the class
 * @param arguments what stands for its type variables
 * @param getters whether its attributes are mapped by their getters, not their fields
 * @param embedded whether the hierarchy is that of an embeddable, which may be null as a whole
 */
record Level(ClassInfo info, Map<String, Type> arguments, boolean getters, boolean embedded) {

  private static final DotName OBJECT = DotName.createSimple("java.lang.Object");

  Level {
    arguments = Map.copyOf(arguments);
  }

  /**
   * Whether Hibernate sees nothing of what stands on the attributes: it takes a record's components
   * for them, where others have getters, and no annotation of a mapping stands on those.
   */
  boolean isBare() {
    return getters && info.isRecord();
  }

  /** The level as it is for an attribute that is mapped by its field, or by its getter. */
  Level withAccess(boolean field) {
    return isBare() || field != getters ? this : new Level(info, arguments, !field, embedded);
  }

  /** Whether Hibernate does not see an annotation on a member of this class. */
  boolean hides(AnnotationInstance annotation) {
    String name = annotation.name().toString();
    return isBare() && (name.startsWith("jakarta.") || name.startsWith("org.hibernate."));
  }

  /** A type as it is in this class: its variables replaced by what stands for them. */
  Type resolve(Type type) {
    if (type instanceof TypeVariable variable) {
      Type argument = arguments.get(variable.identifier());
      return argument != null
          ? argument
          : variable.bounds().stream().findFirst().orElse(Type.create(OBJECT, Type.Kind.CLASS));
    }
    if (type instanceof ArrayType array) {
      return ArrayType.create(resolve(array.constituent()), array.dimensions());
    }
    if (type instanceof ParameterizedType parameterized && !arguments.isEmpty()) {
      ParameterizedType.Builder resolved = ParameterizedType.builder(parameterized.name());
      parameterized.arguments().forEach(each -> resolved.addArgument(resolve(each)));
      return resolved.build();
    }
    return type;
  }
}
