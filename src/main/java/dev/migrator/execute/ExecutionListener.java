package dev.migrator.execute;

import dev.migrator.dialect.Statement;
import dev.migrator.revision.RevisionStep;
import java.time.Duration;

/** Hears what an execution does, as it does it. */
public interface ExecutionListener {

  /** Hears nothing. */
  ExecutionListener SILENT =
      new ExecutionListener() {
        @Override
        public void stepStarted(RevisionStep step) {}

        @Override
        public void statement(Statement statement) {}

        @Override
        public void stepDone(RevisionStep step, int operations, Duration duration) {}

        @Override
        public void warning(String sentence) {}

        @Override
        public void retry(RevisionStep step, int attempt, Duration delay, String reason) {}
      };

  /** A step begins. */
  void stepStarted(RevisionStep step);

  /** A statement is about to be run. */
  void statement(Statement statement);

  /**
   * A step is committed.
   *
   * @param operations how many operations of the revision were carried out
   */
  void stepDone(RevisionStep step, int operations, Duration duration);

  /** Something is not as it should be, but does not stop the execution. */
  void warning(String sentence);

  /**
   * A transaction was rolled back for want of a lock and will be tried again.
   *
   * @param attempt which attempt failed, counted from 1
   * @param delay how long until the next
   * @param reason what the server says
   */
  void retry(RevisionStep step, int attempt, Duration delay, String reason);
}
