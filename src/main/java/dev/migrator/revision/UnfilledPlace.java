package dev.migrator.revision;

import dev.migrator.operation.AlterColumn;

/**
 * A place in a revision where a person has to say how the values of a column are converted.
 *
 * @param direction whether the upgrade or the downgrade lacks it
 * @param place the file with line and column
 * @param alteration the alteration of the column
 */
public record UnfilledPlace(Direction direction, String place, AlterColumn alteration) {

  /** {@code users.born from boolean to date}. */
  public String subject() {
    return "%s.%s from %s"
        .formatted(
            alteration.table(),
            alteration.column(),
            alteration
                .type()
                .map(type -> type.from().spelling() + " to " + type.to().spelling())
                .orElseThrow());
  }
}
