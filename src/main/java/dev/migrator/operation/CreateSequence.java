package dev.migrator.operation;

import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;

/**
 * Creates a sequence.
 *
 * @param sequence the sequence with all its attributes
 */
public record CreateSequence(Sequence sequence) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new DropSequence(sequence);
  }

  @Override
  public String describe() {
    return "create sequence " + sequence.name();
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).addSequence(sequence);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
