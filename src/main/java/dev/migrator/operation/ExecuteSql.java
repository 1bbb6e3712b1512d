package dev.migrator.operation;

import dev.migrator.schema.Expression;
import dev.migrator.schema.Schema;
import java.util.List;

/**
 * Runs statements that a person wrote. It has no inverse.
 *
 * @param sql one or more statements, for every database or for each its own; an empty text does
 *     nothing
 * @param arguments names that stand in the text as {@code :name} and become literals given at the
 *     command line
 */
public record ExecuteSql(Expression sql, List<String> arguments) implements Operation {

  public ExecuteSql {
    arguments = List.copyOf(arguments);
  }

  @Override
  public String describe() {
    return "execute SQL";
  }

  @Override
  public Schema applyTo(Schema before) {
    return before;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
