package dev.migrator.entity;

/** Bytecode that does more than can be followed without running it. */
final class UnreadableCodeException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableCodeException(String reason) {
    super(reason);
  }
}
