package dev.migrator.testing;

import dev.migrator.dialect.Conversion;
import dev.migrator.dialect.Dialect;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.SchemaChange;
import dev.migrator.operation.TypeChange;
import dev.migrator.operation.Using;
import dev.migrator.schema.Expression;
import java.util.List;

/** Changes of tables without rows as a person completes them: any value is one. */
public final class FilledIn {

  private static final Using ANYTHING = new Using.Sql(Expression.of("NULL"));

  private FilledIn() {}

  /** The changes with an expression for what the database cannot convert. */
  public static List<SchemaChange> on(Dialect dialect, List<? extends SchemaChange> changes) {
    return changes.stream().map(change -> filled(dialect, change)).toList();
  }

  private static SchemaChange filled(Dialect dialect, SchemaChange change) {
    return change instanceof AlterColumn alter
            && alter.type().filter(type -> isUnknown(dialect, type)).isPresent()
        ? alter.withUsing(ANYTHING)
        : change;
  }

  private static boolean isUnknown(Dialect dialect, TypeChange type) {
    return dialect.conversion("c", type.from(), type.to()) instanceof Conversion.Unknown;
  }
}
