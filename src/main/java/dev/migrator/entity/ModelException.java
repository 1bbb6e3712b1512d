package dev.migrator.entity;

import dev.migrator.problem.ProblemException;

/** The model says something that cannot be. */
final class ModelException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param subject the class or member that says so
   * @param sentence what is wrong and what to do
   */
  ModelException(String subject, String sentence) {
    super(subject + ": " + sentence);
  }
}
