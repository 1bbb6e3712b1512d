package dev.migrator.dialect;

import dev.migrator.schema.Namespace;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an inspection looks at. */
public final class Scope {

  /** The names of the tables in which other migration tools keep their records. */
  public static final Set<String> OTHER_TOOLS =
      Set.of("flyway_schema_history", "databasechangelog", "databasechangeloglock");

  private final Supplier<Set<String>> schemas;
  private final Set<QualifiedName> ownTables;
  private final Supplier<List<Schema>> compared;

  private Scope(
      Supplier<Set<String>> schemas,
      Set<QualifiedName> ownTables,
      Supplier<List<Schema>> compared) {
    this.schemas = schemas;
    this.ownTables = Set.copyOf(ownTables);
    this.compared = compared;
  }

  /**
   * A scope that is known from the start.
   *
   * @param schemas the schemas beside the connection's current one
   * @param ownTables the tool's own tables, which no inspection shows
   * @param compared schemas whose expressions will be compared with the database: their spelling on
   *     the server is asked for in the same go
   */
  public Scope(Set<String> schemas, Set<QualifiedName> ownTables, List<Schema> compared) {
    this(() -> schemas, ownTables, () -> compared);
  }

  /**
   * The schemas that something of what is compared stands in.
   *
   * @param compared is asked when it is needed, which need not be at once
   */
  public static Scope of(Set<QualifiedName> ownTables, Supplier<List<Schema>> compared) {
    return new Scope(
        () -> compared.get().stream().flatMap(Scope::names).collect(Collectors.toSet()),
        ownTables,
        compared);
  }

  /** The same in the connection's current schema alone. */
  public Scope inCurrentSchema() {
    return new Scope(Set::of, ownTables, compared);
  }

  /** The same, once it is known: this waits. */
  public Scope settled() {
    return new Scope(schemas(), ownTables, compared());
  }

  /** The schemas beside the connection's current one. */
  public Set<String> schemas() {
    return schemas.get();
  }

  /** The schemas whose expressions will be compared with the database. */
  public List<Schema> compared() {
    return compared.get();
  }

  /** Whether a table is bookkeeping, of this tool or of another migration tool. */
  public boolean ignores(QualifiedName table) {
    return ownTables.contains(table) || OTHER_TOOLS.contains(table.name().toLowerCase(Locale.ROOT));
  }

  private static Stream<String> names(Schema schema) {
    return Stream.concat(
        schema.namespaces().stream().map(Namespace::name), schema.schemaNames().stream());
  }
}
