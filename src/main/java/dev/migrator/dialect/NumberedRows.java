package dev.migrator.dialect;

import dev.migrator.schema.NumberedColumn;
import dev.migrator.schema.Sequence;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows that have numbers before there is the sequence which numbers them.
 *
 * @param sequence the sequence
 * @param columns where the numbers are
 */
public record NumberedRows(Sequence sequence, List<NumberedColumn> columns) {

  public NumberedRows {
    columns = List.copyOf(columns);
  }

  /**
   * A source of rows with a {@code number}, the greatest of each column.
   *
   * @param table a table as SQL
   * @param column a column as SQL
   */
  public String numbers(
      Function<NumberedColumn, String> table, Function<NumberedColumn, String> column) {
    return columns.stream()
        .map(
            each ->
                "SELECT max(%s) AS number FROM %s".formatted(column.apply(each), table.apply(each)))
        .collect(Collectors.joining(" UNION ALL ", "(", ") AS numbers"));
  }

  /**
   * What the next number of the sequence is above the greatest one of the rows. An application that
   * takes several numbers at once may count them down from the one that the sequence gave.
   */
  public long distance() {
    return sequence.increment() == 1 ? 1 : sequence.increment() + 1;
  }
}
