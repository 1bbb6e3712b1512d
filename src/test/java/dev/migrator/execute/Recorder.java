package dev.migrator.execute;

import dev.migrator.dialect.Statement;
import dev.migrator.revision.RevisionStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers what an execution says. */
final class Recorder implements ExecutionListener {

  final List<String> warnings = new ArrayList<>();
  final List<String> retries = new ArrayList<>();
  final List<String> statements = new ArrayList<>();

  /** Called at each retry. */
  Runnable atRetry = () -> {};

  @Override
  public void stepStarted(RevisionStep step) {}

  @Override
  public void statement(Statement statement) {
    statements.add(statement.description());
  }

  @Override
  public void stepDone(RevisionStep step, int count, Duration duration) {}

  @Override
  public void warning(String sentence) {
    warnings.add(sentence);
  }

  @Override
  public void retry(RevisionStep step, int attempt, Duration delay, String reason) {
    retries.add(reason);
    atRetry.run();
  }
}
