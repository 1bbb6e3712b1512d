package dev.migrator.entity;

import dev.migrator.entity.EnumConstants.Named;
import dev.migrator.entity.EnumConstants.Stored;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.EnumRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;

/** The types of columns whose member is a Java enum. */
final class EnumColumns {

  private final Classes classes;
  private final EnumTypes types;
  private final EnumConstants constants;
  private final Consumer<ModelWarning> warnings;

  EnumColumns(
      Classes classes, EnumTypes types, EnumConstants constants, Consumer<ModelWarning> warnings) {
    this.classes = classes;
    this.types = types;
    this.constants = constants;
    this.warnings = warnings;
  }

  /**
   * The type: a named enumeration where {@code @DatabaseEnum} or {@code @JdbcTypeCode} asks for
   * one; else the constants' names or, as JPA says where nothing is said, their positions.
   */
  MappedType of(Member member, ClassInfo javaEnum, Optional<Integer> code, ColumnSize size) {
    Optional<AnnotationInstance> named =
        member
            .annotations()
            .find(Vocabulary.DATABASE_ENUM)
            .map(onMember -> withName(onMember, javaEnum))
            .or(() -> onEnum(javaEnum));
    boolean namedCode = code.filter(JdbcTypes::isNamedEnum).isPresent();
    if (named.isPresent() || namedCode) {
      if (!namedCode) {
        warnings.accept(unbound(member, code));
      }
      boolean sorted = named.isEmpty() && code.orElseThrow() == JdbcTypes.NAMED_ENUM;
      MappedType type = MappedType.of(new EnumRef(types.use(javaEnum, named, sorted)));
      return said(javaEnum, constants.stored(javaEnum, ignored -> {}))
          .map(type::withConstants)
          .orElse(type);
    }
    Optional<Stored> stored = constants.stored(javaEnum, warnings);
    stored.ifPresent(found -> requireFitting(member, javaEnum, found));
    JavaBasic natural = natural(member, stored, size);
    MappedType type =
        MappedType.of(
            code.flatMap(asked -> JdbcTypes.type(asked, natural, size))
                .orElseGet(() -> natural.type(size)));
    MappedType known = said(javaEnum, stored).map(type::withConstants).orElse(type);
    Kind kind = code.flatMap(JdbcTypes::kind).orElse(natural.kind());
    return condition(javaEnum, stored, kind).map(known::withCheck).orElse(known);
  }

  /** The constants as the column has them; empty where the bytecode does not show it. */
  private Optional<Named> said(ClassInfo javaEnum, Optional<Stored> stored) {
    return stored.isEmpty()
        ? Optional.of(constants.named(javaEnum))
        : stored.get().values().map(values -> constants.valued(javaEnum, values));
  }

  /** Hibernate refuses texts for ordinals, and numbers for names. */
  private static void requireFitting(Member member, ClassInfo javaEnum, Stored stored) {
    if (stored.isText() != isByName(member)) {
      throw new ModelException(
          member.subject(),
          stored.isText()
              ? "the @EnumeratedValue of %s is a text. Add @Enumerated(EnumType.STRING)."
                  .formatted(javaEnum.name())
              : "the @EnumeratedValue of %s is a number. Remove @Enumerated(EnumType.STRING)."
                  .formatted(javaEnum.name()));
    }
  }

  private Optional<UnaryOperator<String>> condition(
      ClassInfo javaEnum, Optional<Stored> stored, Kind kind) {
    List<String> names = EnumConstants.names(javaEnum);
    if (names.isEmpty()) {
      return Optional.empty();
    }
    if (stored.isPresent()) {
      return stored
          .get()
          .values()
          .map(values -> ConvertedValues.isOneOf(held(javaEnum, values), kind, false));
    }
    if (JdbcTypes.isInteger(kind)) {
      return Optional.of(column -> SqlText.isOrdinal(column, names.size()));
    }
    return kind == Kind.VARCHAR || kind == Kind.CHAR || kind == Kind.CLOB
        ? Optional.of(ConvertedValues.isOneOf(constants.named(javaEnum).held(), kind, false))
        : Optional.empty();
  }

  private List<Object> held(ClassInfo javaEnum, List<Object> values) {
    Set<String> replaced = constants.valued(javaEnum, values).replaced().keySet();
    return values.stream().filter(value -> !replaced.contains(String.valueOf(value))).toList();
  }

  private Optional<AnnotationInstance> onEnum(ClassInfo javaEnum) {
    return classes.annotation(javaEnum, Vocabulary.DATABASE_ENUM);
  }

  /** A member's annotation without a name leaves the one on the enum standing. */
  private AnnotationInstance withName(AnnotationInstance onMember, ClassInfo javaEnum) {
    return Values.text(onMember, "name").isPresent() ? onMember : onEnum(javaEnum).orElse(onMember);
  }

  /** How JPA maps an enum that no type of the database stands for. */
  private static JavaBasic natural(Member member, Optional<Stored> stored, ColumnSize size) {
    JavaBasic sizes =
        stored
            .flatMap(found -> JavaBasic.of(found.type()))
            .orElseGet(() -> JavaBasic.of(Kind.VARCHAR));
    if (!isByName(member)) {
      return sizes.withKind(Kind.SMALLINT);
    }
    // Hibernate has a letter for a name, but for no text that stands for the constant.
    boolean isLetter = stored.isEmpty() && size.length().filter(length -> length == 1).isPresent();
    return sizes.withKind(isLetter ? Kind.CHAR : Kind.VARCHAR);
  }

  private static boolean isByName(Member member) {
    return member
        .annotations()
        .find(Vocabulary.ENUMERATED)
        .flatMap(found -> Values.constant(found, "value"))
        .filter("STRING"::equals)
        .isPresent();
  }

  private static ModelWarning unbound(Member member, Optional<Integer> code) {
    Kind natural = isByName(member) ? Kind.VARCHAR : Kind.SMALLINT;
    Kind kind = code.flatMap(JdbcTypes::kind).orElse(natural);
    return new ModelWarning(
        member.subject(),
        "Hibernate binds %s here, which the enum's column does not take. Add @JdbcTypeCode(SqlTypes.NAMED_ENUM)."
            .formatted(bound(kind)));
  }

  private static String bound(Kind kind) {
    if (JdbcTypes.isText(kind)) {
      return "varchars (the constants' names)";
    }
    return JdbcTypes.isNumber(kind)
        ? "numbers (the constants' positions)"
        : "values of the type " + kind.name().toLowerCase(Locale.ROOT);
  }
}
