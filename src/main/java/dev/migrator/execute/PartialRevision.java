package dev.migrator.execute;

import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.RevisionStep;
import java.util.Optional;

/**
 * A revision of which some commit groups are committed and others are not.
 *
 * @param revision the revision
 * @param direction whether it was being applied or undone
 * @param done how many groups are committed
 * @param groups how many there are
 * @param interrupted whether the next one was begun outside a transaction and its end is not known
 * @param checksum the revision's checksum then
 */
public record PartialRevision(
    RevisionId revision,
    Direction direction,
    int done,
    int groups,
    boolean interrupted,
    Optional<String> checksum) {

  /** What it is and what to do, as a sentence. */
  public String describe() {
    String unknown =
        interrupted ? "; group %d was begun, and its end is not known".formatted(done + 1) : "";
    String count =
        "%d of %d commit groups %s committed%s"
            .formatted(done, groups, done == 1 ? "is" : "are", unknown);
    return switch (direction) {
      case UPGRADE ->
          "revision '%s' is half applied: %s. Unless another migration is running it now, finish it first, with 'migrator upgrade %s'."
              .formatted(revision, count, revision);
      case DOWNGRADE ->
          "revision '%s' is half undone: %s. Unless another migration is running it now, finish that first, with 'migrator downgrade'."
              .formatted(revision, count);
    };
  }

  /** A sentence on what becomes of it when a person says what the database has. */
  String forgetting() {
    String state =
        switch (direction) {
          case UPGRADE -> "applied";
          case DOWNGRADE -> "undone";
        };
    String unknown =
        interrupted ? ", and group %d was begun without a known end".formatted(done + 1) : "";
    return "revision '%s' was half %s: %d of %d commit groups %s committed%s. What these did stays in the database."
        .formatted(revision, state, done, groups, done == 1 ? "was" : "were", unknown);
  }

  /** Whether a step goes on with it. */
  boolean isContinuedBy(RevisionStep step) {
    return step.revision().id().equals(revision) && step.direction() == direction;
  }

  /**
   * A sentence on how it goes on.
   *
   * @throws MigrationException if the revision has no group left to run
   */
  String continuation(PreparedStep prepared) {
    if (done >= prepared.groups().size()) {
      throw new MigrationException(
          "revision '%s' was changed since %d of its commit groups were committed, and has only %d now. Restore it, or finish by hand and use 'migrator stamp'."
              .formatted(revision, done, prepared.groups().size()));
    }
    String edited =
        checksum.filter(prepared.checksum()::equals).isPresent()
            ? ""
            : "; its file was changed since, and the groups before are taken as they were";
    String again = interrupted ? "; it was begun before, and its end is not known" : "";
    return "revision '%s' continues at commit group %d of %d%s%s"
        .formatted(revision, done + 1, prepared.groups().size(), again, edited);
  }
}
