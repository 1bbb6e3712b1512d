package dev.migrator.operation;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import java.util.Optional;

/**
 * The type of a column before and after.
 *
 * @param from the type before
 * @param to the type after
 * @param using how the values get from one to the other; empty where the database knows by itself
 */
public record TypeChange(ColumnType from, ColumnType to, Optional<Using> using) {

  /** A change whose values the database converts by itself. */
  public static TypeChange of(ColumnType from, ColumnType to) {
    return new TypeChange(from, to, Optional.empty());
  }

  /** How the type differs between two forms of a column; empty where it does not. */
  static Optional<TypeChange> between(Column before, Column after) {
    return before.type().equals(after.type())
        ? Optional.empty()
        : Optional.of(of(before.type(), after.type()));
  }

  /** The same with a word on how the values are converted. */
  public TypeChange withUsing(Using said) {
    return new TypeChange(from, to, Optional.of(said));
  }

  /** The way back, on which the values are converted as the database does it by itself. */
  TypeChange inverse() {
    return of(to, from);
  }
}
