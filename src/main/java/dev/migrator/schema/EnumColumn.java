package dev.migrator.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A column whose values stand for the constants of a Java enum: by their names, or by their
 * positions.
 *
 * @param table the table
 * @param column the column
 * @param constants the names of the constants, in order
 * @param replaced the constants whose names the database holds no more, with what stands in their
 *     place
 * @param renamed the names that constants had before, with those that they have now
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
}
