package dev.migrator.entity;

import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;

/**
 * What Hibernate makes differently of the same model, by its version or by the class that it is
 * told of first. Either is right, so what the database has stays.
 */
public sealed interface EitherWay permits ColumnWay, ConstraintWay {

  /** The table that it is about. */
  QualifiedName table();

  /** The model's table as it is where the database has this one. */
  Table settled(Table model, Table current);
}
