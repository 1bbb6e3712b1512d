package dev.migrator.entity;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Declaration;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;
import org.jboss.jandex.TypeVariable;

/** Finds the persistent attributes of entities, in the order in which they are declared. */
final class Members {

  private static final DotName OBJECT = DotName.createSimple("java.lang.Object");
  private static final String PROPERTY = "PROPERTY";

  private final Classes classes;
  private final Map<DotName, List<Member>> known = new HashMap<>();

  Members(Classes classes) {
    this.classes = classes;
  }

  /**
   * The attributes of an entity: those of its mapped superclasses first, the topmost ahead.
   *
   * @throws ModelException if none is an {@code @Id}
   */
  List<Member> of(ClassInfo entity) {
    List<Member> members = known.get(entity.name());
    if (members == null) {
      members = read(entity);
      known.put(entity.name(), members);
    }
    return members;
  }

  private List<Member> read(ClassInfo entity) {
    List<Level> levels = levels(entity);
    boolean property = idsAreOnGetters(entity, levels);
    List<Member> members = new ArrayList<>();
    for (Level level : levels) {
      boolean getters =
          classes
              .annotation(level.info, Vocabulary.ACCESS)
              .flatMap(access -> Values.constant(access, "value"))
              .map(PROPERTY::equals)
              .orElse(property);
      members.addAll(read(level, getters));
    }
    return List.copyOf(members);
  }

  /** A class of the hierarchy, with what stands for its type variables. */
  private record Level(ClassInfo info, Map<String, Type> arguments) {}

  /** The entity and its mapped superclasses, the topmost first. */
  private List<Level> levels(ClassInfo entity) {
    List<Level> levels = new ArrayList<>();
    levels.add(new Level(entity, Map.of()));
    ClassInfo below = entity;
    Map<String, Type> arguments = Map.of();
    while (below.superName() != null && !below.superName().equals(OBJECT)) {
      Type superclass = below.superClassType();
      ClassInfo above = classes.get(below.superName(), "the superclass of " + below.name());
      arguments = arguments(superclass, above, arguments);
      if (classes.has(above, Vocabulary.ENTITY)) {
        throw new UnreadMappingException(
            entity.name().toString(), "the inheritance from the entity " + above.name());
      }
      if (classes.has(above, Vocabulary.MAPPED_SUPERCLASS)) {
        levels.add(0, new Level(above, arguments));
      }
      below = above;
    }
    return levels;
  }

  private static Map<String, Type> arguments(
      Type superclass, ClassInfo above, Map<String, Type> known) {
    if (!(superclass instanceof ParameterizedType parameterized)) {
      return Map.of();
    }
    Map<String, Type> arguments = new HashMap<>();
    List<TypeVariable> parameters = above.typeParameters();
    for (int index = 0; index < parameters.size(); index++) {
      arguments.put(
          parameters.get(index).identifier(), resolve(parameterized.arguments().get(index), known));
    }
    return arguments;
  }

  private static Type resolve(Type type, Map<String, Type> arguments) {
    if (type instanceof TypeVariable variable) {
      Type argument = arguments.get(variable.identifier());
      return argument != null
          ? argument
          : variable.bounds().stream().findFirst().orElse(Type.create(OBJECT, Type.Kind.CLASS));
    }
    if (type instanceof ParameterizedType parameterized && !arguments.isEmpty()) {
      ParameterizedType.Builder resolved = ParameterizedType.builder(parameterized.name());
      parameterized.arguments().forEach(each -> resolved.addArgument(resolve(each, arguments)));
      return resolved.build();
    }
    return type;
  }

  /**
   * Whether the hierarchy is mapped by its getters: where the ids stand decides.
   *
   * @see <a
   *     href="https://jakarta.ee/specifications/persistence/3.2/jakarta-persistence-spec-3.2#a113">JPA:
   *     default access type</a>
   */
  private boolean idsAreOnGetters(ClassInfo entity, List<Level> levels) {
    for (Level level : levels) {
      if (level.info.fields().stream().anyMatch(this::isId)) {
        return false;
      }
      if (level.info.methods().stream().anyMatch(this::isId)) {
        return true;
      }
    }
    throw new ModelException(
        entity.name().toString(), "the entity has no @Id. Mark the attribute that is its key.");
  }

  private boolean isId(Declaration declaration) {
    return classes.has(declaration, Vocabulary.ID) || classes.has(declaration, Unread.EMBEDDED_ID);
  }

  private List<Member> read(Level level, boolean getters) {
    Map<String, MethodInfo> methods = getters(level.info);
    Map<String, FieldInfo> fields = fields(level.info);
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
    Collection<AnnotationInstance> own = classes.annotations(declaration);
    Annotations annotations = Annotations.of(own, classes);
    Annotations both =
        counterpart == null || classes.annotations(counterpart).isEmpty()
            ? annotations
            : Annotations.of(
                Stream.concat(own.stream(), classes.annotations(counterpart).stream()).toList(),
                classes);
    return new Member(level.info, name, resolve(type, level.arguments), type, annotations, both);
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
