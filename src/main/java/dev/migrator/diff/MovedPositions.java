package dev.migrator.diff;

import dev.migrator.operation.AddCheck;
import dev.migrator.operation.DropCheck;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.EnumColumn;
import dev.migrator.schema.Expression;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Columns that hold the positions of an enum's constants, of which there are more or fewer after
 * the changes. A database knows no names of positions: whether the others still stand where they
 * stood, a person has to say.
 */
final class MovedPositions {

  private MovedPositions() {}

  /** A sentence for each column. */
  static List<String> of(List<SchemaChange> changes, List<EnumColumn> columns) {
    return columns.stream()
        .distinct()
        .filter(column -> hasPositions(column, changes, DropCheck.class::isInstance))
        .filter(column -> hasPositions(column, changes, AddCheck.class::isInstance))
        .map(MovedPositions::sentence)
        .toList();
  }

  private static boolean hasPositions(
      EnumColumn column, List<SchemaChange> changes, Predicate<SchemaChange> wanted) {
    return changes.stream()
        .filter(wanted)
        .flatMap(change -> LostValues.check(change, column.table()))
        .map(CheckConstraint::expression)
        .anyMatch(condition -> isRange(condition, column.column()));
  }

  private static boolean isRange(Expression condition, String column) {
    return condition.mentions(column)
        && condition instanceof Expression.Portable portable
        && SqlTokens.of(portable.text()).stream().anyMatch(MovedPositions::isRangeWord);
  }

  private static boolean isRangeWord(Token token) {
    return token.isWord("between") || token.isSymbol(">=");
  }

  private static String sentence(EnumColumn column) {
    return "%s.%s holds positions, now %s. Where a constant came or went before others, the rows of those mean another one: give them their new positions by an 'execute' in the revision."
        .formatted(column.table(), column.column(), positions(column.constants()));
  }

  private static String positions(List<String> constants) {
    return IntStream.range(0, constants.size())
        .mapToObj(position -> position + " " + constants.get(position))
        .collect(Collectors.joining(", "));
  }
}
