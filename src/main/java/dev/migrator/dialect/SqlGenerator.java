package dev.migrator.dialect;

import dev.migrator.operation.Operation;
import dev.migrator.schema.Schema;
import java.util.List;

/** Turns the operations of one revision into statements. Pure. */
public interface SqlGenerator {

  /**
   * The statements that carry out the operations, in order.
   *
   * @param before the portable schema before the first operation
   * @throws dev.migrator.problem.ProblemException if an operation does not fit, or this database
   *     cannot do it
   */
  List<Statement> generate(List<Operation> operations, Schema before);
}
