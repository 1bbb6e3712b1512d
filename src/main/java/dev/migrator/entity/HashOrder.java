package dev.migrator.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which Hibernate writes the values of a condition that it keeps in a {@link HashSet}.
 * Conditions are compared as they are written, so a database that it made has them in this order.
 */
final class HashOrder {

  private static final float LOAD_FACTOR = 0.75f;
  private static final int SMALLEST = 16;

  private HashOrder() {}

  /**
   * @param expected for how many values Hibernate makes the set
   */
  static List<Object> of(Collection<Object> values, int expected) {
    int capacity = Math.max((int) (expected / LOAD_FACTOR) + 1, SMALLEST);
    Set<Object> set = new HashSet<>(capacity, LOAD_FACTOR);
    set.addAll(values);
    return new ArrayList<>(set);
  }
}
