package dev.migrator.entity;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
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
   * The members of an entity, those of the topmost class first. One that a class declares again is
   * as the topmost says; so does Hibernate. Bean Validation heeds the constraints of all.
   *
   * @param below the classes that extend them, whose other members belong elsewhere
   */
  List<Member> ofEntity(List<Level> levels, List<Level> below) {
    Map<String, Member> members = new LinkedHashMap<>();
    levels.stream()
        .flatMap(this::of)
        .forEach(member -> members.merge(member.name(), member, Members::declaredAgain));
    below.stream()
        .flatMap(this::of)
        .forEach(
            member ->
                members.computeIfPresent(
                    member.name(), (name, first) -> first.constrainedBy(member)));
    return new ArrayList<>(members.values());
  }

  /**
   * The members of an embeddable, those of the topmost class first. One that a class declares again
   * is as the embeddable itself says, in the place where it was first.
   *
   * @param below the embeddables that extend it, whose members are kept beside its own
   */
  List<Member> ofEmbeddable(List<Level> levels, List<Level> below) {
    Map<String, Member> members = new LinkedHashMap<>();
    levels.stream()
        .flatMap(this::of)
        .forEach(
            member ->
                members.merge(member.name(), member, (above, again) -> again.constrainedBy(above)));
    below.stream()
        .flatMap(this::of)
        .forEach(member -> members.merge(member.name(), member, Member::constrainedBy));
    return new ArrayList<>(members.values());
  }

  /**
   * A member that a lower class of the same entity declares again.
   *
   * @throws ModelException if it is a key there alone; Hibernate does not start then
   */
  private static Member declaredAgain(Member first, Member again) {
    if (isId(again) && !isId(first)) {
      throw new ModelException(
          again.subject(),
          "%s has the attribute, too, and there it is no @Id, which holds. Put the @Id there."
              .formatted(first.declaring().name()));
    }
    if (isId(again) && again.annotations().has(Vocabulary.GENERATED_VALUE)) {
      throw new ModelException(
          again.subject(),
          "%s has the attribute, too, and what is said there of its generation holds. Put the @GeneratedValue there."
              .formatted(first.declaring().name()));
    }
    return first.constrainedBy(again);
  }

  private static boolean isId(Member member) {
    return member.isKey() || member.annotations().has(Vocabulary.EMBEDDED_ID);
  }

  /**
   * The members of a class by its access, and those that say another themselves; of a getter and a
   * field of one name the one that says it, or the getter if both do. So does Hibernate.
   */
  private Stream<Member> of(Level level) {
    Map<String, MethodInfo> methods = getters(level.info());
    Map<String, FieldInfo> fields = fields(level.info());
    boolean getters = level.getters() && !level.isBare();
    Map<String, Declaration> mapped = persistent(getters ? methods : fields, any -> true);
    mapped.putAll(persistent(fields, this::saysAccess));
    mapped.putAll(persistent(methods, this::saysAccess));
    return mapped.values().stream().map(found -> member(level, found, fields, methods));
  }

  private boolean saysAccess(Declaration declaration) {
    return classes.has(declaration, Vocabulary.ACCESS);
  }

  private Map<String, Declaration> persistent(
      Map<String, ? extends Declaration> declared, Predicate<Declaration> wanted) {
    Map<String, Declaration> persistent = new LinkedHashMap<>();
    declared.forEach(
        (name, declaration) -> {
          if (wanted.test(declaration) && !classes.has(declaration, Vocabulary.TRANSIENT)) {
            persistent.put(name, declaration);
          }
        });
    return persistent;
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

  static boolean isGetter(MethodInfo method) {
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
