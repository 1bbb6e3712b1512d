package dev.migrator.schema;

import java.util.List;
import java.util.Optional;

/**
 * How a table is kept, beside what stands in it and on it.
 *
 * @param unlogged whether it is empty after a crash, and fast for it (PostgreSQL)
 * @param parameters its settings, those of its TOAST table with {@code toast.} before the name
 *     (PostgreSQL)
 * @param accessMethod the table access method; empty is the usual one (PostgreSQL)
 * @param tablespace where it is kept; empty is the database's own place (PostgreSQL)
 * @param rowSecurity whether policies decide who sees which row (PostgreSQL)
 * @param partitionBy how it is divided into partitions, in PostgreSQL's own words: {@code RANGE
 *     (created_at)}
 * @param partition what makes it a partition of another
 * @param inherits the tables from which it inherits, in order (PostgreSQL)
 * @param replicaIdentity {@code full}, {@code nothing}, or the name of the index that tells rows
 *     apart for logical replication; empty is the primary key (PostgreSQL)
 * @param strict whether values must be of their column's type (SQLite)
 * @param autoincrement whether a number of the primary key is never used again (SQLite)
 * @param withoutRowid whether the primary key is how rows are kept (SQLite)
 */
public record TableOptions(
    boolean unlogged,
    Parameters parameters,
    Optional<String> accessMethod,
    Optional<String> tablespace,
    RowSecurity rowSecurity,
    Optional<String> partitionBy,
    Optional<Partition> partition,
    List<QualifiedName> inherits,
    Optional<ReplicaIdentity> replicaIdentity,
    boolean strict,
    boolean autoincrement,
    boolean withoutRowid) {

  /** An ordinary table. */
  public static final TableOptions NONE =
      new TableOptions(
          false,
          Parameters.NONE,
          Optional.empty(),
          Optional.empty(),
          RowSecurity.DISABLED,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          false,
          false,
          false);

  public TableOptions {
    inherits = List.copyOf(inherits);
  }

  /** The tables whose columns this one has, too. */
  public List<QualifiedName> parents() {
    return partition.map(part -> List.of(part.of())).orElse(inherits);
  }

  public TableOptions withPartitionBy(Optional<String> other) {
    return withPlace(other, partition, inherits);
  }

  /** The same with another parent in the place of one. */
  public TableOptions withParent(QualifiedName from, QualifiedName to) {
    return withPlace(
        partitionBy,
        partition.map(part -> part.of().equals(from) ? new Partition(to, part.bound()) : part),
        inherits.stream().map(parent -> parent.equals(from) ? to : parent).toList());
  }

  /** The same table elsewhere among others. */
  private TableOptions withPlace(
      Optional<String> key, Optional<Partition> part, List<QualifiedName> parents) {
    return new TableOptions(
        unlogged,
        parameters,
        accessMethod,
        tablespace,
        rowSecurity,
        key,
        part,
        parents,
        replicaIdentity,
        strict,
        autoincrement,
        withoutRowid);
  }

  /** The options that SQLite knows. */
  public TableOptions onSqlite() {
    return sqlite(strict, autoincrement, withoutRowid);
  }

  /** The options that PostgreSQL knows. */
  public TableOptions onPostgresql() {
    return withKind(false, false, false);
  }

  /** An SQLite table's options. */
  public static TableOptions sqlite(boolean strict, boolean autoincrement, boolean withoutRowid) {
    return NONE.withKind(strict, autoincrement, withoutRowid);
  }

  /** The same table, as another kind of SQLite's. */
  private TableOptions withKind(boolean isStrict, boolean counts, boolean isWithoutRowid) {
    return new TableOptions(
        unlogged,
        parameters,
        accessMethod,
        tablespace,
        rowSecurity,
        partitionBy,
        partition,
        inherits,
        replicaIdentity,
        isStrict,
        counts,
        isWithoutRowid);
  }
}
