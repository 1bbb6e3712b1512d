package dev.migrator.operation;

import dev.migrator.schema.Constraint;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.Optional;

/**
 * Renames a constraint.
 *
 * @param table the table
 * @param from the name before
 * @param to the name after
 * @param shape the constraint without a name, by which it is found where it has another; empty
 *     where only its name is known
 */
public record RenameConstraint(
    QualifiedName table, String from, String to, Optional<Constraint> shape)
    implements SchemaChange {

  public RenameConstraint {
    shape = shape.map(given -> given.withName(Optional.empty()));
  }

  @Override
  public SchemaChange inverse() {
    return new RenameConstraint(table, to, from, shape);
  }

  @Override
  public String describe() {
    return "rename constraint %s on %s to %s".formatted(from, table, to);
  }

  @Override
  public Schema applyTo(Schema before) {
    return new ItemEffect(this, before).renameConstraint(table, from, to, shape);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
