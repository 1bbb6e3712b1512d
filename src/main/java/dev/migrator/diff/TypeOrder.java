package dev.migrator.diff;

import dev.migrator.schema.Schema;
import dev.migrator.schema.UserType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Composite types and domains in an order in which each comes after those that it is made of. */
final class TypeOrder {

  private final Schema schema;
  private final Set<UserType> order = new LinkedHashSet<>();

  private TypeOrder(Schema schema) {
    this.schema = schema;
  }

  static List<UserType> of(Schema schema) {
    TypeOrder order = new TypeOrder(schema);
    schema.userTypes().forEach(order::visit);
    return List.copyOf(order.order);
  }

  /** No type holds itself: a database lets none name one that is not there yet. */
  private void visit(UserType type) {
    schema.userTypes().stream()
        .filter(other -> !other.equals(type) && !order.contains(other))
        .filter(other -> type.uses(other.name()))
        .forEach(this::visit);
    order.add(type);
  }
}
