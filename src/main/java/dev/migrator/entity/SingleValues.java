package dev.migrator.entity;

import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.NativeType;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;

/** The types of single values: what a member holds, or each element of its array. */
final class SingleValues {

  private static final DotName SERIALIZABLE = DotName.createSimple("java.io.Serializable");

  private final Classes classes;
  private final EnumColumns enums;
  private final Descriptors descriptors;
  private final HibernateSettings settings;

  SingleValues(
      Classes classes, EnumColumns enums, Descriptors descriptors, HibernateSettings settings) {
    this.settings = settings;
    this.classes = classes;
    this.enums = enums;
    this.descriptors = descriptors;
  }

  /** The type of a value with the member's annotations; empty if no column holds it. */
  Optional<MappedType> of(
      Member member,
      Type type,
      Optional<Integer> code,
      ColumnSize size,
      Consumer<ModelWarning> said) {
    Optional<Integer> given =
        code.filter(any -> !JdbcTypes.isNatural(any)).or(() -> preferred(type));
    Optional<JavaBasic> described = descriptors.javaType(member, type, said);
    Optional<ClassInfo> javaEnum = described.isPresent() ? Optional.empty() : javaEnum(type);
    if (javaEnum.isPresent()) {
      return Optional.of(enums.of(member, javaEnum.get(), given, size));
    }
    Optional<JavaBasic> basic =
        described
            .or(() -> temporal(member, type))
            .or(() -> wrapped(member, type))
            .or(() -> basic(type))
            .map(found -> withTimeZone(member, type, found));
    Optional<Integer> asked =
        basic.flatMap(found -> asked(member, found, given, said)).or(() -> given);
    if (asked.isPresent()) {
      if (basic.isEmpty() && JdbcTypes.suitsEnum(asked.get())) {
        requireThere(member, type);
      }
      JavaBasic base = basic.orElseGet(() -> JavaBasic.of(Kind.BYTES));
      MappedType mapped = MappedType.of(type(base, asked, size));
      // Hibernate knows the values by the code alone, not by the class of a JDBC type.
      boolean byCode =
          member.annotations().has(Vocabulary.HIBERNATE_JDBC_TYPE_CODE) || code.isEmpty();
      List<String> booleans =
          base.kind() == Kind.BOOLEAN && byCode
              ? given.map(JdbcTypes::booleans).orElse(List.of())
              : List.of();
      return Optional.of(
          booleans.isEmpty()
              ? mapped
              : mapped.withNewerCheck(column -> SqlText.isOneOf(column, booleans)));
    }
    if (basic.isEmpty() && JavaBasic.isGeometry(type.name().toString())) {
      return Optional.of(MappedType.of(new NativeType("geometry")));
    }
    return basic
        .or(() -> serialized(type))
        .map(found -> isLob(member) ? found.large() : found)
        .map(found -> MappedType.of(found.type(size)));
  }

  /**
   * The code of a value: the one that is given, or another one that is registered in its place or
   * in that of the value's own.
   */
  Optional<Integer> asked(
      Member member, JavaBasic basic, Optional<Integer> given, Consumer<ModelWarning> said) {
    return given
        .or(() -> JdbcTypes.ofJava(isLob(member) ? basic.large() : basic))
        .flatMap(code -> descriptors.registered(member, code, said))
        .or(() -> given);
  }

  /** The code that the settings have for all values of a type. */
  Optional<Integer> preferred(Type type) {
    return settings.code(type.name().toString());
  }

  /** The type that a code asks for, else the one that the value has by itself. */
  static ColumnType type(JavaBasic basic, Optional<Integer> code, ColumnSize size) {
    return code.filter(any -> !JdbcTypes.isNatural(any))
        .flatMap(asked -> JdbcTypes.type(asked, basic, size))
        .orElseGet(() -> basic.type(size));
  }

  static boolean isLob(Member member) {
    return member.annotations().has(Vocabulary.LOB);
  }

