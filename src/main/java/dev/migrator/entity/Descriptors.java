package dev.migrator.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/**
 * What Hibernate's annotations {@code @JdbcTypeCode}, {@code @JdbcType}, {@code @JavaType} and
 * {@code @Type}, and the registrations of such, make of a member. The classes that they name are
 * Hibernate's own, known by name, or the user's, whose code is followed as far as it returns
 * constants.
 */
final class Descriptors {

  private static final DotName JDBC_TYPE = Vocabulary.hibernate("JdbcType");
  private static final DotName JAVA_TYPE = Vocabulary.hibernate("JavaType");
  private static final DotName TYPE = Vocabulary.hibernate("Type");
  private static final String HIBERNATE = "org.hibernate.";

  /** Each returns what the next one does, unless it is overridden. */
  private static final List<String> CODE_METHODS =
      List.of("getDdlTypeCode", "getDefaultSqlTypeCode", "getJdbcTypeCode");

  /** The codes of Hibernate's descriptors, by the beginning of the class's name. */
  private static final Map<String, Integer> JDBC_TYPES =
      Map.ofEntries(
          Map.entry("Array", 2003),
          Map.entry("BigInt", -5),
          Map.entry("Binary", -2),
          Map.entry("Blob", 2004),
          Map.entry("Boolean", 16),
          Map.entry("Char", 1),
          Map.entry("Clob", 2005),
          Map.entry("Date", 91),
          Map.entry("Decimal", 3),
          Map.entry("Double", 8),
          Map.entry("Duration", 3015),
          Map.entry("Enum", 12),
          Map.entry("Float", 6),
          Map.entry("Instant", 3008),
          Map.entry("InstantAsTimestamp", 3003),
          Map.entry("InstantAsTimestampWithTimeZone", 3003),
          Map.entry("Integer", 4),
          Map.entry("Json", 3001),
          Map.entry("JsonArray", 3018),
          Map.entry("JsonAsString", 3001),
          Map.entry("LocalDate", 3010),
          Map.entry("LocalDateTime", 3009),
          Map.entry("LocalTime", 3011),
          Map.entry("LongNVarchar", -16),
          Map.entry("LongVarbinary", -4),
          Map.entry("LongVarchar", -1),
          Map.entry("NChar", -15),
          Map.entry("NClob", 2011),
          Map.entry("NVarchar", -9),
          Map.entry("Numeric", 2),
          Map.entry("OffsetDateTime", 3012),
          Map.entry("OffsetTime", 3013),
          Map.entry("PostgreSQLCastingInet", 3002),
          Map.entry("PostgreSQLCastingIntervalSecond", 3100),
          Map.entry("PostgreSQLCastingJson", 3001),
          Map.entry("PostgreSQLEnum", JdbcTypes.NAMED_ENUM),
          Map.entry("PostgreSQLInet", 3002),
          Map.entry("PostgreSQLIntervalSecond", 3100),
          Map.entry("PostgreSQLJsonPGObjectJson", 3001),
          Map.entry("PostgreSQLJsonPGObjectJsonb", 3001),
          Map.entry("PostgreSQLOrdinalEnum", JdbcTypes.NAMED_ORDINAL_ENUM),
          Map.entry("PostgreSQLUUID", 3000),
          Map.entry("Real", 7),
          Map.entry("SmallInt", 5),
          Map.entry("Time", 92),
          Map.entry("TimeUtcAsJdbcTime", 3007),
          Map.entry("TimeUtcAsOffsetTime", 3007),
          Map.entry("TimeWithTimeZone", 2013),
          Map.entry("Timestamp", 93),
          Map.entry("TimestampUtcAsInstant", 3003),
          Map.entry("TimestampUtcAsJdbcTimestamp", 3003),
          Map.entry("TimestampUtcAsOffsetDateTime", 3003),
          Map.entry("TimestampWithTimeZone", 2014),
          Map.entry("TinyInt", -6),
          Map.entry("TinyIntAsSmallInt", -6),
          Map.entry("UUID", 3000),
          Map.entry("UuidAsBinary", -2),
          Map.entry("Varbinary", -3),
          Map.entry("Varchar", 12),
          Map.entry("VarcharUUID", 12),
          Map.entry("Xml", 2009),
          Map.entry("XmlArray", 3019),
          Map.entry("ZonedDateTime", 3014));

  /** The Java types that Hibernate's descriptors are of, where the name does not tell. */
  private static final Map<String, String> JAVA_TYPES =
      Map.ofEntries(
          Map.entry("ByteArray", "[B"),
          Map.entry("PrimitiveByteArray", "[B"),
          Map.entry("CharacterArray", "[C"),
          Map.entry("PrimitiveCharacterArray", "[C"),
          Map.entry("JdbcDate", "java.sql.Date"),
          Map.entry("JdbcTime", "java.sql.Time"),
          Map.entry("JdbcTimestamp", "java.sql.Timestamp"),
          Map.entry("CalendarDate", "java.sql.Date"),
          Map.entry("CalendarTime", "java.sql.Time"),
          Map.entry("Url", "java.net.URL"));

  private static final List<String> PACKAGES =
      List.of(
          "java.lang.",
          "java.util.",
          "java.time.",
          "java.math.",
          "java.net.",
          "java.sql.",
          "java.io.");

  private final Classes classes;
  private final Evaluator evaluator;
  private final Registrations registrations;

