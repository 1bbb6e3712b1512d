package dev.migrator.entity;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.NativeType;
import dev.migrator.schema.TypeSpelling;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;

/** The types of columns, from the Java types and annotations of their members. */
final class ColumnTypes {

  private static final Set<String> COLLECTIONS =
      Set.of(
          "java.util.Collection",
          "java.util.List",
          "java.util.Set",
          "java.util.SortedSet",
          "java.util.NavigableSet");
  private static final DotName SERIALIZABLE = DotName.createSimple("java.io.Serializable");

  private final Classes classes;
  private final EnumColumns enums;
  private final boolean validation;

  ColumnTypes(Classes classes, EnumColumns enums, boolean validation) {
    this.classes = classes;
    this.enums = enums;
    this.validation = validation;
  }

  /**
   * The type of a member's column.
   *
   * @throws ModelException if the member has a type that no column holds
   */
  MappedType of(Member member) {
    Annotations annotations = member.annotations();
    return annotations
        .ofColumn(member.column(), found -> explicit(member, found))
        .map(MappedType::of)
        .orElseGet(() -> natural(member));
  }

  /** The type that a {@code @ColumnSpec} or JPA annotation spells out. */
  static Optional<ColumnType> explicit(Member member, AnnotationInstance annotation) {
    if (!annotation.name().equals(Vocabulary.COLUMN_SPEC)) {
      return Values.text(annotation, "columnDefinition").map(NativeType::new);
    }
    try {
      return Values.text(annotation, "type").map(TypeSpelling::parse);
    } catch (IllegalArgumentException wrong) {
      String sentence = String.valueOf(wrong.getMessage());
      throw new ModelException(
          member.subject(), sentence.endsWith("?") ? sentence : sentence + ".");
    }
  }

  private MappedType natural(Member member) {
    Optional<Integer> code = code(member);
    ColumnSize size = ColumnSize.of(member, validation);
    if (member.annotations().has(Vocabulary.JSON)) {
      return MappedType.of(BasicType.of(Kind.JSONB));
    }
    if (member.annotations().has(Vocabulary.LOB)) {
      return MappedType.of(BasicType.of(isText(member.type()) ? Kind.CLOB : Kind.BLOB));
    }
    Optional<Type> element = element(member.type());
    boolean natural = code.filter(any -> !JdbcTypes.isNatural(any)).isEmpty();
    if (element.isPresent() && (natural || JdbcTypes.isNamedEnum(code.orElseThrow()))) {
      return MappedType.of(new ArrayType(single(member, element.get(), code, size).type()));
    }
    return single(member, member.type(), code, size);
  }

  private MappedType single(Member member, Type type, Optional<Integer> code, ColumnSize size) {
    Optional<Integer> asked = code.filter(any -> !JdbcTypes.isNatural(any));
    Optional<ClassInfo> javaEnum = javaEnum(type);
    if (javaEnum.isPresent()) {
      return enums.of(member, javaEnum.get(), asked, size);
    }
    Optional<JavaBasic> basic = basic(member, type);
    if (asked.isPresent()) {
      if (basic.isEmpty() && JdbcTypes.suitsEnum(asked.get())) {
        requireThere(member, type);
      }
      JavaBasic base = basic.orElseGet(() -> JavaBasic.of(Kind.BYTES));
      return MappedType.of(
          JdbcTypes.apply(asked.get(), base)
              .orElseThrow(() -> unreadCode(member, asked.get()))
              .type(size));
    }
    return MappedType.of(
        basic.or(() -> serialized(type)).orElseThrow(() -> unknown(member, type)).type(size));
  }

  /** A class that is missing may be an enum, and is then mapped by its constants. */
  private void requireThere(Member member, Type type) {
    if (type.kind() == Type.Kind.CLASS) {
      typeClass(member, type);
    }
  }

  private ClassInfo typeClass(Member member, Type type) {
    return classes.get(type.name(), "the type of " + member.subject());
  }

  /** The JDBC type code that Hibernate's annotation asks for. */
  static Optional<Integer> code(Member member) {
    return member
        .annotations()
        .find(Vocabulary.HIBERNATE_JDBC_TYPE_CODE)
        .flatMap(found -> Values.number(found, "value"));
  }

