package dev.migrator.command;

import dev.migrator.dialect.Dialect.Access;
import dev.migrator.execute.Database;
import dev.migrator.execute.ExecutionListener;
import dev.migrator.execute.ExecutionResult;
import dev.migrator.revision.Target;

/** Undoes revisions. */
public final class Downgrade {

  private Downgrade() {}

  /**
   * What to undo.
   *
   * @param target where to go: {@code base}, {@code -1}, an id or its beginning
   */
  public record Request(String target) {}

  /**
   * Undoes every revision above the target, each in its own transaction.
   *
   * @param listener hears how it goes
   */
  public static ExecutionResult run(Project project, Request request, ExecutionListener listener) {
    Target target = Revisions.destination(request.target());
    try (Database database = project.connect(Access.WRITE)) {
      Adoption.run(project, database, listener);
      return Execution.executor(project, database, listener)
          .run(rows -> project.graph(rows).downgrade(rows, target));
    }
  }
}
