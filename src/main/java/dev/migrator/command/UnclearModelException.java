package dev.migrator.command;

import dev.migrator.entity.ModelWarning;
import dev.migrator.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/** The models have warnings, and are to be without. */
final class UnclearModelException extends ProblemException {

  private static final long serialVersionUID = 1L;

  UnclearModelException(List<ModelWarning> warnings) {
    super(
        warnings.stream()
            .map(ModelWarning::toString)
            .collect(
                Collectors.joining(
                    "\n  ",
                    "the model is read with %s, and --strict or models.strict makes %s an error:\n  "
                        .formatted(
                            warnings.size() == 1 ? "a warning" : warnings.size() + " warnings",
                            warnings.size() == 1 ? "it" : "them"),
                    "")));
  }
}
