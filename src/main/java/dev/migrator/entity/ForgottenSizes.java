package dev.migrator.entity;

import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of which Hibernate forgets the size: the part of a composite key that an association
 * with columns of its own gives ({@code @MapsId("part")}, or {@code @Id} beside {@code @IdClass},
 * with {@code @JoinColumn}), and all that refer to such a key.
 */
final class ForgottenSizes {

  private final List<Table> tables;
  private final Map<QualifiedName, Set<String>> columns = new HashMap<>();

  private ForgottenSizes(Map<QualifiedName, Set<String>> keys, List<Table> tables) {
    this.tables = tables;
    keys.forEach((table, names) -> columns.put(table, new HashSet<>(names)));
  }

  /**
   * The two ways of each of them.
   *
   * @param keys those in the keys themselves, by table
   */
  static Stream<EitherWay> of(Map<QualifiedName, Set<String>> keys, List<Table> tables) {
    ForgottenSizes sizes = new ForgottenSizes(keys, tables);
    boolean found = !keys.isEmpty();
    while (found) {
      found = sizes.addReferring();
    }
    return sizes.columns.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .map(column -> new ColumnWay.ForgottenSize(entry.getKey(), column)));
  }

  /** Adds what refers to those that are known, and tells whether there was any. */
  private boolean addReferring() {
    boolean added = false;
    for (Table table : tables) {
      for (ForeignKey key : table.foreignKeys()) {
        added |= addReferring(table, key);
      }
    }
    return added;
  }

  private boolean addReferring(Table table, ForeignKey key) {
    Set<String> known = columns.getOrDefault(key.references(), Set.of());
    boolean added = false;
    for (int index = 0; index < key.columns().size(); index++) {
      if (known.contains(key.referencedColumns().get(index))) {
        added |=
            columns
                .computeIfAbsent(table.name(), name -> new HashSet<>())
                .add(key.columns().get(index));
      }
    }
    return added;
  }
}
