package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.Normalizer;
import dev.migrator.dialect.Spellings;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes each table as SQL and reads it back: what an inspection would find, without a database.
 */
final class SqliteNormalizer implements Normalizer {

  @Override
  public Schema normalize(Schema schema, Spellings spellings) {
    TableSql sql = new TableSql(schema);
    Map<String, QualifiedName> names = new HashMap<>();
    List<Table> tables =
        Stream.concat(schema.tables().stream(), schema.sequences().stream().map(SequenceSql::table))
            .toList();
    tables.forEach(table -> names.put(table.name().name(), table.name()));
    return Schema.of(tables.stream().map(table -> restore(read(table, sql), names)).toList())
        .withDefinitions(
            schema.definitions().stream()
                .filter(definition -> DefinitionSql.text(definition).isPresent())
                .map(spellings::of)
                .toList());
  }

  private static Table read(Table table, TableSql sql) {
    SchemaReader reader = new SchemaReader().table(sql.create(table));
    TableSql.createIndexes(table).forEach(index -> reader.index(table.name().name(), index));
    return reader.schema().tables().get(0);
  }

  /** Gives qualified names back, which no statement for SQLite can carry. */
  private static Table restore(Table table, Map<String, QualifiedName> names) {
    List<ForeignKey> keys =
        table.foreignKeys().stream()
            .map(
                key ->
                    key.withReferences(
                        names.getOrDefault(key.references().name(), key.references())))
            .toList();
    return table
        .withName(names.getOrDefault(table.name().name(), table.name()))
        .withForeignKeys(keys);
  }
}
