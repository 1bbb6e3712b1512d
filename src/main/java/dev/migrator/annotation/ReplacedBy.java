package dev.migrator.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a constant of an enum that is stored by its name: the database holds its value no more, and
 * rows that hold it get another one. The constant may be deleted when the revision is written,
 * which has the replacement in itself.
 *
 * <pre>{@code
 * @DatabaseEnum(name = "gender_enum")
 * public enum Gender { MALE, FEMALE, UNDEFINED, @ReplacedBy("UNDEFINED") OTHER }
 * }</pre>
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReplacedBy {

  /** The value that the rows get, as the database has it. */
  String value();
}
