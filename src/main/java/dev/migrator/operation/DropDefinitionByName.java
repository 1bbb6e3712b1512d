package dev.migrator.operation;

import dev.migrator.schema.Definition;
import dev.migrator.schema.Schema;

/**
 * Drops something by its kind and name alone. It does not know what it drops, so it has no inverse.
 *
 * @param kind what is dropped
 * @param identity its name, as a {@link Definition} has it
 * @param ifExists whether it may be missing
 */
public record DropDefinitionByName(Definition.Kind kind, String identity, boolean ifExists)
    implements Operation {

  public DropDefinitionByName {
    identity = Definition.identity(kind, identity);
  }

  @Override
  public String describe() {
    return "drop %s %s".formatted(kind.words(), identity);
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).dropDefinitionByName(this);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
