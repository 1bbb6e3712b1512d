package dev.migrator.entity;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Declaration;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** Finds the persistent members of classes, in the order in which they are declared. */
final class Members {

  private final Classes classes;

  Members(Classes classes) {
    this.classes = classes;
  }

  /**
   * The members of a hierarchy, those of the topmost class first. One that a class declares again
   * is as the lower class says, in the place where it was first.
   */
  List<Member> of(List<Level> levels) {
    Map<String, Member> members = new LinkedHashMap<>();
    levels.forEach(level -> of(level).forEach(member -> members.put(member.name(), member)));
    return new ArrayList<>(members.values());
  }

  private List<Member> of(Level level) {
    Map<String, MethodInfo> methods = getters(level.info());
    Map<String, FieldInfo> fields = fields(level.info());
    boolean getters = level.getters() && !level.isBare();
    Stream<? extends Declaration> first =
        getters ? methods.values().stream() : fields.values().stream();
    Stream<? extends Declaration> others =
        (getters ? fields.values().stream() : methods.values().stream())
            .filter(declaration -> classes.has(declaration, Vocabulary.ACCESS));
    return Stream.concat(first, others)
        .filter(declaration -> !classes.has(declaration, Vocabulary.TRANSIENT))
        .map(declaration -> member(level, declaration, fields, methods))
        .toList();
  }

  private Member member(
      Level level,
      Declaration declaration,
      Map<String, FieldInfo> fields,
      Map<String, MethodInfo> methods) {
    boolean isField = declaration instanceof FieldInfo;
    String name = isField ? ((FieldInfo) declaration).name() : property((MethodInfo) declaration);
    Type type =
        isField ? ((FieldInfo) declaration).type() : ((MethodInfo) declaration).returnType();
    Declaration counterpart = isField ? methods.get(name) : fields.get(name);
    Collection<AnnotationInstance> own = seen(level, declaration);
    Annotations annotations = Annotations.of(own, classes);
    Annotations both =
        counterpart == null || seen(level, counterpart).isEmpty()
            ? annotations
            : Annotations.of(
                Stream.concat(own.stream(), seen(level, counterpart).stream()).toList(), classes);
    return new Member(
        level.withAccess(isField), name, level.resolve(type), type, annotations, both);
  }

  private Collection<AnnotationInstance> seen(Level level, Declaration declaration) {
    Collection<AnnotationInstance> all = classes.annotations(declaration);
    return level.isBare()
        ? all.stream().filter(annotation -> !level.hides(annotation)).toList()
        : all;
  }

  private static Map<String, FieldInfo> fields(ClassInfo info) {
    Map<String, FieldInfo> fields = new LinkedHashMap<>();
    for (FieldInfo field : info.fieldsInDeclarationOrder()) {
      if (!field.isSynthetic()
          && !Modifier.isStatic(field.flags())
          && !Modifier.isTransient(field.flags())) {
        fields.put(field.name(), field);
      }
    }
    return fields;
  }

  private static Map<String, MethodInfo> getters(ClassInfo info) {
    Map<String, MethodInfo> getters = new LinkedHashMap<>();
    for (MethodInfo method : info.methodsInDeclarationOrder()) {
      if (isGetter(method)) {
        getters.put(property(method), method);
      }
    }
    return getters;
  }

  private static boolean isGetter(MethodInfo method) {
    String name = method.name();
    return method.parametersCount() == 0
        && method.returnType().kind() != Type.Kind.VOID
        && !method.isSynthetic()
        && !Modifier.isStatic(method.flags())
        && ((name.startsWith("get") && name.length() > 3)
            || (name.startsWith("is") && name.length() > 2 && isBoolean(method.returnType())));
  }

  private static boolean isBoolean(Type type) {
    return type.name().toString().equals("boolean")
        || type.name().toString().equals("java.lang.Boolean");
  }

  private static String property(MethodInfo getter) {
    return decapitalize(getter.name().substring(getter.name().startsWith("is") ? 2 : 3));
  }

  /** As the JavaBeans specification says: {@code Url} is {@code url}, {@code URL} stays. */
  private static String decapitalize(String name) {
    boolean abbreviation =
        name.length() > 1
            && Character.isUpperCase(name.charAt(0))
            && Character.isUpperCase(name.charAt(1));
    return abbreviation ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