  Descriptors(Classes classes, Evaluator evaluator, Registrations registrations) {
    this.classes = classes;
    this.evaluator = evaluator;
    this.registrations = registrations;
  }

  /** The JDBC type code that a member asks for. */
  Optional<Integer> code(Member member, Consumer<ModelWarning> warnings) {
    Optional<Integer> written =
        member
            .annotations()
            .find(Vocabulary.HIBERNATE_JDBC_TYPE_CODE)
            .flatMap(found -> Values.number(found, "value"));
    return written
        .or(
            () ->
                named(member, JDBC_TYPE)
                    .flatMap(
                        name ->
                            ofJdbcType(name).or(() -> unknown(member, "JdbcType", name, warnings))))
        .or(
            () ->
                userType(member)
                    .flatMap(
                        name ->
                            ofUserType(name).or(() -> unknown(member, "Type", name, warnings))));
  }

  /**
   * The code in place of which a descriptor is registered that has another one.
   *
   * @param code the member's own, or that of its Java type
   */
  Optional<Integer> registered(Member member, int code, Consumer<ModelWarning> warnings) {
    if (member.annotations().has(JDBC_TYPE) || isUserType(member)) {
      return Optional.empty();
    }
    return registrations.jdbcTypes().stream()
        .filter(each -> each.code().or(() -> ownCode(each.descriptor())).orElse(code) == code)
        .findFirst()
        .map(Registrations.JdbcType::descriptor)
        .flatMap(
            name ->
                ofJdbcType(name).or(() -> unknown(member, "JdbcTypeRegistration", name, warnings)))
        .filter(other -> other != code);
  }

  /** The code of a descriptor itself, which need not be that of the column's type. */
  private Optional<Integer> ownCode(DotName name) {
    return name.toString().startsWith(HIBERNATE)
        ? ofJdbcType(name)
        : constant(name, "getDefaultSqlTypeCode").or(() -> constant(name, "getJdbcTypeCode"));
  }

  /** Whether a class of the user's own decides what the column is. */
  boolean isUserType(Member member) {
    return userType(member).isPresent();
  }

  private Optional<DotName> userType(Member member) {
    return named(member, TYPE).or(() -> registrations.userType(member.type()));
  }

  private static Optional<DotName> named(Member member, DotName annotation) {
    return member
        .annotations()
        .find(annotation)
        .flatMap((AnnotationInstance found) -> Values.className(found, "value"));
  }

  private Optional<Integer> ofJdbcType(DotName name) {
    if (name.toString().startsWith(HIBERNATE)) {
      return Optional.ofNullable(JDBC_TYPES.get(beginning(name, "JdbcType")))
          .or(() -> Optional.ofNullable(JDBC_TYPES.get(beginning(name, "Type"))));
    }
    Optional<String> telling =
        CODE_METHODS.stream().filter(method -> evaluator.has(name, method)).findFirst();
    return telling.isPresent()
        ? constant(name, telling.get())
        : superclass(name).flatMap(this::ofJdbcType);
  }

  private Optional<Integer> ofUserType(DotName name) {
    return constant(name, "getSqlType").or(() -> superclass(name).flatMap(this::ofUserType));
  }

  private Optional<DotName> superclass(DotName name) {
    return classes
        .find(name)
        .map(ClassInfo::superName)
        .filter(parent -> !parent.toString().startsWith("java."));
  }

  private Optional<Integer> constant(DotName type, String method) {
    try {
      return evaluator
          .call(type, method, List.of())
          .filter(Integer.class::isInstance)
          .map(Integer.class::cast);
    } catch (UnreadableCodeException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> unknown(
      Member member, String annotation, DotName name, Consumer<ModelWarning> warnings) {
    warnings.accept(
        new ModelWarning(
            member.subject(),
            "the column type that @%s(%s.class) makes cannot be read from its bytecode; the column is mapped as without it. Write it down with @Column(columnDefinition = …) or @ColumnSpec(type = …)."
                .formatted(annotation, name.withoutPackagePrefix())));
    return Optional.empty();
  }

  /**
   * The Java type as which {@code @JavaType} has a member treated.
   *
   * @param type the member's, or that of its elements
   */
  Optional<JavaBasic> javaType(Member member, Type type, Consumer<ModelWarning> warnings) {
    Optional<DotName> name = named(member, JAVA_TYPE).or(() -> registrations.javaType(type));
    Optional<JavaBasic> known = name.flatMap(this::ofJavaType);
    if (name.isPresent() && known.isEmpty() && code(member, ignored -> {}).isEmpty()) {
      unknown(member, "JavaType", name.get(), warnings);
    }
    return known;
  }

  private Optional<JavaBasic> ofJavaType(DotName name) {
    if (!name.toString().startsWith(HIBERNATE)) {
      return superclass(name).flatMap(this::ofJavaType);
    }
    String beginning = beginning(name, "JavaType");
    String known = JAVA_TYPES.get(beginning);
    return known == null
        ? PACKAGES.stream().flatMap(prefix -> JavaBasic.of(prefix + beginning).stream()).findFirst()
        : JavaBasic.of(known);
  }

  private static String beginning(DotName name, String end) {
    String simple = name.withoutPackagePrefix();
    return simple.endsWith(end) ? simple.substring(0, simple.length() - end.length()) : simple;
  }
}
