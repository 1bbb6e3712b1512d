package dev.migrator.operation;

import dev.migrator.schema.Definition;
import dev.migrator.schema.Schema;

/**
 * Makes something anew, of which the SQL changes.
 *
 * @param from the thing with its SQL before
 * @param to the same thing with its SQL after
 */
public record ReplaceDefinition(Definition from, Definition to) implements SchemaChange {

  public ReplaceDefinition {
    if (!from.isSame(to)) {
      throw new IllegalArgumentException(
          "%s cannot replace %s: it is another thing".formatted(to, from));
    }
  }

  @Override
  public SchemaChange inverse() {
    return new ReplaceDefinition(to, from);
  }

  @Override
  public String describe() {
    return "replace " + to;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).replaceDefinition(to);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
