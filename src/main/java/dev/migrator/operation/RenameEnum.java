package dev.migrator.operation;

import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Gives an enumeration another name, moves it to another schema, or both; what is made of it
 * follows.
 *
 * @param from the name before
 * @param to the name after
 */
public record RenameEnum(QualifiedName from, QualifiedName to) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new RenameEnum(to, from);
  }

  @Override
  public String describe() {
    return "rename enum %s to %s".formatted(from, to);
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).renameEnum(from, to);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
