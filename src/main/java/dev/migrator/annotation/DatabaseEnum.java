package dev.migrator.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A Java enum that is a named type of the database: {@code CREATE TYPE … AS ENUM} on PostgreSQL, a
 * CHECK of the column on SQLite. The values stand in the order of the constants.
 *
 * <p>It stands on the Java enum, for all its uses, or on one member, where its name wins. Hibernate
 * needs {@code @JdbcTypeCode(SqlTypes.NAMED_ENUM)} on each member, or it would bind a varchar.
 *
 * <pre>{@code
 * @DatabaseEnum(name = "gender_enum")
 * public enum Gender { MALE, FEMALE, UNDEFINED }
 *
 * @Enumerated(EnumType.STRING)
 * @JdbcTypeCode(SqlTypes.NAMED_ENUM)
 * private Gender gender;
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface DatabaseEnum {

  /** The type's name; the Java enum's simple name if empty. */
  String name() default "";

  /** The schema that the type stands in; the connection's current one if empty. */
  String schema() default "";
}
