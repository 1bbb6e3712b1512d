package dev.migrator.revision.file;

import org.yaml.snakeyaml.error.Mark;

/**
 * A place in a file.
 *
 * @param file the file, as messages show it
 * @param line the line, from 1
 * @param column the column, from 1
 */
public record Position(String file, int line, int column) {

  /** The beginning of a file. */
  static Position start(String file) {
    return new Position(file, 1, 1);
  }

  static Position of(String file, Mark mark) {
    return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** {@code migrations/ae1027_add_email.yaml:14:5}. */
  @Override
  public String toString() {
    return "%s:%d:%d".formatted(file, line, column);
  }
}