  /** A class that is missing may be an enum, and is then mapped by its constants. */
  private void requireThere(Member member, Type type) {
    if (type.kind() == Type.Kind.CLASS) {
      classes.get(type.name(), "the type of " + member.subject());
    }
  }

  /** Whether it is a calendar that Hibernate serializes, and up to version 6 keeps as a moment. */
  static boolean isGregorian(Type type) {
    return type.name().toString().equals("java.util.GregorianCalendar");
  }

  /** The type of such a calendar up to Hibernate 6. */
  static ColumnType gregorian(ColumnSize size) {
    return JavaBasic.of(Kind.TIMESTAMP).type(size);
  }

  /** The part of a moment that is meant; the classes of {@code java.time} say so themselves. */
  private static Optional<JavaBasic> temporal(Member member, Type type) {
    if (member.type().name().toString().startsWith("java.time.") || isGregorian(type)) {
      return Optional.empty();
    }
    return member
        .annotations()
        .find(Vocabulary.TEMPORAL)
        .flatMap(found -> Values.constant(found, "value"))
        .map(precision -> JavaBasic.of(Kind.valueOf(precision)));
  }

  /** Whether a member's array is one value, as a large object or by {@code @JavaType}. */
  boolean isOne(Member member) {
    return wrapped(member, member.type()).isPresent()
        || descriptors.javaType(member, member.type(), ignored -> {}).isPresent();
  }

  /** Arrays of wrappers are one value only as large objects, or where the settings say so. */
  private Optional<JavaBasic> wrapped(Member member, Type type) {
    boolean one = isLob(member) || settings.wrapperArrays() == WrapperArrays.LEGACY;
    return Optional.of(type)
        .filter(array -> one && WrapperArrays.areOf(array))
        .map(array -> array.asArrayType().componentType().name().toString())
        .map(of -> JavaBasic.of(of.endsWith("Byte") ? Kind.BYTES : Kind.VARCHAR));
  }

  /** Whether Hibernate does not start with a member's array, since nothing says what it is. */
  boolean isRefused(Member member) {
    return settings.wrapperArrays() == WrapperArrays.REFUSED
        && WrapperArrays.areOf(member.type())
        && !isOne(member);
  }

  private JavaBasic withTimeZone(Member member, Type type, JavaBasic basic) {
    String storage = settings.timeZones().of(member).orElse("");
    String name = type.name().toString();
    if (storage.equals("NATIVE") && name.equals("java.time.OffsetTime")) {
      return basic.withKind(Kind.TIMETZ);
    }
    return storage.equals("NORMALIZE")
            && basic.kind() == Kind.TIMESTAMPTZ
            && !name.equals("java.time.Instant")
        ? basic.withKind(Kind.TIMESTAMP)
        : basic;
  }

  /** The mapping of a Java type by itself. */
  static Optional<JavaBasic> basic(Type type) {
    return isMapOfObjects(type)
        ? Optional.of(JavaBasic.of(Kind.JSONB))
        : JavaBasic.of(type.name().toString());
  }

  /** The enum that a type is, if it is none that Hibernate maps otherwise. */
  Optional<ClassInfo> javaEnum(Type type) {
    return type.kind() == Type.Kind.CLASS && JavaBasic.of(type.name().toString()).isEmpty()
        ? classes.find(type.name()).filter(ClassInfo::isEnum)
        : Optional.empty();
  }

  /** What Hibernate cannot map otherwise it serializes, if it can. */
  Optional<JavaBasic> serialized(Type type) {
    boolean isClass = type.kind() == Type.Kind.CLASS || type.kind() == Type.Kind.PARAMETERIZED_TYPE;
    return isClass && isSerializable(type.name())
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

  private static boolean isMapOfObjects(Type type) {
    return type instanceof ParameterizedType generic
        && generic.name().toString().equals("java.util.Map")
        && List.of("java.lang.String", "java.lang.Object")
            .equals(generic.arguments().stream().map(a -> a.name().toString()).toList());
  }
}
