package dev.migrator.entity;

import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.EnumRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;

/** The types of columns whose member is a Java enum. */
final class EnumColumns {

  private final Classes classes;
  private final EnumTypes types;
  private final Consumer<ModelWarning> warnings;

  EnumColumns(Classes classes, EnumTypes types, Consumer<ModelWarning> warnings) {
    this.classes = classes;
    this.types = types;
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
      return MappedType.of(new EnumRef(types.use(javaEnum, named, sorted)));
    }
    List<String> constants = types.constants(javaEnum);
    JavaBasic natural = natural(member);
    JavaBasic basic =
        code.map(
                asked ->
                    JdbcTypes.apply(asked, natural)
                        .orElseThrow(
                            () ->
                                new UnreadMappingException(
                                    member.subject(), "@JdbcTypeCode(" + asked + ")")))
            .orElse(natural);
    return basic.kind() == Kind.VARCHAR || basic.kind() == Kind.CHAR
        ? MappedType.oneOf(basic.type(size), constants)
        : MappedType.ordinalOf(basic.type(size), constants);
  }

  private Optional<AnnotationInstance> onEnum(ClassInfo javaEnum) {
    return classes.annotation(javaEnum, Vocabulary.DATABASE_ENUM);
  }

  /** A member's annotation without a name leaves the one on the enum standing. */
  private AnnotationInstance withName(AnnotationInstance onMember, ClassInfo javaEnum) {
    return Values.text(onMember, "name").isPresent() ? onMember : onEnum(javaEnum).orElse(onMember);
  }

  /** How JPA maps an enum that no type of the database stands for. */
  private static JavaBasic natural(Member member) {
    boolean byName =
        member
            .annotations()
            .find(Vocabulary.ENUMERATED)
            .flatMap(found -> Values.constant(found, "value"))
            .filter("STRING"::equals)
            .isPresent();
    return JavaBasic.of(byName ? Kind.VARCHAR : Kind.SMALLINT);
  }

  private static ModelWarning unbound(Member member, Optional<Integer> code) {
    JavaBasic natural = natural(member);
    Kind kind = code.flatMap(asked -> JdbcTypes.apply(asked, natural)).orElse(natural).kind();
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
