package dev.migrator.command;

import dev.migrator.execute.PlannedStep;
import dev.migrator.revision.Direction;
import java.util.List;
import java.util.function.Consumer;

/** Tells what an upgrade or downgrade would run, and runs nothing. */
public final class PlanMove {

  private PlanMove() {}

  /**
   * What to plan.
   *
   * @param direction whether to apply or to undo
   * @param target where to go, from where the database is; or {@code FROM:TO}, without a database
   */
  public record Request(Direction direction, String target) {}

  /**
   * The steps in the order in which they would be taken; none where there is nothing to do.
   *
   * @param warning hears what is not as it should be
   */
  public static List<PlannedStep> run(Project project, Request request, Consumer<String> warning) {
    Route route = Route.of(project, request.direction(), request.target());
    return PlannedStep.of(
        route.steps(),
        route.before(),
        route.dialect(),
        Execution.settings(project),
        Execution.revisions(project),
        warning);
  }
}
