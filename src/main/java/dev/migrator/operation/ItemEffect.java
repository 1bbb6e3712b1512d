package dev.migrator.operation;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.ExclusionConstraint;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableItems;
import dev.migrator.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The effect of one operation on what stands on a table: its constraints and indexes.
 *
 * @param effect the effect on the schema, with the refusals that every operation shares
 */
record ItemEffect(Effect effect) {

  ItemEffect(Operation operation, Schema before) {
    this(new Effect(operation, before));
  }

  Schema addPrimaryKey(QualifiedName table, PrimaryKey primaryKey) {
    effect.refuseIf(
        effect.table(table).primaryKey().isPresent(), "the table has a primary key already");
    effect.requireColumns(table, primaryKey.columns());
    return before().withTable(table, t -> t.withPrimaryKey(Optional.of(primaryKey)));
  }

  Schema removePrimaryKey(QualifiedName table) {
    effect.refuseIf(effect.table(table).primaryKey().isEmpty(), "the table has no primary key");
    return before().withTable(table, t -> t.withPrimaryKey(Optional.empty()));
  }

  Schema addUnique(QualifiedName table, UniqueConstraint unique) {
    effect.requireColumns(table, unique.columns());
    return add(TableItems.UNIQUES, table, unique);
  }

  Schema removeUnique(QualifiedName table, UniqueConstraint unique) {
    return remove(TableItems.UNIQUES, table, unique);
  }

  Schema addCheck(QualifiedName table, CheckConstraint check) {
    return add(TableItems.CHECKS, table, check);
  }

  Schema removeCheck(QualifiedName table, CheckConstraint check) {
    return remove(TableItems.CHECKS, table, check);
  }

  Schema addExclusion(QualifiedName table, ExclusionConstraint exclusion) {
    return add(TableItems.EXCLUSIONS, table, exclusion);
  }

  Schema removeExclusion(QualifiedName table, ExclusionConstraint exclusion) {
    return remove(TableItems.EXCLUSIONS, table, exclusion);
  }

  Schema addForeignKey(QualifiedName table, ForeignKey foreignKey) {
    effect.requireColumns(table, foreignKey.columns());
    effect.requireColumns(foreignKey.references(), foreignKey.referencedColumns());
    return add(TableItems.FOREIGN_KEYS, table, foreignKey);
  }

  Schema removeForeignKey(QualifiedName table, ForeignKey foreignKey) {
    return remove(TableItems.FOREIGN_KEYS, table, foreignKey);
  }

  Schema addIndex(QualifiedName table, Index index) {
    return add(TableItems.INDEXES, table, index);
  }

  Schema removeIndex(QualifiedName table, Index index) {
    return remove(TableItems.INDEXES, table, index);
  }

  /** One without a name is known by its shape. */
  Schema renameConstraint(QualifiedName table, String from, String to, Optional<Constraint> shape) {
    List<Constraint> constraints = effect.table(table).constraints();
    refuseDuplicate(constraints, Constraint::name, Optional.of(to));
    Constraint found =
        constraints.stream()
            .filter(constraint -> constraint.name().equals(Optional.of(from)))
            .findFirst()
            .or(
                () ->
                    constraints.stream()
                        .filter(constraint -> shape.equals(Optional.of(constraint)))
                        .findFirst())
            .orElseThrow(() -> effect.refusal("it does not exist"));
    return before().withTable(table, t -> Renaming.constraint(t, found, to));
  }

  Schema renameIndex(QualifiedName table, String from, String to) {
    Table owner = effect.table(table);
    effect.refuseIf(owner.index(from).isEmpty(), "it does not exist");
    refuseDuplicate(owner.indexes(), Index::name, Optional.of(to));
    return before().withTable(table, t -> Renaming.index(t, from, to));
  }

  private Schema before() {
    return effect.before();
  }

  private <T> Schema add(TableItems<T> kind, QualifiedName table, T item) {
    List<T> items = kind.of().apply(effect.table(table));
    refuseDuplicate(items, kind.name(), kind.name().apply(item));
    return before().withTable(table, t -> kind.on().apply(t, Effect.plus(items, item)));
  }

  private <T> Schema remove(TableItems<T> kind, QualifiedName table, T wanted) {
    List<T> items = kind.of().apply(effect.table(table));
    T found =
        items.stream()
            .filter(item -> isMeant(kind, item, wanted))
            .findFirst()
            .orElseThrow(() -> effect.refusal("it does not exist"));
    return before().withTable(table, t -> kind.on().apply(t, Effect.without(items, found)));
  }

  /** Whether an item has the name of another, or, where that has none, its shape. */
  private static <T> boolean isMeant(TableItems<T> kind, T item, T wanted) {
    return kind.name().apply(wanted).isPresent()
        ? kind.name().apply(item).equals(kind.name().apply(wanted))
        : kind.shape(item).equals(wanted);
  }

  private <T> void refuseDuplicate(
      List<T> items, Function<T, Optional<String>> name, Optional<String> wanted) {
    effect.refuseIf(
        wanted.isPresent() && items.stream().anyMatch(item -> name.apply(item).equals(wanted)),
        "'%s' exists already",
        wanted.orElse(""));
  }
}
