package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Statement;
import dev.migrator.operation.Operation;
import dev.migrator.problem.ProblemException;
import dev.migrator.revision.RevisionStep;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns a step into statements.
 *
 * @param dialect the database
 * @param revisions where the revision's operations are
 * @param arguments the values for {@code :name}
 * @param warning hears what is not as it should be
 */
record Preparation(
    Dialect dialect, RevisionSource revisions, Arguments arguments, Consumer<String> warning) {

  /**
   * Makes sure, before the first of several steps is taken, that the files of all can be read and
   * that nothing is missing which they ask for.
   *
   * @throws MigrationException naming the revision, if an argument is missing or an operation is
   *     none that a revision may hold
   * @throws ProblemException if a file is malformed
   */
  void requireSound(List<RevisionStep> steps) {
    for (RevisionStep step : steps) {
      List<Operation> stated = stated(step);
      try {
        arguments.bind(allowed(stated));
      } catch (ProblemException problem) {
        throw failure(step, problem);
      }
    }
  }

  private List<Operation> stated(RevisionStep step) {
    return revisions.read(step.revision().id()).operations(step.direction());
  }

  private List<Operation> allowed(List<Operation> stated) {
    stated.forEach(operation -> TransactionCommand.refuse(operation, dialect));
    return stated;
  }

  private static MigrationException failure(RevisionStep step, ProblemException problem) {
    return new MigrationException(
        "revision '%s': %s".formatted(step.revision().id(), problem.getMessage()), problem);
  }

  /**
   * The step's statements.
   *
   * @param before the portable schema before it
   * @throws MigrationException naming the revision, if an operation does not fit
   */
  PreparedStep prepare(RevisionStep step, Schema before) {
    List<Operation> stated = stated(step);
    String checksum = revisions.checksum(step.revision().id());
    try {
      List<Operation> operations = new ArrayList<>();
      Schema after = before;
      for (Operation operation : arguments.bind(allowed(stated))) {
        AlterationCheck.warning(operation, after, dialect.normalizer())
            .ifPresent(sentence -> warn(step, sentence));
        Operation resolved =
            NamesByShape.resolve(operation, after, sentence -> warn(step, sentence));
        operations.add(resolved);
        after = resolved.applyTo(after);
      }
      List<Statement> statements = dialect.sqlGenerator().generate(operations, before);
      return new PreparedStep(
          step,
          checksum,
          stated,
          CommitGroup.cut(statements),
          after,
          stated.stream().anyMatch(Operation::isOpaque));
    } catch (ProblemException problem) {
      throw failure(step, problem);
    }
  }

  private void warn(RevisionStep step, String sentence) {
    warning.accept("revision '%s': %s".formatted(step.revision().id(), sentence));
  }
}
