package dev.migrator.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settings of one thing in the database, as {@code WITH (…)} takes them. Their order is kept, but
 * means nothing.
 *
 * @param values the value of each setting, by its name
 */
public record Parameters(Map<String, String> values) {

  /** No setting. */
  public static final Parameters NONE = of(Map.of());

  public Parameters {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public static Parameters of(Map<String, String> values) {
    return new Parameters(values);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }
}
