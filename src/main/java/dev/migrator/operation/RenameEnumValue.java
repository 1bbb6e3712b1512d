package dev.migrator.operation;

import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Renames a value of an enumeration; rows follow.
 *
 * @param name the enumeration
 * @param from the value before
 * @param to the value after
 */
public record RenameEnumValue(QualifiedName name, String from, String to) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new RenameEnumValue(name, to, from);
  }

  @Override
  public String describe() {
    return "rename enum value %s.%s to %s".formatted(name, from, to);
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).renameEnumValue(name, from, to);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
