package dev.migrator.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the database itself fills in where an insert gives no value: an SQL expression.
 *
 * <pre>{@code
 * @ServerDefault("now()")
 * private LocalDateTime createdAt;
 *
 * @ServerDefault(postgresql = "gen_random_uuid()", sqlite = "(lower(hex(randomblob(16))))")
 * private UUID token;
 * }</pre>
 *
 * <p>A string is quoted as in SQL: {@code @ServerDefault("'UNDEFINED'")}.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ServerDefault {

  /** The expression for every database. */
  String value() default "";

  /** The expression for PostgreSQL alone, where the databases need different ones. */
  String postgresql() default "";

  /** The expression for SQLite alone, where the databases need different ones. */
  String sqlite() default "";
}
