package dev.migrator.schema;

import java.util.List;
import java.util.Map;

/**
 * What a model says of the way to it, beside the schema that it wants.
 *
 * @param renames what is new only by name
 * @param replacedValues what rows get that hold a value which an enumeration loses
 * @param enumColumns the columns that hold names or positions of Java's constants
 * @param numbered the key columns that a sequence gives numbers to, by the sequence
 */
public record ModelHints(
    List<RenameHint> renames,
    List<ReplacedValue> replacedValues,
    List<EnumColumn> enumColumns,
    Map<QualifiedName, List<NumberedColumn>> numbered) {

  /** Nothing is said. */
  public static final ModelHints NONE = new ModelHints(List.of(), List.of(), List.of(), Map.of());

  public ModelHints {
    renames = List.copyOf(renames);
    replacedValues = List.copyOf(replacedValues);
    enumColumns = List.copyOf(enumColumns);
    numbered = Map.copyOf(numbered);
  }
}
