package dev.migrator.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name that a table, a column, an enum or an enum value had in the database before. Without it,
 * a new name is a new thing and the old one is dropped with its data.
 *
 * <p>It acts only while the database holds the old name and not the new one, so it may stay.
 *
 * <pre>{@code
 * @Entity
 * @RenamedFrom("people")                 // the table's name before
 * public class User {
 *
 *   @RenamedFrom("mail")                 // the column's name before
 *   private String email;
 * }
 *
 * public enum Gender { MALE, FEMALE, @RenamedFrom("UNDEFINED") UNKNOWN }
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RenamedFrom {

  /** The name before. */
  String value();
}
