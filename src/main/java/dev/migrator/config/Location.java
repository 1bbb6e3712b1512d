package dev.migrator.config;

/**
 * A place in the configuration file.
 *
 * @param file the file as the user named it
 * @param line the line, counted from 1
 * @param column the column, counted from 1
 */
record Location(String file, int line, int column) {

  /** {@code migrator.yaml:3:8}, which editors and terminals open at a click. */
  @Override
  public String toString() {
    return "%s:%d:%d".formatted(file, line, column);
  }
}
