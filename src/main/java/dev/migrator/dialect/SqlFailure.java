package dev.migrator.dialect;

/** The kinds of failure that are told apart. */
public enum SqlFailure {
  /** Another program writes: the tool's lock was not obtained. */
  BUSY,
  /** A lock timeout or a deadlock: the same transaction may succeed when tried again. */
  RETRYABLE,
  /** No server answers at the address. */
  UNREACHABLE,
  /** The server refuses the user or the password. */
  CREDENTIALS,
  /** The server has no such database, or the file cannot be opened. */
  NO_DATABASE,
  /** The user may not do this. */
  PERMISSION,
  /** A row has no value where one is required. */
  MISSING_VALUE,
  /** Anything else: the statement itself failed. */
  STATEMENT
}
