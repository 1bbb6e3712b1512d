package dev.migrator.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Definitions in an order in which each comes after those that its SQL names; by kind and name
 * where that leaves a choice.
 */
public final class DefinitionOrder {

  private final Map<Definition, Set<String>> words = new HashMap<>();
  private final Map<String, List<Definition>> byName = new HashMap<>();
  private final Set<Definition> open = new HashSet<>();
  private final Set<Definition> order = new LinkedHashSet<>();

  private DefinitionOrder(List<Definition> definitions) {
    for (Definition definition : definitions) {
      words.put(definition, definition.mentioned());
      byName.computeIfAbsent(definition.name(), name -> new ArrayList<>()).add(definition);
    }
  }

  public static List<Definition> of(List<Definition> definitions) {
    DefinitionOrder order = new DefinitionOrder(definitions);
    definitions.stream().sorted().forEach(order::visit);
    return List.copyOf(order.order);
  }

  private void visit(Definition definition) {
    if (order.contains(definition) || !open.add(definition)) {
      return;
    }
    words.getOrDefault(definition, Set.of()).stream()
        .flatMap(word -> byName.getOrDefault(word, List.of()).stream())
        .sorted(Comparator.naturalOrder())
        .filter(other -> other.kind().compareTo(definition.kind()) <= 0)
        .forEach(this::visit);
    order.add(definition);
  }
}
