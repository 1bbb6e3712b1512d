package dev.migrator.diff;

import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Composite types in an order in which each comes after those that its attributes name. */
final class CompositeOrder {

  private final Schema schema;
  private final Set<CompositeType> order = new LinkedHashSet<>();

  private CompositeOrder(Schema schema) {
    this.schema = schema;
  }

  static List<CompositeType> of(Schema schema) {
    CompositeOrder order = new CompositeOrder(schema);
    schema.compositeTypes().forEach(order::visit);
    return List.copyOf(order.order);
  }

  /** No type holds itself: a database lets none name one that is not there yet. */
  private void visit(CompositeType type) {
    schema.compositeTypes().stream()
        .filter(other -> !other.equals(type) && !order.contains(other))
        .filter(other -> type.uses(other.name()))
        .forEach(this::visit);
    order.add(type);
  }
}
