package dev.migrator.schema;

import java.util.List;

/**
 * What more there is to say of a foreign key than columns and actions.
 *
 * @param matchFull whether a key is NULL in all of its columns or in none: {@code MATCH FULL}
 *     (PostgreSQL)
 * @param period whether the last of its columns is a range of time, all of which the referenced
 *     rows must cover: {@code PERIOD} (PostgreSQL, from 18 on)
 * @param setColumns the columns that {@code SET NULL} and {@code SET DEFAULT} set on a delete; none
 *     means all (PostgreSQL)
 * @param deferral when it is verified
 * @param validity what it says of the rows (PostgreSQL)
 */
public record ForeignKeyOptions(
    boolean matchFull,
    boolean period,
    List<String> setColumns,
    Deferral deferral,
    Validity validity) {

  /** Nothing more. */
  public static final ForeignKeyOptions NONE =
      new ForeignKeyOptions(false, false, List.of(), Deferral.NONE, Validity.VALID);

  public ForeignKeyOptions {
    setColumns = List.copyOf(setColumns);
  }

  public ForeignKeyOptions withSetColumns(List<String> others) {
    return new ForeignKeyOptions(matchFull, period, others, deferral, validity);
  }

  public ForeignKeyOptions withDeferral(Deferral other) {
    return new ForeignKeyOptions(matchFull, period, setColumns, other, validity);
  }
}
