package dev.migrator.cli;

import dev.migrator.command.PrintScript;
import dev.migrator.command.Project;
import dev.migrator.execute.ExecutionListener;
import dev.migrator.execute.ExecutionResult;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

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
      names = "--lock-timeout",
      paramLabel = "SECONDS",
      description = "How long to wait while another migration runs; 0 tries once (default: 60).")
  private @Nullable Integer lockTimeout;

  /** Runs the steps to a target, or prints them. */
  int run(Session session, Direction direction, String target, Move move) {
    Project project = session.project(Optional.ofNullable(lockTimeout));
    Output output = session.output();
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
    ExecutionResult result = move.run(project, new Progress(output));
    if (!output.json(json(result))) {
      output.result(
          (result.steps().isEmpty() ? "nothing to do: already at " : "now at ")
              + Positions.words(result.after()));
    }
    return ExitCode.DONE;
  }

  private static Map<String, Object> json(ExecutionResult result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("before", values(result.before()));
    json.put("after", values(result.after()));
    json.put(
        "revisions", result.steps().stream().map(step -> step.revision().id().value()).toList());
    return json;
  }

  private static List<String> values(SortedSet<RevisionId> rows) {
    return rows.stream().map(RevisionId::value).toList();
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
