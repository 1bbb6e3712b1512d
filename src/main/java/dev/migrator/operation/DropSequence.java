package dev.migrator.operation;

import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;

/**
 * Drops a sequence.
 *
 * @param sequence the sequence with all its attributes, which the inverse creates
 */
public record DropSequence(Sequence sequence) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new CreateSequence(sequence);
  }

  @Override
  public String describe() {
    return "drop sequence " + sequence.name();
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).removeSequence(sequence.name());
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
