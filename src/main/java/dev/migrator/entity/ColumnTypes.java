package dev.migrator.entity;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.NativeType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import dev.migrator.schema.TypeSpelling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;
import org.jboss.jandex.TypeVariable;

/** The types of columns, from the Java types and annotations of their members. */
final class ColumnTypes {

  private static final Set<String> COLLECTIONS =
      Set.of("java.util.Collection", "java.util.List", "java.util.Set", "java.util.SortedSet");

  private final Classes classes;
  private final SingleValues values;
  private final Converters converters;
  private final ConvertedValues convertedValues;
  private final Descriptors descriptors;
  private final boolean validation;
  private final Consumer<ModelWarning> warnings;

  ColumnTypes(
      Classes classes,
      EnumColumns enums,
      Converters converters,
      Evaluator evaluator,
      Registrations registrations,
      HibernateSettings settings,
      boolean validation,
      Consumer<ModelWarning> warnings) {
    this.classes = classes;
    this.converters = converters;
    this.convertedValues = new ConvertedValues(evaluator);
    this.descriptors = new Descriptors(classes, evaluator, registrations);
    this.values = new SingleValues(classes, enums, descriptors, settings);
    this.validation = validation;
    this.warnings = warnings;
  }

  /**
   * The type of a member's column. One that is written out replaces what the member would get by
   * itself; the condition that comes with that stays, as in Hibernate.
   *
   * @throws ModelException if the member has a type that no column holds
   */
  MappedType of(Member member) {
    if (values.isRefused(member)) {
      warnings.accept(refused(member));
    }
    Optional<ColumnType> written =
        member.annotations().ofColumn(member.column(), found -> explicit(member, found));
    if (written.isEmpty()) {
      return natural(member, warnings).orElseThrow(() -> unknown(member));
    }
    if (isNamedEnum(member)) {
      return MappedType.of(
          written.get() instanceof NativeType own ? named(member, own) : written.get());
    }
    return natural(member, ignored -> {})
        .map(natural -> natural.withType(written.get()))
        .orElseGet(() -> MappedType.of(written.get()));
  }

  /** A type that is written out may be the one that is made of the member's enum. */
  private ColumnType named(Member member, NativeType written) {
    Optional<QualifiedName> name = name(written.sql());
    return natural(member, ignored -> {})
        .map(MappedType::type)
        .filter(
            made -> made instanceof EnumRef reference && name.equals(Optional.of(reference.name())))
        .orElse(written);
  }

  /** The name that a type's SQL is, if it is nothing else. */
  private static Optional<QualifiedName> name(String sql) {
    List<Token> tokens = SqlTokens.of(sql);
    boolean isPlain = tokens.size() == 1;
    boolean isQualified = tokens.size() == 3 && tokens.get(1).isSymbol(".");
    if (!isPlain && !isQualified) {
      return Optional.empty();
    }
    return folded(tokens.get(tokens.size() - 1))
        .map(last -> new QualifiedName(isPlain ? Optional.empty() : folded(tokens.get(0)), last));
  }

  private static Optional<String> folded(Token token) {
    return token.kind() == SqlTokens.Kind.WORD
        ? Optional.of(token.text().toLowerCase(Locale.ROOT))
        : token.identifier();
  }

  private static ModelWarning refused(Member member) {
    String type = member.type().asArrayType().componentType().name().withoutPackagePrefix() + "[]";
    return new ModelWarning(
        member.subject(),
        "Hibernate does not start with a %s unless it is told what that is. Let it be a %s, or set %s to 'allow'."
            .formatted(type, type.equals("Byte[]") ? "byte[]" : "char[]", WrapperArrays.SETTING));
  }

  /** The type that a {@code @ColumnSpec} or JPA annotation spells out. */
  static Optional<ColumnType> explicit(Member member, AnnotationInstance annotation) {
    if (!annotation.name().equals(Vocabulary.COLUMN_SPEC)) {
      return ColumnDefinition.of(annotation).map(ColumnDefinition::type);
    }
    try {
      return Values.text(annotation, "type").map(TypeSpelling::parse);
    } catch (IllegalArgumentException wrong) {
      String sentence = String.valueOf(wrong.getMessage());
      throw new ModelException(
          member.subject(), sentence.endsWith("?") ? sentence : sentence + ".");
    }
  }

