package dev.migrator.operation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Changes of a list of enum values that may meet a list that another branch changed as well. */
public final class EnumValues {

  private EnumValues() {}

  /** The list with a value behind the nearest of its predecessors, as {@code order} has them. */
  public static List<String> insert(List<String> current, String value, List<String> order) {
    int place = 0;
    for (String predecessor : order.subList(0, order.indexOf(value))) {
      place = Math.max(place, current.indexOf(predecessor) + 1);
    }
    List<String> result = new ArrayList<>(current);
    result.add(place, value);
    return result;
  }

  /** {@code to} where the list is {@code from}; else the same values removed and added. */
  static List<String> change(List<String> current, List<String> from, List<String> to) {
    if (current.equals(from)) {
      return to;
    }
    Set<String> result = new LinkedHashSet<>(current);
    from.stream().filter(value -> !to.contains(value)).forEach(result::remove);
    List<String> values = List.copyOf(result);
    for (String value : to) {
      values = values.contains(value) ? values : insert(values, value, to);
    }
    return values;
  }
}
