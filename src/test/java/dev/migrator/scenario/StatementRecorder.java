package dev.migrator.scenario;

import dev.migrator.dialect.Statement;
import dev.migrator.execute.ExecutionListener;
import dev.migrator.revision.RevisionStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers the statements of an execution, those for our own tables aside. */
final class StatementRecorder implements ExecutionListener {

  private final List<String> statements = new ArrayList<>();

  List<String> statements() {
    return List.copyOf(statements);
  }

  @Override
  public void stepStarted(RevisionStep step) {}

  @Override
  public void statement(Statement statement) {
    if (statement instanceof Statement.Sql sql && !StatementText.isBookkeeping(sql.sql())) {
      statements.add(sql.sql());
    }
  }

  @Override
  public void stepDone(RevisionStep step, int count, Duration duration) {}

  @Override
  public void warning(String sentence) {
    throw new AssertionError("a warning: " + sentence);
  }

  @Override
  public void retry(RevisionStep step, int attempt, Duration delay, String reason) {}
}
