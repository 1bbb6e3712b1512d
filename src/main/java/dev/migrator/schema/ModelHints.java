package dev.migrator.schema;

import java.util.List;

/**
 * What a model says of the way to it, beside the schema that it wants.
 *
 * @param renames what is new only by name
 * @param replacedValues what rows get that hold a value which an enumeration loses
 * @param enumColumns the columns that hold names or positions of Java's constants
 */
public record ModelHints(
    List<RenameHint> renames, List<ReplacedValue> replacedValues, List<EnumColumn> enumColumns) {

  /** Nothing is said. */
  public static final ModelHints NONE = new ModelHints(List.of(), List.of(), List.of());

  public ModelHints {
    renames = List.copyOf(renames);
    replacedValues = List.copyOf(replacedValues);
    enumColumns = List.copyOf(enumColumns);
  }
}
