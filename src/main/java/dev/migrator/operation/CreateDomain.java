package dev.migrator.operation;

import dev.migrator.schema.Domain;
import dev.migrator.schema.Schema;

/**
 * Creates a domain.
 *
 * @param domain the domain with everything that it says
 */
public record CreateDomain(Domain domain) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new DropDomain(domain);
  }

  @Override
  public String describe() {
    return "create domain " + domain.name();
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).addDomain(domain);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
