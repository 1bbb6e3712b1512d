package dev.migrator.command;

import dev.migrator.diff.RenameCandidate;
import dev.migrator.problem.GivenOption;
import dev.migrator.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/** Something goes and something alike comes: a rename, or not. */
final class UndecidedRenamesException extends ProblemException {

  private static final long serialVersionUID = 1L;

  UndecidedRenamesException(List<RenameCandidate> candidates) {
    super(
        candidates.stream()
            .map(UndecidedRenamesException::line)
            .collect(
                Collectors.joining(
                    "\n  ",
                    "what goes and what comes look alike: renamed, or dropped with its data? Nothing was written; give one answer each:\n  ",
                    "")));
  }

  private static String line(RenameCandidate pair) {
    return "%s %s goes, %s comes: %s or %s"
        .formatted(
            pair.kind(),
            pair.from(),
            pair.to(),
            GivenOption.of("--rename", pair.rename()),
            GivenOption.of("--drop", pair.from()));
  }
}
