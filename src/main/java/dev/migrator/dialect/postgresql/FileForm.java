package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Spellings;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;

/**
 * What a file is to hold of what the database shows: the normal form, with the server's own texts
 * where that would give others, and with the types as they are shown, so that {@code timestamp(6)}
 * stays one.
 */
final class FileForm {

  private FileForm() {}

  /**
   * @param shown what the database holds, as it shows it
   * @param texts the server's own texts
   */
  static Schema of(Schema shown, Spellings texts) {
    Schema normal = new PostgresqlNormalizer().normalize(shown, texts);
    return normal
        .withCompositeTypes(shown.compositeTypes())
        .withDomains(
            normal.domains().stream()
                .map(domain -> domain.withType(shown.domain(domain.name()).orElseThrow().type()))
                .toList())
        .mapTables(table -> typed(table, shown.table(table.name()).orElseThrow()));
  }

  private static Table typed(Table table, Table shown) {
    return table.withColumns(
        table.columns().stream()
            .map(column -> column.withType(shown.column(column.name()).orElseThrow().type()))
            .toList());
  }
}
