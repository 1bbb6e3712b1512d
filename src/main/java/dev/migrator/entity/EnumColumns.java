package dev.migrator.entity;

import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.EnumRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;

/** The types of columns whose member is a Java enum. */
final class EnumColumns {

  private final EnumTypes types;
  private final Consumer<ModelWarning> warnings;

  EnumColumns(EnumTypes types, Consumer<ModelWarning> warnings) {
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
        warnings.accept(unbound(member));
      }
      boolean sorted = named.isEmpty() && code.orElseThrow() == JdbcTypes.NAMED_ENUM;
      return MappedType.of(new EnumRef(types.use(javaEnum, named, sorted)));
    }
    List<String> constants = EnumTypes.constants(javaEnum);
    boolean byName =
        member
            .annotations()
            .find(Vocabulary.ENUMERATED)
            .flatMap(found -> Values.constant(found, "value"))
            .filter("STRING"::equals)
            .isPresent();
    JavaBasic natural = JavaBasic.of(byName ? Kind.VARCHAR : Kind.SMALLINT);
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

  private static Optional<AnnotationInstance> onEnum(ClassInfo javaEnum) {
    return Optional.ofNullable(javaEnum.declaredAnnotation(Vocabulary.DATABASE_ENUM));
  }

  /** A member's annotation without a name leaves the one on the enum standing. */
  private static AnnotationInstance withName(AnnotationInstance onMember, ClassInfo javaEnum) {
    return Values.text(onMember, "name").isPresent() ? onMember : onEnum(javaEnum).orElse(onMember);
  }

  private static ModelWarning unbound(Member member) {
    return new ModelWarning(
        member.subject(),
        "Hibernate binds a varchar here, which the enum's column does not take."
            + " Add @JdbcTypeCode(SqlTypes.NAMED_ENUM).");
  }
}
