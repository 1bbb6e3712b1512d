package dev.migrator.dialect;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Work that another thread does meanwhile. Asked for its result, it waits, and fails as the work
 * failed.
 */
public final class Background<T> implements Supplier<T> {

  private final CompletableFuture<T> work;

  private Background(CompletableFuture<T> work) {
    this.work = work;
  }

  /** Begins the work. */
  public static <T> Background<T> begin(Supplier<T> work) {
    return begin(work, Background::start);
  }

  /**
   * Begins the work.
   *
   * @param executor where
   */
  public static <T> Background<T> begin(Supplier<T> work, Executor executor) {
    return new Background<>(CompletableFuture.supplyAsync(work, executor));
  }

  /** A thread of its own, since whoever calls may have given the shared ones other work. */
  private static void start(Runnable work) {
    Thread thread = new Thread(work, "migrator");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public T get() {
    try {
      return work.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failure;
    }
  }
}
