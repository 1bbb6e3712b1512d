package dev.migrator.execute;

import dev.migrator.dialect.Normalizer;
import dev.migrator.dialect.Spellings;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.List;
import java.util.Optional;

/** Tells where an alteration of a column starts from something else than the database has. */
final class AlterationCheck {

  private AlterationCheck() {}

  /** A sentence, if an attribute is neither what the operation says nor a spelling of it. */
  static Optional<String> warning(Operation operation, Schema schema, Normalizer normalizer) {
    if (!(operation instanceof AlterColumn alter)) {
      return Optional.empty();
    }
    return schema
        .table(alter.table())
        .flatMap(table -> table.column(alter.column()))
        .filter(column -> !column.equals(asStated(alter, column)))
        .filter(column -> !same(alter, column, schema, normalizer))
        .map(
            column ->
                "%s: the column is not as the revision states it; it is %s, %s%s"
                    .formatted(
                        alter.describe(),
                        column.type().spelling(),
                        column.nullable() ? "nullable" : "not nullable",
                        column.defaultValue().map(value -> ", default " + value).orElse("")));
  }

  private static Column asStated(AlterColumn alter, Column column) {
    return ((AlterColumn) alter.inverse()).applyTo(column);
  }

  /** One column alone: a table's other parts do not bear on how a column is spelled. */
  private static boolean same(
      AlterColumn alter, Column column, Schema schema, Normalizer normalizer) {
    return normalized(alter, column, schema, normalizer)
        .equals(normalized(alter, asStated(alter, column), schema, normalizer));
  }

  private static Schema normalized(
      AlterColumn alter, Column column, Schema schema, Normalizer normalizer) {
    Schema one = schema.withTables(List.of(Table.of(alter.table(), List.of(column))));
    return normalizer.normalize(one, Spellings.NONE);
  }
}
