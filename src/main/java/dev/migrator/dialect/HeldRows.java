package dev.migrator.dialect;

import dev.migrator.schema.SqlTokens;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows for which a change leaves no place. A database counts them before it makes the change.
 *
 * @param loss the change
 * @param holders where they may be
 */
public record HeldRows(ValueLoss loss, List<Holder> holders) {

  public HeldRows {
    holders = List.copyOf(holders);
  }

  /**
   * A column whose rows may be such.
   *
   * @param name its name with that of its table
   * @param table the table, as SQL
   * @param predicate an SQL condition that such a row satisfies
   */
  public record Holder(String name, String table, String predicate) {

    private String count() {
      return """
                 SELECT count(*) || CASE count(*) WHEN 1 THEN ' row of ' ELSE ' rows of ' END || %s AS held
                 FROM %s WHERE %s HAVING count(*) > 0\
             """
          .formatted(SqlTokens.literal(name), table, predicate);
    }
  }

  /** A query with a text {@code held} for each column that holds some: {@code 2 rows of t.c}. */
  public String counts() {
    return holders.stream().map(Holder::count).collect(Collectors.joining("\n    UNION ALL\n"));
  }

  /** An SQL expression: the refusal around the SQL expression of such texts. */
  public String message(String held) {
    return "%s || %s || %s"
        .formatted(SqlTokens.literal(loss.start()), held, SqlTokens.literal(loss.end()));
  }
}
