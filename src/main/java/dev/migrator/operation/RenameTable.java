package dev.migrator.operation;

import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Renames a table; foreign keys to it follow.
 *
 * @param from the name before
 * @param to the name after, in the same schema
 */
public record RenameTable(QualifiedName from, QualifiedName to) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new RenameTable(to, from);
  }

  @Override
  public String describe() {
    return "rename table %s to %s".formatted(from, to);
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).renameTable(from, to);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
