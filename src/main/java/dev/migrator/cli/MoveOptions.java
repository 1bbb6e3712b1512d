package dev.migrator.cli;

import dev.migrator.command.PlanMove;
import dev.migrator.command.PrintScript;
import dev.migrator.command.Project;
import dev.migrator.execute.ExecutionListener;
import dev.migrator.execute.ExecutionResult;
import dev.migrator.execute.PlannedStep;
import dev.migrator.revision.Direction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code upgrade} and {@code downgrade} have in common. */
final class MoveOptions {

  @Option(
      names = "--sql",
      arity = "0..1",
      paramLabel = "STYLE",
      fallbackValue = "shell",
      description =
          "Print the statements instead of running them, as a script for psql or sqlite3 that stops"
              + " by itself; --sql=plain leaves the shell's own lines out.")
  private @Nullable SqlStyle sql;

  @Option(
      names = "--plan",
      description = "Show what would run, revisions, operations and SQL, and run nothing.")
  private boolean plan;

  @Option(
      names = "--tag",
      paramLabel = "TEXT",
      description = "The same as -x tag=TEXT: an argument for statements that name it as :tag.")
  private @Nullable String tag;

  @Option(
      names = "--lock-timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "How long to wait while another migration runs: 30s, 5m, or a number of seconds; 0 tries"
              + " once (default: 60s, or database.lock_timeout).")
  private @Nullable Duration lockTimeout;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** Runs the steps to a target, or prints them. */
  int run(Session session, Direction direction, String target, Move move) {
    Project project = session.project(Optional.ofNullable(lockTimeout), Optional.ofNullable(tag));
    Output output = session.output();
    if (plan && sql != null) {
      throw new ParameterException(
          spec.commandLine(),
          "--plan and --sql exclude each other: --plan shows the statements as well");
    }
    if (plan) {
      return show(project, new PlanMove.Request(direction, target), output);
    }
    SqlStyle style = sql;
    if (style != null) {
      PrintScript.run(
              project,
              new PrintScript.Request(direction, target, style == SqlStyle.plain),
              output::warning)
          .lines()
          .forEach(output::verbatim);
      return ExitCode.DONE;
    }
    ExecutionResult result;
    try (Progress progress = new Progress(output)) {
      result = move.run(project, progress);
    }
    if (!output.json(Positions.json(result))) {
      output.result(
          (result.steps().isEmpty() ? "nothing to do: already at " : "now at ")
              + Positions.words(result.after()));
    }
    return ExitCode.DONE;
  }

  private static int show(Project project, PlanMove.Request request, Output output) {
    List<PlannedStep> steps = PlanMove.run(project, request, output::warning);
    if (!output.json(steps.stream().map(PlanLines::json).toList())) {
      steps.forEach(step -> PlanLines.of(step).forEach(output::verbatim));
      if (steps.isEmpty()) {
        output.result("nothing to do");
      }
    }
    return ExitCode.DONE;
  }

  /** One of the two use cases. */
  interface Move {
    ExecutionResult run(Project project, ExecutionListener progress);
  }

  /** The shell's lines, or none. */
  enum SqlStyle {
    shell,
    plain
  }
}
