package dev.migrator.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A member that is kept as a JSON document: {@code jsonb} on PostgreSQL, text on SQLite.
 * Hibernate's own {@code @JdbcTypeCode(SqlTypes.JSON)} says the same.
 *
 * <pre>{@code
 * @Json
 * private Preferences preferences;
 * }</pre>
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Json {}
