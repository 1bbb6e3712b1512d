package dev.migrator.dialect;

import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.TypeChange;
import dev.migrator.operation.Using;
import dev.migrator.schema.Expression;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** How a database makes values of one type from values of another. */
public sealed interface Conversion {

  /** It does so by itself, where a value is assigned. */
  record ByItself() implements Conversion {}

  /**
   * By an expression, which a person may want to see.
   *
   * @param sql the new value
   */
  record ByExpression(String sql) implements Conversion {}

  /** No way is known that makes sense. */
  record Unknown() implements Conversion {}

  /**
   * The expression with which a column's rows are converted: the revision's where it has one, else
   * the database's; empty where the database converts by itself.
   *
   * @param text the text that an expression has for the database
   * @param own how the database converts by itself
   * @throws UnsupportedChangeException if nobody knows how
   */
  static Optional<String> sql(
      AlterColumn operation,
      Function<Expression, Optional<String>> text,
      Supplier<Conversion> own) {
    Optional<Using> said = operation.type().flatMap(TypeChange::using);
    if (said.isPresent() && said.get() instanceof Using.ToDo) {
      throw unknown(operation);
    }
    Optional<String> given =
        said.map(Using.Sql.class::cast).map(Using.Sql::expression).flatMap(text);
    if (given.isPresent()) {
      return given;
    }
    Conversion conversion = own.get();
    if (conversion instanceof Unknown) {
      throw unknown(operation);
    }
    return conversion instanceof ByExpression by ? Optional.of(by.sql()) : Optional.empty();
  }

  private static UnsupportedChangeException unknown(AlterColumn operation) {
    return new UnsupportedChangeException(
        operation,
        "nobody knows how to make the new values from the old ones. Say it in the revision:"
            + " type: {…, using: an SQL expression}.");
  }
}
