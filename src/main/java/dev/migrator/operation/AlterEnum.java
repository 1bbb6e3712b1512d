package dev.migrator.operation;

import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives an enumeration other values or another order of them. Databases may have to rebuild the
 * type.
 *
 * @param name the enumeration
 * @param from the values before, in order
 * @param to the values after, in order
 * @param replace for a removed value, the value that its rows get
 */
public record AlterEnum(
    QualifiedName name, List<String> from, List<String> to, SortedMap<String, String> replace)
    implements SchemaChange {

  public AlterEnum {
    from = List.copyOf(from);
    to = List.copyOf(to);
    replace = Collections.unmodifiableSortedMap(new TreeMap<>(replace));
    refuseMisfits(name, from, to, replace);
  }

  private static void refuseMisfits(
      QualifiedName name, List<String> from, List<String> to, SortedMap<String, String> replace) {
    for (Map.Entry<String, String> entry : replace.entrySet()) {
      String value = entry.getKey();
      refuseIf(
          !from.contains(value),
          name,
          "the value '%s', which is not among those before. Leave it out of 'replace'",
          value);
      refuseIf(
          to.contains(value),
          name,
          "the value '%s', which stays. Leave it out of 'replace', or of the new values",
          value);
      refuseIf(
          !to.contains(entry.getValue()),
          name,
          "a value by '%s', which is not among the new ones. Name one of these",
          entry.getValue());
    }
  }

  private static void refuseIf(
      boolean misfits, QualifiedName name, String replacement, String value) {
    if (misfits) {
      throw new IllegalArgumentException(
          "the change of enum %s replaces %s".formatted(name, replacement.formatted(value)));
    }
  }

  public AlterEnum(
      QualifiedName name, List<String> from, List<String> to, Map<String, String> replace) {
    this(name, from, to, (SortedMap<String, String>) new TreeMap<>(replace));
  }

  @Override
  public SchemaChange inverse() {
    return new AlterEnum(name, to, from, Map.of());
  }

  @Override
  public String describe() {
    return "change values of enum " + name;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).alterEnum(name, from, to, replace);
  }

  /** The values that the change takes away. */
  public List<String> removed() {
    return EnumValues.without(from, to);
  }

  /**
   * This change and the next in one; empty where it is of something else, or where one of them
   * brings a value or replaces one.
   */
  Optional<AlterEnum> andThen(AlterEnum next) {
    boolean onlyTakesAway =
        from.containsAll(to)
            && to.containsAll(next.to)
            && replace.isEmpty()
            && next.replace.isEmpty();
    return name.equals(next.name) && to.equals(next.from) && onlyTakesAway
        ? Optional.of(new AlterEnum(name, from, next.to, Map.of()))
        : Optional.empty();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
