package dev.migrator.operation;

import java.util.Optional;
import java.util.function.Function;

/**
 * An attribute before and after.
 *
 * @param from the value before
 * @param to the value after
 */
public record Change<T>(T from, T to) {

  /** How an attribute differs between two forms of a thing; empty where it does not. */
  public static <S, T> Optional<Change<T>> between(S before, S after, Function<S, T> attribute) {
    T from = attribute.apply(before);
    T to = attribute.apply(after);
    return from.equals(to) ? Optional.empty() : Optional.of(new Change<>(from, to));
  }

  Change<T> inverse() {
    return new Change<>(to, from);
  }
}
