package dev.migrator.dialect;

import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an inspection looks at.
 *
 * @param schemas the schemas beside the connection's current one
 * @param ownTables the tool's own tables, which no inspection shows
 * @param compared schemas whose expressions will be compared with the database: their spelling on
 *     the server is asked for in the same go
 */
public record Scope(Set<String> schemas, Set<QualifiedName> ownTables, List<Schema> compared) {

  private static final Set<String> OTHER_TOOLS =
      Set.of("flyway_schema_history", "databasechangelog", "databasechangeloglock");

  public Scope {
    schemas = Set.copyOf(schemas);
    ownTables = Set.copyOf(ownTables);
    compared = List.copyOf(compared);
  }

  /** Whether a table is bookkeeping, of this tool or of another migration tool. */
  public boolean ignores(QualifiedName table) {
    return ownTables.contains(table) || OTHER_TOOLS.contains(table.name().toLowerCase(Locale.ROOT));
  }
}