  private static Optional<JavaBasic> basic(Member member, Type type) {
    Optional<String> temporal =
        member
            .annotations()
            .find(Vocabulary.TEMPORAL)
            .flatMap(found -> Values.constant(found, "value"));
    if (temporal.isPresent()) {
      return Optional.of(JavaBasic.of(Kind.valueOf(temporal.get())));
    }
    if (isBytes(type)) {
      return Optional.of(JavaBasic.of(Kind.BYTES));
    }
    if (isCharacters(type)) {
      return Optional.of(JavaBasic.of(Kind.VARCHAR));
    }
    if (isMapOfObjects(type)) {
      return Optional.of(JavaBasic.of(Kind.JSONB));
    }
    return JavaBasic.of(type.name().toString());
  }

  private Optional<ClassInfo> javaEnum(Type type) {
    return type.kind() == Type.Kind.CLASS && JavaBasic.of(type.name().toString()).isEmpty()
        ? classes.find(type.name()).filter(ClassInfo::isEnum)
        : Optional.empty();
  }

  /** What Hibernate cannot map otherwise it serializes, if it can. */
  private Optional<JavaBasic> serialized(Type type) {
    return type.kind() == Type.Kind.CLASS && isSerializable(type.name())
        ? Optional.of(JavaBasic.of(Kind.BYTES))
        : Optional.empty();
  }

  private boolean isSerializable(DotName name) {
    return classes
        .find(name)
        .filter(
            info ->
                !classes.has(info, Vocabulary.ENTITY)
                    && !classes.has(info, Vocabulary.EMBEDDABLE)
                    && (info.interfaceNames().contains(SERIALIZABLE)
                        || info.interfaceNames().stream().anyMatch(this::isSerializable)
                        || (info.superName() != null && isSerializable(info.superName()))))
        .isPresent();
  }

  private RuntimeException unknown(Member member, Type type) {
    if (type.kind() == Type.Kind.CLASS) {
      ClassInfo info = typeClass(member, type);
      if (classes.has(info, Vocabulary.EMBEDDABLE)) {
        return new UnreadMappingException(member.subject(), "the embeddable " + info.name());
      }
      if (classes.has(info, Vocabulary.ENTITY)) {
        return new ModelException(
            member.subject(),
            "the entity %s is referenced without @ManyToOne or @OneToOne.".formatted(info.name()));
      }
    }
    return new ModelException(
        member.subject(),
        "no column type is known for %s. Mark the member with @Json, give @ColumnSpec(type = …), or make it @Transient."
            .formatted(type));
  }

  private static RuntimeException unreadCode(Member member, int code) {
    return new UnreadMappingException(member.subject(), "@JdbcTypeCode(" + code + ")");
  }

  /** The type of an array's or collection's elements; bytes and characters are no array. */
  private static Optional<Type> element(Type type) {
    if (type.kind() == Type.Kind.ARRAY) {
      return isBytes(type) || isCharacters(type)
          ? Optional.empty()
          : Optional.of(type.asArrayType().componentType());
    }
    return type instanceof ParameterizedType generic
            && COLLECTIONS.contains(generic.name().toString())
        ? Optional.of(generic.arguments().get(0))
        : Optional.empty();
  }

  private static boolean isBytes(Type type) {
    return isArrayOf(type, "byte");
  }

  private static boolean isCharacters(Type type) {
    return isArrayOf(type, "char");
  }

  private static boolean isArrayOf(Type type, String element) {
    return type.kind() == Type.Kind.ARRAY
        && type.asArrayType().componentType().name().toString().equals(element);
  }

  private static boolean isText(Type type) {
    return isCharacters(type) || type.name().toString().equals("java.lang.String");
  }

  private static boolean isMapOfObjects(Type type) {
    return type instanceof ParameterizedType generic
        && generic.name().toString().equals("java.util.Map")
        && List.of("java.lang.String", "java.lang.Object")
            .equals(generic.arguments().stream().map(a -> a.name().toString()).toList());
  }
}
