package dev.migrator.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns that an attribute was given.
 *
 * @param columns their names
 * @param required those that take NULL although the attribute needs a value
 */
record Bound(List<String> columns, List<String> required) {

  static final Bound NOTHING = new Bound(List.of(), List.of());

  Bound {
    columns = List.copyOf(columns);
    required = List.copyOf(required);
  }

  static Bound of(List<String> columns) {
    return new Bound(columns, List.of());
  }

  /** Those of several attributes. */
  static Bound all(Stream<Bound> parts) {
    List<String> columns = new ArrayList<>();
    List<String> required = new ArrayList<>();
    parts.forEach(
        part -> {
          columns.addAll(part.columns);
          required.addAll(part.required);
        });
    return new Bound(columns, required);
  }
}
