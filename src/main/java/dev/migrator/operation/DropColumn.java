package dev.migrator.operation;

import dev.migrator.schema.Column;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Drops a column on which no constraint or index stands any more.
 *
 * @param table the table
 * @param column the column, whole, so that it can be added again
 */
public record DropColumn(QualifiedName table, Column column) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new AddColumn(table, column);
  }

  /** What is computed can be computed again. */
  @Override
  public boolean losesData() {
    return column.generated().isEmpty();
  }

  @Override
  public String describe() {
    return "drop column %s.%s".formatted(table, column.name());
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).removeColumn(table, column.name());
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
