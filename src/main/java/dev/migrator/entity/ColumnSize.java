package dev.migrator.entity;

import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;

/**
 * The sizes that the model gives for a column; what it leaves out is the Java type's own.
 *
 * @param length the most characters
 * @param precision the digits of a number
 * @param scale the digits behind its decimal point
 * @param secondPrecision the digits behind the second
 */
record ColumnSize(
    Optional<Integer> length,
    Optional<Integer> precision,
    Optional<Integer> scale,
    Optional<Integer> secondPrecision) {

  /** What the member's annotations say, those of Bean Validation too if they are to be read. */
  static ColumnSize of(Member member, boolean validation) {
    Optional<AnnotationInstance> column = member.column();
    Annotations annotations = member.annotations();
    ColumnSize given =
        new ColumnSize(
            annotations.ofColumn(column, found -> Values.number(found, "length")),
            annotations
                .ofColumn(column, found -> Values.number(found, "precision"))
                .filter(precision -> precision > 0),
            annotations.ofColumn(column, found -> Values.number(found, "scale")),
            column
                .flatMap(found -> Values.number(found, "secondPrecision"))
                .filter(precision -> precision >= 0));
    return validation ? Validation.size(member, given) : given;
  }
}
