package dev.migrator.operation;

/**
 * An attribute before and after.
 *
 * @param from the value before
 * @param to the value after
 */
public record Change<T>(T from, T to) {

  Change<T> inverse() {
    return new Change<>(to, from);
  }
}
