package dev.migrator.operation;

import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Moves a table to another schema, with its indexes, its constraints and the sequences that its
 * columns own; foreign keys to it follow.
 *
 * @param from where it is before
 * @param to where it is after, under the same name
 */
public record MoveToSchema(QualifiedName from, QualifiedName to) implements SchemaChange {

  public MoveToSchema {
    if (!from.name().equals(to.name())) {
      throw new IllegalArgumentException(
          "a table keeps its name when it moves to another schema: '%s' and '%s' differ (rename_table renames it)"
              .formatted(from.name(), to.name()));
    }
  }

  @Override
  public SchemaChange inverse() {
    return new MoveToSchema(to, from);
  }

  @Override
  public String describe() {
    return "move table %s to %s"
        .formatted(from, to.schema().map("schema %s"::formatted).orElse("the current schema"));
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).moveToSchema(from, to);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
