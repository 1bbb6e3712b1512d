package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Background;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs the queries of one connection, one after the other, while the results of earlier ones are
 * worked on. Nothing else may use the connection until the queue is closed.
 */
final class QueryQueue implements AutoCloseable {

  private final ExecutorService queries =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "catalog queries");
            thread.setDaemon(true);
            return thread;
          });

  /** Queues a query; asked for its result, it waits, and fails as the query failed. */
  <T> Supplier<T> ask(Supplier<T> query) {
    return Background.begin(query, queries);
  }

  /** Drops the queries that were not begun, and waits for the one that was. */
  @Override
  public void close() {
    queries.shutdownNow();
    boolean interrupted = false;
    while (!queries.isTerminated()) {
      try {
        queries.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException wanted) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
