package dev.migrator.diff;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How a kind of constraint, or the indexes, are handled alike.
 *
 * @param words the kind, as a person says it
 * @param items the items of a table
 * @param name an item's name
 * @param withName the item under another name
 * @param statable the item with what a model can state of it alone
 * @param canonical the item in its one portable spelling
 * @param unordered the item without the order of its parts, where it changes nothing
 * @param standsOn whether an item needs a column
 */
record ItemKind<T>(
    String words,
    Function<Table, List<T>> items,
    Function<T, Optional<String>> name,
    BiFunction<T, Optional<String>, T> withName,
    UnaryOperator<T> statable,
    UnaryOperator<T> canonical,
    UnaryOperator<T> unordered,
    BiPredicate<T, String> standsOn) {

  static final ItemKind<PrimaryKey> PRIMARY_KEY =
      new ItemKind<>(
          "primary key",
          table -> table.primaryKey().stream().toList(),
          PrimaryKey::name,
          PrimaryKey::withName,
          Statable::primaryKey,
          Canonical::primaryKey,
          UnaryOperator.identity(),
          (key, column) -> key.columns().contains(column));

  static final ItemKind<UniqueConstraint> UNIQUE =
      new ItemKind<>(
          "unique constraint",
          Table::uniques,
          UniqueConstraint::name,
          UniqueConstraint::withName,
          Statable::unique,
          UnaryOperator.identity(),
          Unordered::unique,
          (unique, column) -> unique.columns().contains(column));

  static final ItemKind<ForeignKey> FOREIGN_KEY =
      new ItemKind<>(
          "foreign key",
          Table::foreignKeys,
          ForeignKey::name,
          ForeignKey::withName,
          Statable::foreignKey,
          Canonical::foreignKey,
          UnaryOperator.identity(),
          (key, column) -> key.columns().contains(column));

  static final ItemKind<CheckConstraint> CHECK =
      new ItemKind<>(
          "check",
          Table::checks,
          CheckConstraint::name,
          CheckConstraint::withName,
          Statable::check,
          Canonical::check,
          Unordered::check,
          Columns::mentions);

  static final ItemKind<Index> INDEX =
      new ItemKind<>(
          "index",
          Table::indexes,
          Index::name,
          Index::withName,
          Statable::index,
          Canonical::index,
          UnaryOperator.identity(),
          Columns::mentions);

  /** What a model states of the item, in its canonical spelling, without its name. */
  T shape(T item) {
    return withName.apply(canonical.apply(statable.apply(item)), Optional.empty());
  }

  /** The item of a table that has this name. */
  Optional<T> named(Table table, Optional<String> wanted) {
    return items.apply(table).stream()
        .filter(item -> wanted.isPresent() && name.apply(item).equals(wanted))
        .findFirst();
  }
}
