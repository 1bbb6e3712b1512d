package dev.migrator.operation;

import dev.migrator.schema.Index;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.Optional;

/**
 * Renames an index.
 *
 * @param table the table that it is on
 * @param from the name before
 * @param to the name after
 * @param shape the index without a name, by which it is found where it has another; empty where
 *     only its name is known
 */
public record RenameIndex(QualifiedName table, String from, String to, Optional<Index> shape)
    implements SchemaChange {

  public RenameIndex {
    shape = shape.map(given -> given.withName(Optional.empty()));
  }

  @Override
  public SchemaChange inverse() {
    return new RenameIndex(table, to, from, shape);
  }

  @Override
  public String describe() {
    return "rename index %s on %s to %s".formatted(from, table, to);
  }

  @Override
  public Schema applyTo(Schema before) {
    return new ItemEffect(this, before).renameIndex(table, from, to);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
