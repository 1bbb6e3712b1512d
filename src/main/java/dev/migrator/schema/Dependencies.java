package dev.migrator.schema;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What stands on what in a database: the order in which its things can be made.
 *
 * @param needs for each thing what has to be there before it
 */
public record Dependencies(Map<Thing, SortedSet<Thing>> needs) {

  /** Nothing is known to stand on anything. */
  public static final Dependencies NONE = new Dependencies(Map.of());

  public Dependencies {
    Map<Thing, SortedSet<Thing>> copy = new TreeMap<>();
    needs.forEach(
        (thing, others) ->
            copy.put(thing, Collections.unmodifiableSortedSet(new TreeSet<>(others))));
    needs = Collections.unmodifiableMap(copy);
  }

  /** What has to be there before a thing. */
  public Set<Thing> of(Thing thing) {
    return needs.getOrDefault(thing, Collections.emptySortedSet());
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

    @Override
    public int compareTo(Thing other) {
      return ORDER.compare(this, other);
    }
  }
}
