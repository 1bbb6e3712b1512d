package dev.migrator.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a column is like. On an annotation type it makes that annotation a reusable column; together
 * with {@link ServerDefault}, {@link Indexed} and the others it says everything of the column once:
 *
 * <pre>{@code
 * @ColumnSpec(unique = true, length = 255)
 * @Target({ElementType.FIELD, ElementType.METHOD})
 * @Retention(RetentionPolicy.RUNTIME)
 * public @interface UniqueString {}
 *
 * @UniqueString
 * private String email;
 * }</pre>
 *
 * <p>Only what is written counts. What stands on the member wins over what its reusable annotations
 * say, and {@code @ColumnSpec} wins over {@code jakarta.persistence.Column}.
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ColumnSpec {

  /** The column's name. */
  String name() default "";

  /** The column's type in the spelling of revision files: {@code text}, {@code numeric(10,2)}. */
  String type() default "";

  /** The most characters of a string. */
  int length() default 255;

  /** The digits of a number. */
  int precision() default 0;

  /** The digits behind the decimal point. */
  int scale() default 0;

  /** Whether the column takes NULL. */
  boolean nullable() default true;

  /** Whether the column has a unique constraint of its own. */
  boolean unique() default false;

  /** A condition, in SQL, that every value fulfils. */
  String check() default "";

  /** The description kept in the catalog. */
  String comment() default "";
}
