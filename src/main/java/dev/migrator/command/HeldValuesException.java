package dev.migrator.command;

import dev.migrator.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/** Rows hold values that the revision would take away. */
final class HeldValuesException extends ProblemException {

  private static final long serialVersionUID = 1L;

  HeldValuesException(List<HeldValue> values) {
    super(
        values.stream()
            .map(value -> "%s: %s".formatted(value.describe(), value.options()))
            .collect(
                Collectors.joining(
                    "\n  ",
                    "rows of the database hold values that are to go. Nothing was written; change the rows, or say what replaces each value:\n  ",
                    "")));
  }
}
