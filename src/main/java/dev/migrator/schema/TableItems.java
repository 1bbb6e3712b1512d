package dev.migrator.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A kind of things that stand on a table, each with a name or without.
 *
 * @param of those of a table
 * @param name the name of one
 * @param withName one under another name
 * @param on a table with others in their place
 */
public record TableItems<T>(
    Function<Table, List<T>> of,
    Function<T, Optional<String>> name,
    BiFunction<T, Optional<String>, T> withName,
    BiFunction<Table, List<T>, Table> on) {

  /** The primary key, of which there is one at most. */
  public static final TableItems<PrimaryKey> PRIMARY_KEY =
      new TableItems<>(
          table -> table.primaryKey().stream().toList(),
          PrimaryKey::name,
          PrimaryKey::withName,
          (table, keys) -> table.withPrimaryKey(keys.stream().findFirst()));

  public static final TableItems<UniqueConstraint> UNIQUES =
      new TableItems<>(
          Table::uniques, UniqueConstraint::name, UniqueConstraint::withName, Table::withUniques);

  public static final TableItems<CheckConstraint> CHECKS =
      new TableItems<>(
          Table::checks, CheckConstraint::name, CheckConstraint::withName, Table::withChecks);

  public static final TableItems<ExclusionConstraint> EXCLUSIONS =
      new TableItems<>(
          Table::exclusions,
          ExclusionConstraint::name,
          ExclusionConstraint::withName,
          Table::withExclusions);

  public static final TableItems<ForeignKey> FOREIGN_KEYS =
      new TableItems<>(
          Table::foreignKeys, ForeignKey::name, ForeignKey::withName, Table::withForeignKeys);

  public static final TableItems<Index> INDEXES =
      new TableItems<>(Table::indexes, Index::name, Index::withName, Table::withIndexes);

  /** The item without its name. */
  public T shape(T item) {
    return withName.apply(item, Optional.empty());
  }
}
