package dev.migrator.entity;

import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;

/**
 * The sizes that the model gives for a column; what it leaves out is the Java type's own.
 *
 * @param length the most characters
 * @param precision the digits of a number
 * @param scale the digits behind its decimal point
 * @param secondPrecision the digits behind the second
 * @param elements how many elements an array has
 */
record ColumnSize(
    Optional<Integer> length,
    Optional<Integer> precision,
    Optional<Integer> scale,
    Optional<Integer> secondPrecision,
    Optional<Integer> elements) {

  private static final DotName FRACTIONAL_SECONDS = Vocabulary.hibernate("FractionalSeconds");
  private static final DotName ARRAY = Vocabulary.hibernate("Array");

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
            annotations
                .find(FRACTIONAL_SECONDS)
                .flatMap(found -> Values.number(found, "value"))
                .or(() -> column.flatMap(found -> Values.number(found, "secondPrecision")))
                .filter(precision -> precision >= 0),
            annotations.find(ARRAY).flatMap(found -> Values.number(found, "length")));
    return validation ? Validation.size(member, given) : given;
  }

  /** The same for a moment, a day or a time: only its seconds have a size. */
  ColumnSize ofMoment() {
    return new ColumnSize(
        Optional.empty(), Optional.empty(), Optional.empty(), secondPrecision, elements);
  }

  /** The same for the elements of an array, of which moments are sized like numbers. */
  ColumnSize ofElements() {
    return new ColumnSize(length, precision, scale, precision, elements);
  }

  /** The same for any other value. */
  ColumnSize ofValue() {
    return new ColumnSize(length, precision, scale, Optional.empty(), elements);
  }
}
