package dev.migrator.entity;

import dev.migrator.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/** Several things are wrong with a model. */
final class ModelProblemsException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final transient List<ProblemException> problems;

  ModelProblemsException(List<ProblemException> problems) {
    super(
        problems.stream()
            .map(ProblemException::getMessage)
            .collect(
                Collectors.joining(
                    "\n  ", "the model has %d errors:\n  ".formatted(problems.size()), "")));
    this.problems = List.copyOf(problems);
  }

  List<ProblemException> problems() {
    return problems;
  }
}
