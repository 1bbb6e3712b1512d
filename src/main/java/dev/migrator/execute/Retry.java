package dev.migrator.execute;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When a transaction that met a lock is tried again. */
final class Retry {

  /** How often a transaction is tried in all. */
  static final int ATTEMPTS = 5;

  private static final long FIRST_DELAY = 200;

  private Retry() {}

  /** Twice as long each time, and a random part of it so that two programs do not meet again. */
  static Duration delay(int attempt) {
    long longest = FIRST_DELAY << (attempt - 1);
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
  }

  static void sleep(Duration delay) {
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new MigrationException("interrupted while waiting for a lock", interrupted);
    }
  }
}
