package dev.migrator.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What more there is to say of a primary key or unique constraint than its columns.
 *
 * @param include columns that its index carries along (PostgreSQL)
 * @param deferral when it is verified (PostgreSQL)
 * @param parameters the settings of its index (PostgreSQL)
 * @param tablespace where its index is kept; empty is the database's own place (PostgreSQL)
 * @param withoutOverlaps whether its last column is a range that may not overlap (PostgreSQL 18)
 * @param onConflict what happens with a row that breaks it (SQLite)
 * @param descending the columns that its index sorts downwards (SQLite)
 * @param collations the order in which the texts of a column are compared, by the column, where it
 *     is not the column's own (SQLite)
 */
public record KeyOptions(
    List<String> include,
    Deferral deferral,
    Parameters parameters,
    Optional<String> tablespace,
    boolean withoutOverlaps,
    Optional<ConflictAction> onConflict,
    List<String> descending,
    Map<String, String> collations) {

  /** Nothing more. */
  public static final KeyOptions NONE =
      new KeyOptions(
          List.of(),
          Deferral.NONE,
          Parameters.NONE,
          Optional.empty(),
          false,
          Optional.empty(),
          List.of(),
          Map.of());

  public KeyOptions {
    include = List.copyOf(include);
    descending = List.copyOf(descending);
    collations = Collections.unmodifiableMap(new TreeMap<>(collations));
  }

  /** The options that PostgreSQL knows. */
  public KeyOptions onPostgresql() {
    return new KeyOptions(
        include,
        deferral,
        parameters,
        tablespace,
        withoutOverlaps,
        Optional.empty(),
        List.of(),
        Map.of());
  }

  /** An SQLite key's options. */
  public static KeyOptions sqlite(
      Optional<ConflictAction> onConflict,
      List<String> descending,
      Map<String, String> collations) {
    return new KeyOptions(
        NONE.include,
        NONE.deferral,
        NONE.parameters,
        NONE.tablespace,
        NONE.withoutOverlaps,
        onConflict,
        descending,
        collations);
  }

  /** The same of columns that are called otherwise now. */
  public KeyOptions renamed(UnaryOperator<String> rename) {
    Map<String, String> renamed = new TreeMap<>();
    collations.forEach((column, collation) -> renamed.put(rename.apply(column), collation));
    return new KeyOptions(
        include.stream().map(rename).toList(),
        deferral,
        parameters,
        tablespace,
        withoutOverlaps,
        onConflict,
        descending.stream().map(rename).toList(),
        renamed);
  }
}
