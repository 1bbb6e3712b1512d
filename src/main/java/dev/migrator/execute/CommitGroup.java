package dev.migrator.execute;

import dev.migrator.dialect.Statement;
import dev.migrator.dialect.Statement.Placement;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements of a revision that are committed together.
 *
 * @param before what sets up the session before the transaction
 * @param statements the statements of the transaction
 * @param after what restores the session after the transaction
 * @param alone whether the one statement runs outside any transaction
 */
record CommitGroup(
    List<Statement> before, List<Statement> statements, List<Statement> after, boolean alone) {

  CommitGroup {
    before = List.copyOf(before);
    statements = List.copyOf(statements);
    after = List.copyOf(after);
  }

  /**
   * The groups of a revision's statements, at least one. Session statements stand outside the
   * transactions: those before a group's first statement set up, the others restore.
   */
  static List<CommitGroup> cut(List<Statement> statements) {
    Cutter cutter = new Cutter();
    statements.forEach(cutter::add);
    return cutter.finish();
  }

  private static Placement placement(Statement statement) {
    return statement instanceof Statement.Sql sql ? sql.placement() : Placement.TRANSACTION;
  }

  /** Collects one group after the other. */
  private static final class Cutter {

    private final List<CommitGroup> groups = new ArrayList<>();
    private final List<Statement> before = new ArrayList<>();
    private final List<Statement> inside = new ArrayList<>();
    private final List<Statement> after = new ArrayList<>();
    private boolean alone;
    private boolean full;

    void add(Statement statement) {
      Placement placement = placement(statement);
      if (placement == Placement.SESSION) {
        (inside.isEmpty() ? before : after).add(statement);
        return;
      }
      if (full || !after.isEmpty() || (placement == Placement.ALONE && !inside.isEmpty())) {
        close();
      }
      inside.add(statement);
      alone = placement == Placement.ALONE;
      full = alone || placement == Placement.COMMIT_AFTER;
    }

    List<CommitGroup> finish() {
      if (!before.isEmpty() || !inside.isEmpty() || groups.isEmpty()) {
        close();
      }
      return List.copyOf(groups);
    }

    private void close() {
      groups.add(new CommitGroup(before, inside, after, alone));
      before.clear();
      inside.clear();
      after.clear();
      alone = false;
      full = false;
    }
  }
}
