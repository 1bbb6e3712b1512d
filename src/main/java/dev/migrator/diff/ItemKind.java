package dev.migrator.diff;

import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameIndex;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.Names;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
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
 * @param convention the name that an item of a table has by convention
 * @param rename the change that gives a table's item another name
 * @param relation whether its name is one of the schema, as a table's is, or of its table alone
 */
record ItemKind<T>(
    String words,
    Function<Table, List<T>> items,
    Function<T, Optional<String>> name,
    BiFunction<T, Optional<String>, T> withName,
    UnaryOperator<T> statable,
    UnaryOperator<T> canonical,
    UnaryOperator<T> unordered,
    BiPredicate<T, String> standsOn,
    BiFunction<Table, T, String> convention,
    Rename<T> rename,
    boolean relation) {

  /** Makes the change that gives an item another name. */
  @FunctionalInterface
  interface Rename<T> {

    SchemaChange of(QualifiedName table, T item, String from, String to);
  }

  static final ItemKind<PrimaryKey> PRIMARY_KEY =
      new ItemKind<>(
          "primary key",
          table -> table.primaryKey().stream().toList(),
          PrimaryKey::name,
          PrimaryKey::withName,
          Statable::primaryKey,
          Canonical::primaryKey,
          UnaryOperator.identity(),
          (key, column) -> key.columns().contains(column),
          (table, key) -> Names.primaryKey(table.name()),
          ItemKind::rename,
          true);

  static final ItemKind<UniqueConstraint> UNIQUE =
      new ItemKind<>(
          "unique constraint",
          Table::uniques,
          UniqueConstraint::name,
          UniqueConstraint::withName,
          Statable::unique,
          UnaryOperator.identity(),
          Unordered::unique,
          (unique, column) -> unique.columns().contains(column),
          (table, unique) -> Names.unique(table.name(), unique.columns()),
          ItemKind::rename,
          true);

  static final ItemKind<ForeignKey> FOREIGN_KEY =
      new ItemKind<>(
          "foreign key",
          Table::foreignKeys,
          ForeignKey::name,
          ForeignKey::withName,
          Statable::foreignKey,
          Canonical::foreignKey,
          UnaryOperator.identity(),
          (key, column) -> key.columns().contains(column),
          (table, key) -> Names.foreignKey(table.name(), key.columns()),
          ItemKind::rename,
          false);

  static final ItemKind<CheckConstraint> CHECK =
      new ItemKind<>(
          "check",
          Table::checks,
          CheckConstraint::name,
          CheckConstraint::withName,
          Statable::check,
          Canonical::check,
          Unordered::check,
          Columns::mentions,
          ConventionalNames::check,
          ItemKind::rename,
          false);

  static final ItemKind<Index> INDEX =
      new ItemKind<>(
          "index",
          Table::indexes,
          Index::name,
          Index::withName,
          Statable::index,
          Canonical::index,
          UnaryOperator.identity(),
          Columns::mentions,
          ConventionalNames::index,
          (table, index, from, to) -> new RenameIndex(table, from, to, Optional.of(index)),
          true);

  /** All kinds. */
  static List<ItemKind<?>> all() {
    return List.of(PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, INDEX);
  }

  private static SchemaChange rename(
      QualifiedName table, Constraint constraint, String from, String to) {
    return new RenameConstraint(table, from, to, Optional.of(constraint));
  }

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