  private boolean isNamedEnum(Member member) {
    return member.annotations().has(Vocabulary.DATABASE_ENUM)
        || descriptors.code(member, ignored -> {}).filter(JdbcTypes::isNamedEnum).isPresent()
        || values
            .javaEnum(member.type())
            .filter(found -> classes.has(found, Vocabulary.DATABASE_ENUM))
            .isPresent();
  }

  private Optional<MappedType> natural(Member member, Consumer<ModelWarning> said) {
    if (member.annotations().has(Vocabulary.JSON)) {
      return Optional.of(MappedType.of(BasicType.of(Kind.JSONB)));
    }
    Optional<Integer> code =
        descriptors.code(member, said).filter(any -> isRead(member, any, said));
    ColumnSize given = ColumnSize.of(member, validation);
    ColumnSize size = isMoment(member.type()) ? given.ofMoment() : given.ofValue();
    if (descriptors.isUserType(member) && code.isPresent()) {
      return JdbcTypes.type(code.get(), JavaBasic.of(Kind.BYTES), size).map(MappedType::of);
    }
    Optional<Converter> converter = converters.of(member);
    if (converter.isPresent()) {
      return converted(member, converter.get(), code, size, said);
    }
    Optional<Type> element = values.isOne(member) ? Optional.empty() : element(member.type());
    if (element.isPresent() && code.filter(JdbcTypes::isDocumentArray).isPresent()) {
      return JdbcTypes.type(code.get(), JavaBasic.of(Kind.BYTES), size).map(MappedType::of);
    }
    if (element.isPresent() && code.filter(any -> !JdbcTypes.isNaturalArray(any)).isEmpty()) {
      return array(member, element.get(), code, given.ofElements(), said);
    }
    return single(member, member.type(), code, size, said);
  }

  /**
   * An array. Of a type variable Hibernate takes the bound for the elements' type, and up to
   * version 6, or where that is no type of a column, what stands for the variable.
   */
  private Optional<MappedType> array(
      Member member,
      Type element,
      Optional<Integer> code,
      ColumnSize size,
      Consumer<ModelWarning> said) {
    Optional<MappedType> bounded =
        element(member.declaredType())
            .filter(TypeVariable.class::isInstance)
            .flatMap(variable -> values.of(member, bound(variable), code, size, said));
    Optional<MappedType> single = single(member, element, code, size, said);
    Optional<ColumnType> older =
        single.map(mapped -> new ArrayType(mapped.older().orElse(mapped.type())));
    return bounded
        .or(() -> single)
        .map(mapped -> MappedType.of(new ArrayType(mapped.type())))
        .map(
            mapped ->
                older
                    .filter(other -> !other.equals(mapped.type()))
                    .map(mapped::withOlder)
                    .orElse(mapped));
  }

  private static Type bound(Type type) {
    return type instanceof TypeVariable variable && !variable.bounds().isEmpty()
        ? bound(variable.bounds().get(0))
        : type;
  }

  /** A single value. One that is serialized may have been a moment up to Hibernate 6. */
  private Optional<MappedType> single(
      Member member,
      Type type,
      Optional<Integer> code,
      ColumnSize size,
      Consumer<ModelWarning> said) {
    Optional<MappedType> mapped = values.of(member, type, code, size, said);
    return code.isEmpty() && SingleValues.isGregorian(type)
        ? mapped.map(single -> single.withOlder(SingleValues.gregorian(size)))
        : mapped;
  }

