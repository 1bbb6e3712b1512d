package dev.migrator.entity;

import dev.migrator.problem.ProblemException;

/** The model uses a mapping that shapes the schema and is not read. */
final class UnreadMappingException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param subject the class or member that uses it
   * @param mapping what it uses
   */
  UnreadMappingException(String subject, String mapping) {
    super(
        "%s: %s is not read. Map it otherwise, or name the entity under models.exclude."
            .formatted(subject, mapping));
  }

  /**
   * @param subject the class or member that uses it
   * @param mapping what it uses
   * @param read what is read of its kind: {@code IDENTITY and UUID are}
   */
  UnreadMappingException(String subject, String mapping, String read) {
    super(
        "%s: %s is not read, but %s. Change it, or name the entity under models.exclude."
            .formatted(subject, mapping, read));
  }
}
