package dev.migrator.operation;

import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.Optional;

/**
 * Sets or removes the comment of a table or column; databases without comments keep none.
 *
 * @param table the table
 * @param column the column; empty for the table's own comment
 * @param comment the comment before and after; empty is none
 */
public record SetComment(
    QualifiedName table, Optional<String> column, Change<Optional<String>> comment)
    implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new SetComment(table, column, comment.inverse());
  }

  @Override
  public String describe() {
    return "%s comment of %s"
        .formatted(
            comment.to().isPresent() ? "set" : "remove",
            column.map(name -> table + "." + name).orElseGet(table::toString));
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).setComment(table, column, comment.to());
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
