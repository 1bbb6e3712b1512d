package dev.migrator.command;

import dev.migrator.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/** The revision would fail on the rows that are there. */
final class UnfilledColumnsException extends ProblemException {

  private static final long serialVersionUID = 1L;

  UnfilledColumnsException(List<UnfilledColumn> columns) {
    super(
        columns.stream()
            .map(column -> "%s: %s".formatted(column.describe(), column.options()))
            .collect(
                Collectors.joining(
                    "\n  ",
                    "rows of the database have no value for what becomes NOT NULL. Nothing was written; give one for each, or a default in the model:\n  ",
                    "")));
  }
}
