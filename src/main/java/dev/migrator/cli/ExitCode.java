package dev.migrator.cli;

/** What a command tells the shell. */
final class ExitCode {

  /** Everything was done. */
  static final int DONE = 0;

  /** The command failed. */
  static final int FAILED = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** {@code check} found something, or {@code current --check-heads} is not at the heads. */
  static final int FOUND = 3;

  /** Another migration held the lock for too long. */
  static final int LOCKED = 4;

  private ExitCode() {}
}