  /** Whether a code is known; else it is said that the member is mapped as without it. */
  private static boolean isRead(Member member, int code, Consumer<ModelWarning> said) {
    if (JdbcTypes.isNatural(code) || JdbcTypes.isNaturalArray(code) || JdbcTypes.isRead(code)) {
      return true;
    }
    said.accept(
        new ModelWarning(
            member.subject(),
            "the JDBC type code %d has no type of column; the column is mapped as without it. Write its type down with @Column(columnDefinition = …) or @ColumnSpec(type = …)."
                .formatted(code)));
    return false;
  }

  private Optional<MappedType> converted(
      Member member,
      Converter converter,
      Optional<Integer> code,
      ColumnSize size,
      Consumer<ModelWarning> said) {
    Optional<JavaBasic> relational =
        SingleValues.basic(converter.relational())
            .or(() -> values.serialized(converter.relational()))
            .map(basic -> SingleValues.isLob(member) ? basic.large() : basic);
    return relational.map(
        basic -> {
          Optional<Integer> asked =
              values.asked(
                  member, basic, code.or(() -> values.preferred(converter.relational())), said);
          MappedType type = MappedType.of(SingleValues.type(basic, asked, size));
          Kind kind = asked.flatMap(JdbcTypes::kind).orElse(basic.kind());
          return condition(member, converter, kind, said).map(type::withNewerCheck).orElse(type);
        });
  }

  private Optional<UnaryOperator<String>> condition(
      Member member, Converter converter, Kind kind, Consumer<ModelWarning> said) {
    try {
      if (converter.attribute().name().toString().equals("java.lang.Boolean")) {
        return convertedValues.ofBoolean(converter, kind);
      }
      Optional<ClassInfo> javaEnum = values.javaEnum(converter.attribute());
      return javaEnum.isPresent()
          ? convertedValues.ofEnum(converter, kind, javaEnum.get())
          : Optional.empty();
    } catch (UnreadableCodeException unknown) {
      said.accept(
          new ModelWarning(
              member.subject(),
              "Hibernate writes a condition of the values that %s makes, which cannot be read from its bytecode (%s). Add the condition with @Check."
                  .formatted(converter.name(), unknown.getMessage())));
      return Optional.empty();
    }
  }

  /** Whether Hibernate sizes the attribute by its seconds, whatever its column holds. */
  private static boolean isMoment(Type type) {
    return JavaBasic.of(type.name().toString()).filter(JavaBasic::isMoment).isPresent();
  }

  private ClassInfo typeClass(Member member, Type type) {
    return classes.get(type.name(), "the type of " + member.subject());
  }

  private RuntimeException unknown(Member member) {
    Type type = member.type();
    if (type.kind() == Type.Kind.CLASS) {
      ClassInfo info = typeClass(member, type);
      if (classes.has(info, Vocabulary.ENTITY)) {
        return new ModelException(
            member.subject(),
            "the entity %s is referenced without @ManyToOne or @OneToOne.".formatted(info.name()));
      }
    }
    Optional<ClassInfo> embeddable =
        element(type)
            .flatMap(held -> classes.find(held.name()))
            .filter(info -> classes.has(info, Vocabulary.EMBEDDABLE));
    if (embeddable.isPresent()) {
      return new ModelException(
          member.subject(),
          "no column holds several of the embeddable %s. Make them rows with @ElementCollection, or a document with @JdbcTypeCode(SqlTypes.JSON_ARRAY)."
              .formatted(embeddable.get().name()));
    }
    return new ModelException(
        member.subject(),
        "no column type is known for %s. Mark the member with @Json, give @ColumnSpec(type = …) or @Convert, or make it @Transient. A converter with autoApply applies if it is among the searched classes: name it under models.classes, or its package under models.packages."
            .formatted(type));
  }

  /** The type of an array's or collection's elements; bytes and characters are no array. */
  private static Optional<Type> element(Type type) {
    if (type.kind() == Type.Kind.ARRAY) {
      return JavaBasic.of(type.name().toString()).isPresent()
          ? Optional.empty()
          : Optional.of(type.asArrayType().componentType());
    }
    return type instanceof ParameterizedType generic
            && COLLECTIONS.contains(generic.name().toString())
        ? Optional.of(generic.arguments().get(0))
        : Optional.empty();
  }
}
