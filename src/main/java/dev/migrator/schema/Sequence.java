package dev.migrator.schema;

import java.util.Optional;

/**
 * A generator of numbers other than that of an identity column; a table of its name with one row
 * where the database has no sequences (SQLite).
 *
 * @param name the sequence's name
 * @param type the type of its numbers, which bounds them
 * @param start the first number
 * @param increment what is added for the next number; negative counts down, never 0
 * @param minimum the least number; empty is the type's own bound for the direction
 * @param maximum the greatest number; empty is the type's own bound for the direction
 * @param cache how many numbers a session takes in advance, at least 1
 * @param cycle whether it begins anew behind its last number
 * @param owner the column with which it is dropped
 */
public record Sequence(
    QualifiedName name,
    ColumnType type,
    long start,
    long increment,
    Optional<Long> minimum,
    Optional<Long> maximum,
    long cache,
    boolean cycle,
    Optional<SequenceOwner> owner) {

  public Sequence {
    if (increment == 0) {
      throw new IllegalArgumentException("sequence " + name + " has an increment of 0");
    }
    if (cache < 1) {
      throw new IllegalArgumentException("sequence " + name + " has a cache below 1");
    }
  }

  /** A sequence of {@code bigint} that has no bounds of its own, no cache and no cycle. */
  public static Sequence of(QualifiedName name, long start, long increment) {
    return new Sequence(
        name,
        BasicType.of(BasicType.Kind.BIGINT),
        start,
        increment,
        Optional.empty(),
        Optional.empty(),
        1,
        false,
        Optional.empty());
  }

  public Sequence withName(QualifiedName other) {
    return new Sequence(other, type, start, increment, minimum, maximum, cache, cycle, owner);
  }

  public Sequence withType(ColumnType other) {
    return new Sequence(name, other, start, increment, minimum, maximum, cache, cycle, owner);
  }

  public Sequence withStart(long other) {
    return new Sequence(name, type, other, increment, minimum, maximum, cache, cycle, owner);
  }

  public Sequence withIncrement(long other) {
    return new Sequence(name, type, start, other, minimum, maximum, cache, cycle, owner);
  }

  public Sequence withMinimum(Optional<Long> other) {
    return new Sequence(name, type, start, increment, other, maximum, cache, cycle, owner);
  }

  public Sequence withMaximum(Optional<Long> other) {
    return new Sequence(name, type, start, increment, minimum, other, cache, cycle, owner);
  }

  public Sequence withCache(long other) {
    return new Sequence(name, type, start, increment, minimum, maximum, other, cycle, owner);
  }

  public Sequence withCycle(boolean other) {
    return new Sequence(name, type, start, increment, minimum, maximum, cache, other, owner);
  }

  public Sequence withOwner(Optional<SequenceOwner> other) {
    return new Sequence(name, type, start, increment, minimum, maximum, cache, cycle, other);
  }
}
