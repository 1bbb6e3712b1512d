package dev.migrator.cli;

import dev.migrator.dialect.Statement;
import dev.migrator.execute.ExecutionListener;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionStep;
import java.time.Duration;

/** Tells how an upgrade or downgrade goes, a line for each revision. */
final class Progress implements ExecutionListener {

  private final Output output;
  private String told = "";

  Progress(Output output) {
    this.output = output;
  }

  @Override
  public void stepStarted(RevisionStep step) {
    told = "";
  }

  /** An operation that takes several statements is told once. */
  @Override
  public void statement(Statement statement) {
    if (!statement.description().equals(told)) {
      told = statement.description();
      output.detail("    " + told);
    }
  }

  @Override
  public void stepDone(RevisionStep step, int operations, Duration duration) {
    output.progress(
        "%s (%s, %d ms)"
            .formatted(
                title(step),
                operations == 1 ? "1 operation" : operations + " operations",
                duration.toMillis()));
  }

  @Override
  public void warning(String sentence) {
    output.warning(sentence);
  }

  @Override
  public void retry(RevisionStep step, int attempt, Duration delay, String reason) {
    output.progress(
        "%s: attempt %d failed (%s); trying again in %d ms"
            .formatted(title(step), attempt, reason, delay.toMillis()));
  }

  /** {@code upgrade a1 -> b2, add posts}. */
  private static String title(RevisionStep step) {
    RevisionHeader revision = step.revision();
    String below = RevisionLines.parents(revision);
    return switch (step.direction()) {
      case UPGRADE -> "upgrade %s -> %s, %s".formatted(below, revision.id(), revision.message());
      case DOWNGRADE ->
          "downgrade %s -> %s, %s".formatted(revision.id(), below, revision.message());
    };
  }
}
