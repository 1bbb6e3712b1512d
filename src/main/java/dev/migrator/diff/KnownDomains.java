package dev.migrator.diff;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.NativeType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/** What a model says of domains, which it can only name as the type of a column. */
final class KnownDomains {

  private KnownDomains() {}

  /** The model with the current domains, each column of one being known as that. */
  static Schema in(Schema model, Schema current) {
    return model
        .withDomains(current.domains())
        .mapTables(
            table ->
                table.withColumns(
                    table.columns().stream().map(column -> known(column, current)).toList()));
  }

  private static Column known(Column column, Schema current) {
    return column.type() instanceof NativeType named
        ? column.withType(known(named, current))
        : column;
  }

  private static ColumnType known(NativeType named, Schema current) {
    return current.domains().stream()
        .map(domain -> domain.name())
        .filter(name -> isName(named.sql(), name))
        .findFirst()
        .<ColumnType>map(DomainRef::new)
        .orElse(named);
  }

  private static boolean isName(String sql, QualifiedName name) {
    return sql.strip().equals(name.spelling());
  }
}
