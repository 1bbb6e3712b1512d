package dev.migrator.execute;

import dev.migrator.dialect.Dialect;

/** Rows of a table whose number is asked for. */
public sealed interface CountedRows permits RowsWithout, RowsHolding {

  /** An SQL expression that is their number. */
  String count(Dialect dialect);
}
