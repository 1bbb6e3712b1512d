package dev.migrator.revision;

import dev.migrator.operation.Operation;
import java.util.List;

/**
 * A revision, whole.
 *
 * @param header what the graph needs of it
 * @param upgrade what it does, in order
 * @param downgrade what undoes it, in order
 */
public record Revision(RevisionHeader header, List<Operation> upgrade, List<Operation> downgrade) {

  public Revision {
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
  }

  /** What it does in a direction. */
  public List<Operation> operations(Direction direction) {
    return switch (direction) {
      case UPGRADE -> upgrade;
      case DOWNGRADE -> downgrade;
    };
  }
}
