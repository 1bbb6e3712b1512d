package dev.migrator.schema;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings of one thing in the database, as {@code WITH (…)} takes them.
 *
 * @param values the value of each setting, by its name
 */
public record Parameters(SortedMap<String, String> values) {

  /** No setting. */
  public static final Parameters NONE = of(Map.of());

  public Parameters {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public static Parameters of(Map<String, String> values) {
    return new Parameters(new TreeMap<>(values));
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }
}
