package dev.migrator.operation;

import dev.migrator.schema.Domain;
import dev.migrator.schema.Schema;

/**
 * Drops a domain.
 *
 * @param domain the domain with everything that it says
 */
public record DropDomain(Domain domain) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new CreateDomain(domain);
  }

  @Override
  public String describe() {
    return "drop domain " + domain.name();
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).removeDomain(domain.name());
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
