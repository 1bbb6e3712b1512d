package dev.migrator.schema;

import java.util.List;
import java.util.Optional;

/**
 * A foreign key of a table.
 *
 * @param name the constraint's name; empty where its source gives none (a model, an SQLite table)
 * @param columns the referencing columns, in order
 * @param references the referenced table
 * @param referencedColumns the referenced columns, one for each of {@code columns}
 * @param onDelete what happens when a referenced row is deleted
 * @param onUpdate what happens when a referenced key is changed
 * @param options what more there is to say of it
 */
public record ForeignKey(
    Optional<String> name,
    List<String> columns,
    QualifiedName references,
    List<String> referencedColumns,
    ForeignKeyAction onDelete,
    ForeignKeyAction onUpdate,
    ForeignKeyOptions options)
    implements Constraint {

  public ForeignKey {
    columns = List.copyOf(columns);
    referencedColumns = List.copyOf(referencedColumns);
    if (columns.size() != referencedColumns.size()) {
      throw new IllegalArgumentException(
          "a foreign key to %s joins %s with %s".formatted(references, columns, referencedColumns));
    }
  }

  /** A foreign key of which there is nothing more to say. */
  public ForeignKey(
      Optional<String> name,
      List<String> columns,
      QualifiedName references,
      List<String> referencedColumns,
      ForeignKeyAction onDelete,
      ForeignKeyAction onUpdate) {
    this(name, columns, references, referencedColumns, onDelete, onUpdate, ForeignKeyOptions.NONE);
  }

  @Override
  public ForeignKey withName(Optional<String> other) {
    return new ForeignKey(
        other, columns, references, referencedColumns, onDelete, onUpdate, options);
  }

  public ForeignKey withReferences(QualifiedName other) {
    return new ForeignKey(name, columns, other, referencedColumns, onDelete, onUpdate, options);
  }

  public ForeignKey withColumns(List<String> others, List<String> referenced) {
    return new ForeignKey(name, others, references, referenced, onDelete, onUpdate, options);
  }

  public ForeignKey withOnDelete(ForeignKeyAction other) {
    return new ForeignKey(name, columns, references, referencedColumns, other, onUpdate, options);
  }

  public ForeignKey withOptions(ForeignKeyOptions other) {
    return new ForeignKey(name, columns, references, referencedColumns, onDelete, onUpdate, other);
  }
}
