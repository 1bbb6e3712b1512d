package dev.migrator.command;

import dev.migrator.diff.Fill;
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
 * @param fills what the rows get in columns that become NOT NULL, {@code TABLE.column=…} each
 * @param replacements what rows get that hold a value which an enumeration loses, {@code
 *     ENUM.VALUE=OTHER} each
 * @param questions where to ask about what is not decided
 */
public record Decisions(
    List<String> renames,
    Set<String> drop,
    List<Fill> fills,
    List<String> replacements,
    Questions questions) {

  /** Nothing is decided, and no one can be asked. */
  public static final Decisions NONE =
      new Decisions(List.of(), Set.of(), List.of(), List.of(), new NoQuestions());

  public Decisions {
    renames = List.copyOf(renames);
    drop = Set.copyOf(drop);
    fills = List.copyOf(fills);
    replacements = List.copyOf(replacements);
  }

  /** Asks a person. */
  public interface Questions {

    /** Whether something is renamed; empty where no one can be asked. */
    Optional<Answer> ask(RenameCandidate candidate);

    /** What the rows get in a column that becomes NOT NULL; empty where no one can be asked. */
    Optional<Fill> ask(UnfilledColumn column);

    /** The value that rows get in place of one that goes; empty where no one can be asked. */
    Optional<String> ask(HeldValue value);
  }

  /** No one is there. */
  private static final class NoQuestions implements Questions {

    @Override
    public Optional<Answer> ask(RenameCandidate candidate) {
      return Optional.empty();
    }

    @Override
    public Optional<Fill> ask(UnfilledColumn column) {
      return Optional.empty();
    }

    @Override
    public Optional<String> ask(HeldValue value) {
      return Optional.empty();
    }
  }

  /** What a pair is. */
  public enum Answer {
    /** One thing with a new name. */
    RENAME,
    /** A thing that goes, and another that comes. */
    DROP
  }
}
