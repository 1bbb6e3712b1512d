package dev.migrator.operation;

import dev.migrator.schema.Expression;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.Optional;

/**
 * Creates a table with everything on it, indexes and comments included.
 *
 * @param table the table
 * @param sql the statements that create it, where they are to be these word for word
 */
public record CreateTable(Table table, Optional<Expression> sql) implements SchemaChange {

  public CreateTable(Table table) {
    this(table, Optional.empty());
  }

  @Override
  public SchemaChange inverse() {
    return new DropTable(table);
  }

  @Override
  public String describe() {
    return "create table " + table.name();
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).addTable(table);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
