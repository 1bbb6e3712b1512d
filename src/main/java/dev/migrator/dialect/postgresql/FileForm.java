package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Spellings;
import dev.migrator.schema.Column;
import dev.migrator.schema.Domain;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.Optional;

/**
 * What a file is to hold of what the database shows: the normal form, with the server's own texts
 * where that would give others, with the types as they are shown, so that {@code timestamp(6)}
 * stays one, and with the {@code DEFAULT NULL} that the server shows of some types.
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
                .map(domain -> typed(domain, shown.domain(domain.name()).orElseThrow()))
                .toList())
        .mapTables(table -> typed(table, shown.table(table.name()).orElseThrow()));
  }

  private static Table typed(Table table, Table shown) {
    return table.withColumns(
        table.columns().stream()
            .map(column -> typed(column, shown.column(column.name()).orElseThrow()))
            .toList());
  }

  private static Column typed(Column column, Column shown) {
    return column
        .withType(shown.type())
        .withDefault(column.defaultValue().or(() -> none(shown.defaultValue())));
  }

  private static Domain typed(Domain domain, Domain shown) {
    return domain
        .withType(shown.type())
        .withDefault(domain.defaultValue().or(() -> none(shown.defaultValue())));
  }

  /** A default that the server shows, and that the normal form takes for none. */
  private static Optional<Expression> none(Optional<Expression> shown) {
    return shown.map(text -> Expression.of(TableForm.NONE));
  }
}
