package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Normalizer;
import dev.migrator.dialect.Spellings;
import dev.migrator.schema.Schema;

/** Rewrites a portable schema as PostgreSQL would show it. */
final class PostgresqlNormalizer implements Normalizer {

  @Override
  public Schema normalize(Schema schema, Spellings spellings) {
    return schema
        .withCompositeTypes(schema.compositeTypes().stream().map(CompositeSql::normalized).toList())
        .withDomains(
            schema.domains().stream().map(d -> DomainForm.normalized(d, spellings)).toList())
        .withDefinitions(
            schema.definitions().stream()
                .filter(definition -> DefinitionSql.text(definition).isPresent())
                .map(spellings::of)
                .toList())
        .withSequences(schema.sequences().stream().map(SequenceSql::normalized).toList())
        .mapTables(table -> new TableForm(table, spellings).normalized());
  }
}
