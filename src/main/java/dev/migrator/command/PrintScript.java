package dev.migrator.command;

import dev.migrator.execute.OfflineScript;
import dev.migrator.revision.Direction;
import java.util.function.Consumer;

/** Prints the statements of an upgrade or downgrade in place of running them. */
public final class PrintScript {

  private PrintScript() {}

  /**
   * What to print.
   *
   * @param direction whether to apply or to undo
   * @param target where to go, from where the database is; or {@code FROM:TO}, without a database
   * @param plain whether to leave out the lines that only the database's own shell understands
   */
  public record Request(Direction direction, String target, boolean plain) {}

  /**
   * The script; empty where there is nothing to do.
   *
   * @param warning hears what is not as it should be
   */
  public static String run(Project project, Request request, Consumer<String> warning) {
    Route route = Route.of(project, request.direction(), request.target());
    return OfflineScript.of(
        route.steps(),
        route.before(),
        request.plain(),
        route.dialect(),
        Execution.settings(project),
        Execution.revisions(project),
        warning);
  }
}
