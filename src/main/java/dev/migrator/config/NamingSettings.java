package dev.migrator.config;

import java.util.Optional;

/**
 * How tables and columns are named: a preset, with rules of one's own in place of some of its.
 *
 * @param preset {@code jpa}, {@code spring} or {@code snake_case_plural}
 * @param tables the style of a table that the model leaves unnamed: {@code as_written}, {@code
 *     snake_case} or {@code snake_case_plural}
 * @param columns the style of a column that the model leaves unnamed, never in the plural
 * @param explicit the style of a name that the model gives, never in the plural
 * @param quoted whether all names keep their letters
 */
public record NamingSettings(
    String preset,
    Optional<String> tables,
    Optional<String> columns,
    Optional<String> explicit,
    boolean quoted) {

  /** Whether it is a preset and no more. */
  boolean isPreset() {
    return tables.isEmpty() && columns.isEmpty() && explicit.isEmpty() && !quoted;
  }
}
