package dev.migrator.command;

import dev.migrator.dialect.Dialect.Access;
import dev.migrator.execute.Database;
import dev.migrator.execute.ExecutionListener;
import dev.migrator.execute.ExecutionResult;
import dev.migrator.revision.Target;

/** Applies revisions. */
public final class Upgrade {

  private Upgrade() {}

  /**
   * What to apply.
   *
   * @param target where to go: {@code head}, {@code heads}, {@code +1}, an id or its beginning
   */
  public record Request(String target) {}

  /**
   * Applies every revision up to the target that is not applied, each in its own transaction.
   *
   * @param listener hears how it goes
   */
  public static ExecutionResult run(Project project, Request request, ExecutionListener listener) {
    Target target = Revisions.destination(request.target());
    try (Database database = project.connect(Access.WRITE)) {
      AppliedFiles.changes(project, database.state(project.ownTables())).forEach(listener::warning);
      Adoption.run(project, database, listener);
      ExecutionResult result =
          Execution.executor(project, database, listener)
              .run(rows -> project.graph(rows).upgrade(rows, target));
      Adoption.run(project, database, listener);
      return new ExecutionResult(
          result.before(), project.graph(result.after()).standing(result.after()), result.steps());
    }
  }
}
