package dev.migrator.schema;

import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stands on what in a database: the order in which its things can be made.
 *
 * @param needs for each thing what has to be there before it, without what its parts need
 * @param ofParts for each part that could come later what has to be there before it
 */
public record Dependencies(
    Map<Thing, SortedSet<Thing>> needs, Map<Part, SortedSet<Thing>> ofParts) {

  /** Nothing is known to stand on anything. */
  public static final Dependencies NONE = new Dependencies(Map.of(), Map.of());

  public Dependencies {
    needs = copy(needs);
    ofParts = copy(ofParts);
  }

  private static <T> Map<T, SortedSet<Thing>> copy(Map<T, SortedSet<Thing>> map) {
    Map<T, SortedSet<Thing>> copy = new TreeMap<>();
    map.forEach(
        (key, others) -> copy.put(key, Collections.unmodifiableSortedSet(new TreeSet<>(others))));
    return Collections.unmodifiableMap(copy);
  }

  /** What has to be there before a thing. */
  public Set<Thing> of(Thing thing) {
    return needs.getOrDefault(thing, Collections.emptySortedSet());
  }

  /**
   * A check, an exclusion or an index of a table.
   *
   * @param table the table
   * @param name its name
   */
  public record Part(Thing table, String name) implements Comparable<Part> {

    private static final Comparator<Part> ORDER =
        Comparator.comparing(Part::table).thenComparing(Part::name);

    @Override
    public int compareTo(Part other) {
      return ORDER.compare(this, other);
    }
  }

  /** What kind of thing something is. */
  public enum Kind {
    /** An enumeration, a composite type or a domain. */
    TYPE,
    TABLE,
    DEFINITION
  }

  /**
   * Something in a database.
   *
   * @param kind what it is
   * @param name its name; of a definition with the kind
   */
  public record Thing(Kind kind, String name) implements Comparable<Thing> {

    private static final Comparator<Thing> ORDER =
        Comparator.comparing(Thing::kind).thenComparing(Thing::name);

    public static Thing type(QualifiedName name) {
      return new Thing(Kind.TYPE, name.spelling());
    }

    public static Thing table(QualifiedName name) {
      return new Thing(Kind.TABLE, name.spelling());
    }

    public static Thing definition(Definition definition) {
      return new Thing(Kind.DEFINITION, definition.toString());
    }

    /** {@code table users}. */
    @Override
    public String toString() {
      return kind == Kind.DEFINITION ? name : kind.name().toLowerCase(Locale.ROOT) + " " + name;
    }

    @Override
    public int compareTo(Thing other) {
      return ORDER.compare(this, other);
    }
  }
}
