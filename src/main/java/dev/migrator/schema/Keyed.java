package dev.migrator.schema;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Items in the order of their keys: an immutable list that finds an item in logarithmic time, and
 * from which one with an item more or less is made without comparing them all.
 *
 * @param <K> the keys
 * @param <T> the items
 */
public final class Keyed<K extends Comparable<? super K>, T> extends AbstractList<T>
    implements RandomAccess {

  private final Function<T, K> key;
  private final List<T> items;

  private Keyed(Function<T, K> key, List<T> sorted) {
    this.key = key;
    this.items = List.copyOf(sorted);
  }

  /** The items by their keys; those of one key stay in the order that they have. */
  static <K extends Comparable<? super K>, T> Keyed<K, T> of(List<T> items, Function<T, K> key) {
    if (items instanceof Keyed<?, ?> keyed && keyed.key == key) {
      @SuppressWarnings("unchecked") // of the same key, so of the same items
      Keyed<K, T> same = (Keyed<K, T>) keyed;
      return same;
    }
    List<T> sorted = new ArrayList<>(items);
    sorted.sort(Comparator.comparing(key));
    return new Keyed<>(key, sorted);
  }

  /** The item of a key. */
  public Optional<T> find(K wanted) {
    int place = place(wanted);
    return holds(place, wanted) ? Optional.of(items.get(place)) : Optional.empty();
  }

  /** The items with one more, which comes behind others of its key. */
  public Keyed<K, T> plus(T item) {
    K added = key.apply(item);
    int place = place(added);
    while (holds(place, added)) {
      place++;
    }
    List<T> more = new ArrayList<>(items.size() + 1);
    more.addAll(items.subList(0, place));
    more.add(item);
    more.addAll(items.subList(place, items.size()));
    return new Keyed<>(key, more);
  }

  /** The items without that of a key. */
  public Keyed<K, T> minus(K gone) {
    int place = place(gone);
    if (!holds(place, gone)) {
      return this;
    }
    List<T> less = new ArrayList<>(items);
    less.remove(place);
    return new Keyed<>(key, less);
  }

  /** The items with that of a key changed. */
  public Keyed<K, T> with(K changed, UnaryOperator<T> change) {
    int place = place(changed);
    if (!holds(place, changed)) {
      return this;
    }
    T item = change.apply(items.get(place));
    if (key.apply(item).compareTo(changed) != 0) {
      return minus(changed).plus(item);
    }
    List<T> others = new ArrayList<>(items);
    others.set(place, item);
    return new Keyed<>(key, others);
  }

  /** The items that pass. */
  public Keyed<K, T> only(Predicate<T> wanted) {
    return items.stream().allMatch(wanted)
        ? this
        : new Keyed<>(key, items.stream().filter(wanted).toList());
  }

  /** Whether an item with this key is at the place. */
  private boolean holds(int place, K wanted) {
    return place < items.size() && key.apply(items.get(place)).compareTo(wanted) == 0;
  }

  /** Where the first item of a key is, or would be. */
  private int place(K wanted) {
    int low = 0;
    int high = items.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (key.apply(items.get(middle)).compareTo(wanted) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public T get(int index) {
    return items.get(index);
  }

  @Override
  public int size() {
    return items.size();
  }
}
