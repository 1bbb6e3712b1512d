package dev.migrator.cli;

import dev.migrator.dialect.Statement;
import dev.migrator.execute.ExecutionListener;
import dev.migrator.revision.RevisionStep;
import java.time.Duration;

/**
 * Tells how an upgrade or downgrade goes, a line for each revision; a terminal shows meanwhile what
 * is being done.
 */
final class Progress implements ExecutionListener, AutoCloseable {

  private final Output output;
  private String title = "";
  private String told = "";

  Progress(Output output) {
    this.output = output;
  }

  @Override
  public void stepStarted(RevisionStep step) {
    title = RevisionLines.step(step);
    told = "";
    output.status(title);
  }

  /** An operation that takes several statements is told once. */
  @Override
  public void statement(Statement statement) {
    if (!statement.description().equals(told)) {
      told = statement.description();
      output.endStatus();
      output.detail("    " + told);
      output.status("%s: %s".formatted(title, told));
    }
  }

  @Override
  public void stepDone(RevisionStep step, int operations, Duration duration) {
    output.endStatus();
    output.progress(
        "%s (%s, %d ms)"
            .formatted(
                RevisionLines.step(step),
                operations == 1 ? "1 operation" : operations + " operations",
                duration.toMillis()));
  }

  @Override
  public void warning(String sentence) {
    output.endStatus();
    output.warning(sentence);
  }

  @Override
  public void retry(RevisionStep step, int attempt, Duration delay, String reason) {
    output.endStatus();
    output.progress(
        "%s: attempt %d failed (%s); trying again in %d ms"
            .formatted(RevisionLines.step(step), attempt, reason, delay.toMillis()));
  }

  /** What failed leaves nothing half said. */
  @Override
  public void close() {
    output.endStatus();
  }
}
