package dev.migrator.execute;

import dev.migrator.problem.ProblemException;
import dev.migrator.revision.RevisionId;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** A migration cannot begin or go on. */
public final class MigrationException extends ProblemException {

  private static final long serialVersionUID = 1L;

  MigrationException(String message) {
    super(message);
  }

  MigrationException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * The same where steps before it were taken.
   *
   * @param heads where the database is now
   */
  MigrationException behind(SortedSet<RevisionId> heads) {
    return new MigrationException(
        "%s%nNothing of it was run; the database is at %s."
            .formatted(
                getMessage(),
                heads.stream().map(RevisionId::value).collect(Collectors.joining(", "))),
        this);
  }
}
