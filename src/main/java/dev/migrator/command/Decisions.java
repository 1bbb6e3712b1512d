package dev.migrator.command;

import dev.migrator.diff.RenameCandidate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person decides about a comparison, because the schemas alone do not tell.
 *
 * @param renames what is renamed, {@code OLD:NEW} each
 * @param drop the names of things to drop: of what no revision knows, and of what goes without
 *     being renamed
 * @param questions where to ask about what is not decided
 */
public record Decisions(List<String> renames, Set<String> drop, Questions questions) {

  /** Nothing is decided, and no one can be asked. */
  public static final Decisions NONE =
      new Decisions(List.of(), Set.of(), candidate -> Optional.empty());

  public Decisions {
    renames = List.copyOf(renames);
    drop = Set.copyOf(drop);
  }

  /** Asks a person. */
  @FunctionalInterface
  public interface Questions {

    /** The answer; empty where no one can be asked. */
    Optional<Answer> ask(RenameCandidate candidate);
  }

  /** What a pair is. */
  public enum Answer {
    /** One thing with a new name. */
    RENAME,
    /** A thing that goes, and another that comes. */
    DROP
  }
}
