package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Statement;
import dev.migrator.dialect.Statement.Placement;
import dev.migrator.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Places the statements of one revision to its transactions, of which it makes as few as it can.
 */
final class TransactionPlan {

  /**
   * How many tables a transaction creates or drops at most: each takes some locks until the end,
   * for which the server has room for a few thousand only.
   *
   * @see <a
   *     href="https://www.postgresql.org/docs/current/runtime-config-locks.html#GUC-MAX-LOCKS-PER-TRANSACTION">max_locks_per_transaction</a>
   */
  private static final int MOST_TABLES = 200;

  private final List<Statement> statements = new ArrayList<>();

  /** The values that were added in the open transaction and must not be used in it. */
  private final List<String> uncommitted = new ArrayList<>();

  /** The types that were created in the open transaction: all their values may be used. */
  private final Set<QualifiedName> newTypes = new HashSet<>();

  /** The place of the last statement that added a value. */
  private int lastAddition;

  private boolean dataChanged;

  /** The tables that the open transaction has created or dropped. */
  private int tables;

  private TransactionPlan() {}

  static List<Statement> of(List<Draft> drafts) {
    TransactionPlan plan = new TransactionPlan();
    drafts.forEach(plan::add);
    return List.copyOf(plan.statements);
  }

  private void add(Draft draft) {
    if (uncommitted.stream().anyMatch(draft::mayUse)) {
      commitAdditions();
    }
    if (tables == MOST_TABLES) {
      commit(statements.size() - 1);
      tables = 0;
    }
    switch (draft.kind()) {
      case CHECK -> {
        // Nothing changes, and nothing has to be settled for it.
      }
      case DATA -> dataChanged = true;
      case DEFINITION -> settleConstraints();
      case TABLE -> {
        settleConstraints();
        tables++;
      }
      case NEW_TYPE -> {
        settleConstraints();
        draft.type().ifPresent(newTypes::add);
      }
      case NEW_VALUE -> {
        settleConstraints();
        lastAddition = statements.size();
        if (draft.type().filter(newTypes::contains).isEmpty()) {
          draft.literal().ifPresent(uncommitted::add);
        }
      }
    }
    statements.add(draft.statement());
  }

  /**
   * A value may not be used before the transaction that adds it is committed.
   *
   * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html#id-1.9.3.42.7">ALTER
   *     TYPE: notes</a>
   */
  private void commitAdditions() {
    commit(lastAddition);
    uncommitted.clear();
    newTypes.clear();
  }

  private void commit(int last) {
    Statement.Sql statement = (Statement.Sql) statements.get(last);
    statements.set(
        last, new Statement.Sql(statement.sql(), statement.description(), Placement.COMMIT_AFTER));
  }

  /**
   * A table cannot be altered while deferred constraint checks of it are pending, so they are made
   * now.
   *
   * @see <a href="https://www.postgresql.org/docs/current/sql-set-constraints.html">SET
   *     CONSTRAINTS</a>
   */
  private void settleConstraints() {
    if (dataChanged) {
      statements.add(
          new Statement.Sql("SET CONSTRAINTS ALL IMMEDIATE", "check what is still to be checked"));
      dataChanged = false;
    }
  }
}
