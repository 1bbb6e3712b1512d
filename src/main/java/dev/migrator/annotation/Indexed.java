package dev.migrator.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index, with what {@code jakarta.persistence.Index} cannot say: a predicate, an access method,
 * columns carried along, an expression. On a member it indexes that member's column; on an entity
 * it names its columns or an expression.
 *
 * <pre>{@code
 * @Indexed
 * private String title;
 *
 * @Indexed(unique = true, where = "deleted_at is null")
 * private String slug;
 *
 * @Indexed(using = "gin")
 * private List<String> tags;
 *
 * @Entity
 * @Indexed(columns = {"author_id", "published_at desc"}, include = "title")
 * @Indexed(expression = "lower(title)")
 * public class Article { … }
 * }</pre>
 */
@Documented
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Indexed.List.class)
public @interface Indexed {

  /** The index's name; made of the table's and the columns' names if empty. */
  String name() default "";

  /**
   * The names of the indexed columns, in order, each with {@code asc} or {@code desc} behind it if
   * it matters. On a member: its own column if empty.
   */
  String[] columns() default {};

  /** An SQL expression that is indexed instead of columns. */
  String expression() default "";

  /** Whether two rows may not share a key. */
  boolean unique() default false;

  /** The condition, in SQL, of the rows that are indexed; all if empty. */
  String where() default "";

  /** The access method (PostgreSQL: {@code gin}, {@code gist}, {@code hash}, …). */
  String using() default "";

  /** The names of columns that are carried along without being part of the key (PostgreSQL). */
  String[] include() default {};

  /** Several indexes on one member or entity. */
  @Documented
  @Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
  @Retention(RetentionPolicy.RUNTIME)
  @interface List {

    /** The indexes. */
    Indexed[] value();
  }
}
