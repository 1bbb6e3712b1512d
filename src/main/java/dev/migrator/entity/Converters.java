package dev.migrator.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.PrimitiveType;
import org.jboss.jandex.Type;

/** The attribute converters of the model, and which of them acts on a member. */
final class Converters {

  private static final DotName CONVERT = Vocabulary.jpa("Convert");
  private static final DotName CONVERTS = Vocabulary.jpa("Converts");
  private static final DotName INTERFACE = Vocabulary.jpa("AttributeConverter");
  private static final DotName HIBERNATE_TYPE = Vocabulary.hibernate("Type");

  /** What Hibernate comes with, which need not be on the class path; all are of booleans. */
  private static final Map<String, Converter> OF_HIBERNATE =
      Stream.of(
              ofBoolean("YesNoConverter", Character.class, "N", "Y"),
              ofBoolean("TrueFalseConverter", Character.class, "F", "T"),
              ofBoolean("NumericBooleanConverter", Integer.class, 0, 1))
          .collect(Collectors.toMap(found -> found.name().toString(), Function.identity()));

  /** JPA leaves these attributes out of what applies by itself; so does Hibernate its own. */
  private static final List<DotName> NEVER_BY_ITSELF =
      List.of(
          Vocabulary.ID,
          Vocabulary.jpa("EmbeddedId"),
          Vocabulary.VERSION,
          Vocabulary.ENUMERATED,
          Vocabulary.TEMPORAL,
          HIBERNATE_TYPE);

  private final Classes classes;
  private final List<Converter> applying;
  private final Map<DotName, Converter> resolved = new HashMap<>();

  /**
   * @param converters the classes that apply to each attribute of their type
   */
  Converters(Classes classes, List<ClassInfo> converters) {
    this.classes = classes;
    this.applying = converters.stream().map(info -> resolve(info.name(), "the model")).toList();
  }

  /**
   * The converter that acts on a member.
   *
   * @throws MissingClassException if its class is not there
   */
  Optional<Converter> of(Member member) {
    Optional<AnnotationInstance> convert = convert(member.annotations());
    if (convert.flatMap(found -> Values.flag(found, "disableConversion")).orElse(false)) {
      return Optional.empty();
    }
    Optional<DotName> named =
        convert
            .flatMap(found -> Values.className(found, "converter"))
            .filter(name -> !name.equals(INTERFACE));
    return named.isPresent()
        ? named.map(name -> resolve(name, member.subject()))
        : byItself(member);
  }

  private static Converter ofBoolean(String name, Class<?> relational, Object no, Object yes) {
    return new Converter(
        DotName.createSimple("org.hibernate.type." + name),
        ClassType.create(Boolean.class),
        ClassType.create(relational),
        List.of(no, yes));
  }

  /** One on a part of the member is not meant; that has been given to the part. */
  private static Optional<AnnotationInstance> convert(Annotations annotations) {
    return annotations.findAll(CONVERT, CONVERTS).stream()
        .filter(found -> Values.text(found, "attributeName").isEmpty())
        .findFirst();
  }

  private Optional<Converter> byItself(Member member) {
    if (applying.isEmpty() || NEVER_BY_ITSELF.stream().anyMatch(member.annotations()::has)) {
      return Optional.empty();
    }
    Type type = boxed(member.type());
    return Stream.concat(
            applying.stream().filter(converter -> isSame(converter.attribute(), type)),
            applying.stream().filter(converter -> isSubtype(type, converter.attribute())))
        .findFirst();
  }

  private static Type boxed(Type type) {
    return type.kind() == Type.Kind.PRIMITIVE ? PrimitiveType.box(type.asPrimitiveType()) : type;
  }

  /** Whether the types are equal, whatever annotations stand on them. */
  private static boolean isSame(Type one, Type other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.name() + "<" + generic.arguments().stream().map(Converters::plain).toList();
    }
    return type.name().toString();
  }

  private boolean isSubtype(Type type, Type of) {
    return of.kind() == Type.Kind.CLASS
        && type.kind() == Type.Kind.CLASS
        && classes.find(type.name()).filter(info -> extendsType(info, of.name())).isPresent();
  }

  private boolean extendsType(ClassInfo info, DotName of) {
    return info.name().equals(of)
        || Stream.concat(Stream.ofNullable(info.superName()), info.interfaceNames().stream())
            .flatMap(name -> classes.find(name).stream())
            .anyMatch(parent -> extendsType(parent, of));
  }

  private Converter resolve(DotName name, String usedBy) {
    Converter known = resolved.get(name);
    if (known == null) {
      known = OF_HIBERNATE.get(name.toString());
      if (known == null) {
        known = read(classes.get(name, "a converter of " + usedBy));
      }
      resolved.put(name, known);
    }
    return known;
  }

  private Converter read(ClassInfo info) {
    return arguments(info, List.of())
        .filter(types -> types.size() == 2)
        .map(types -> new Converter(info.name(), types.get(0), types.get(1), List.of()))
        .orElseThrow(
            () ->
                new ModelException(
                    info.name().toString(),
                    "this converter does not say which types it converts. Let it implement AttributeConverter<X, Y> with types for X and Y."));
  }

  /**
   * The type arguments of the interface, as the class or one above it gives them.
   *
   * @param given the class's own type arguments
   */
  private Optional<List<Type>> arguments(ClassInfo info, List<Type> given) {
    if (info.name().equals(INTERFACE)) {
      return Optional.of(given);
    }
    Map<String, Type> bound = new LinkedHashMap<>();
    for (int at = 0; at < Math.min(given.size(), info.typeParameters().size()); at++) {
      bound.put(info.typeParameters().get(at).identifier(), given.get(at));
    }
    return Stream.concat(Stream.ofNullable(info.superClassType()), info.interfaceTypes().stream())
        .flatMap(parent -> above(parent, bound).stream())
        .findFirst();
  }

  private Optional<List<Type>> above(Type parent, Map<String, Type> bound) {
    List<Type> arguments = new ArrayList<>();
    if (parent instanceof ParameterizedType generic) {
      generic.arguments().forEach(argument -> arguments.add(replaced(argument, bound)));
    }
    return parent.name().equals(INTERFACE)
        ? Optional.of(arguments)
        : classes.find(parent.name()).flatMap(info -> arguments(info, arguments));
  }

  private static Type replaced(Type argument, Map<String, Type> bound) {
    return argument.kind() == Type.Kind.TYPE_VARIABLE
        ? bound.getOrDefault(argument.asTypeVariable().identifier(), argument)
        : argument;
  }
}
