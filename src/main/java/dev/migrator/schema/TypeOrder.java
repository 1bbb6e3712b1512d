package dev.migrator.schema;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Composite types and domains in an order in which each comes after those that it is made of. */
public final class TypeOrder {

  private final Collection<UserType> types;
  private final Set<UserType> order = new LinkedHashSet<>();

  private TypeOrder(Collection<UserType> types) {
    this.types = types;
  }

  /** The same types in such an order. */
  public static List<UserType> of(Collection<UserType> types) {
    TypeOrder order = new TypeOrder(types);
    types.forEach(order::visit);
    return List.copyOf(order.order);
  }

  /** No type holds itself: a database lets none name one that is not there yet. */
  private void visit(UserType type) {
    types.stream()
        .filter(other -> !other.equals(type) && !order.contains(other))
        .filter(other -> type.uses(other.name()))
        .forEach(this::visit);
    order.add(type);
  }
}
