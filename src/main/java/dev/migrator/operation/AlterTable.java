package dev.migrator.operation;

import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.TableOptions;

/**
 * Changes how a table is kept: its settings, its row security, whether it is logged, of what it is
 * a partition.
 *
 * @param table the table
 * @param options how it is kept, before and after
 */
public record AlterTable(QualifiedName table, Change<TableOptions> options)
    implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new AlterTable(table, options.inverse());
  }

  @Override
  public String describe() {
    return "change options of table " + table;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).alterTable(table, t -> t.withOptions(options.to()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
