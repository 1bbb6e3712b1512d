package dev.migrator.dialect.sqlite;

import dev.migrator.schema.Definition;
import dev.migrator.schema.Dependencies.Thing;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What cannot be made again, because it needs what a revision leaves out, or what is not there:
 * SQLite finds that out only when it is used.
 */
final class Unmakeable {

  private final Map<String, String> missing = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<Thing, String> reasons = new HashMap<>();

  private Unmakeable() {}

  /**
   * Such things with their reasons.
   *
   * @param virtual the virtual tables, and the tables behind each
   */
  static Map<Thing, String> of(Connection connection, Schema schema, Map<String, String> virtual)
      throws SQLException {
    Unmakeable found = new Unmakeable();
    virtual.forEach((table, owner) -> found.missing.put(table, "virtual table " + owner));
    Dependents dependents = Dependents.of(connection);
    boolean more = true;
    while (more) {
      int before = found.reasons.size();
      schema.tables().forEach(table -> found.table(table, schema));
      schema.definitions().forEach(definition -> found.definition(definition, dependents));
      more = found.reasons.size() > before;
    }
    return found.reasons;
  }

  private void table(Table table, Schema schema) {
    for (ForeignKey key : table.foreignKeys()) {
      String target = key.references().name();
      Optional<String> needed =
          isTable(target, schema)
              ? Optional.ofNullable(missing.get(target))
              : Optional.of(
                  missing.getOrDefault(target, "table %s, which is not there".formatted(target)));
      needed.ifPresent(
          words ->
              leaveOut(Thing.table(table.name()), table.name().name(), "which needs " + words));
    }
  }

  private static boolean isTable(String name, Schema schema) {
    return schema.tables().stream()
        .map(Table::name)
        .map(QualifiedName::name)
        .anyMatch(name::equalsIgnoreCase);
  }

  private void definition(Definition definition, Dependents dependents) {
    Thing thing = Thing.definition(definition);
    Set<String> mentioned =
        definition.mentioned().stream()
            .filter(name -> !name.equalsIgnoreCase(definition.name()))
            .collect(Collectors.toSet());
    Optional<String> needed =
        missing.entrySet().stream()
            .filter(entry -> mentioned.stream().anyMatch(entry.getKey()::equalsIgnoreCase))
            .map(entry -> "which needs " + entry.getValue())
            .findFirst();
    needed
        .or(() -> dependents.reason(definition).map("which does not work: %s"::formatted))
        .ifPresent(reason -> leaveOut(thing, definition.name(), reason));
  }

  private void leaveOut(Thing thing, String name, String reason) {
    reasons.putIfAbsent(thing, reason);
    missing.putIfAbsent(name, thing.toString());
  }
}
