package dev.migrator.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Changes of a list of enum values that may meet a list that another branch changed as well. */
public final class EnumValues {

  private EnumValues() {}

  /** The list with a value behind the nearest of its predecessors, as {@code order} has them. */
  public static List<String> insert(List<String> current, String value, List<String> order) {
    Set<String> predecessors = new HashSet<>(order.subList(0, order.indexOf(value)));
    int place = current.size();
    while (place > 0 && !predecessors.contains(current.get(place - 1))) {
      place--;
    }
    List<String> result = new ArrayList<>(current);
    result.add(place, value);
    return result;
  }

  /** The values that are not among the others. */
  public static List<String> without(List<String> values, List<String> others) {
    Set<String> left = new LinkedHashSet<>(values);
    others.forEach(left::remove);
    return List.copyOf(left);
  }

  /** {@code to} where the list is {@code from}; else the same values removed and added. */
  static List<String> change(List<String> current, List<String> from, List<String> to) {
    if (current.equals(from)) {
      return to;
    }
    List<String> values = without(current, without(from, to));
    for (String value : to) {
      values = values.contains(value) ? values : insert(values, value, to);
    }
    return values;
  }
}
