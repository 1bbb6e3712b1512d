package dev.migrator.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A column whose values stand for the constants of a Java enum: by their names, by their positions,
 * or by values that the enum itself gives them.
 *
 * @param table the table
 * @param column the column
 * @param constants the constants in order, by their names or those values
 * @param replaced those that the database holds no more, with what stands in their place
 * @param renamed what constants were before, with what they are now
 */
public record EnumColumn(
    QualifiedName table,
    String column,
    List<String> constants,
    Map<String, String> replaced,
    Map<String, String> renamed) {

  public EnumColumn {
    constants = List.copyOf(constants);
    replaced = Map.copyOf(new TreeMap<>(replaced));
    renamed = Map.copyOf(new TreeMap<>(renamed));
  }

  /** Whether the enum itself gives its constants numbers: no name of Java's begins with a digit. */
  public boolean areNumbers() {
    return constants.stream().anyMatch(constant -> constant.matches("-?\\d.*"));
  }
}
