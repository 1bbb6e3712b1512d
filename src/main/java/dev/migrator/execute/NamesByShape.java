package dev.migrator.execute;

import dev.migrator.operation.DropCheck;
import dev.migrator.operation.DropForeignKey;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropPrimaryKey;
import dev.migrator.operation.DropUnique;
import dev.migrator.operation.Operation;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds constraints and indexes that have another name in this database than in the revision: one
 * that a model left unnamed was named by whoever created the table. The drop says what shape it
 * has.
 */
final class NamesByShape {

  private final Schema schema;
  private final Consumer<String> notice;

  private NamesByShape(Schema schema, Consumer<String> notice) {
    this.schema = schema;
    this.notice = notice;
  }

  /**
   * The operation with the name that its object has in the schema.
   *
   * @param notice hears a sentence where that is another than the operation's
   * @throws MigrationException if the schema has no object of the name, and none or several of the
   *     shape
   */
  static Operation resolve(Operation operation, Schema schema, Consumer<String> notice) {
    return new NamesByShape(schema, notice).resolve(operation);
  }

  private Operation resolve(Operation operation) {
    if (operation instanceof DropUnique drop) {
      return find(
          new Search<>(
              drop,
              drop.table(),
              Table::uniques,
              drop.unique(),
              UniqueConstraint::name,
              UniqueConstraint::withName),
          found -> new DropUnique(drop.table(), found));
    }
    if (operation instanceof DropForeignKey drop) {
      return find(
          new Search<>(
              drop,
              drop.table(),
              Table::foreignKeys,
              drop.foreignKey(),
              ForeignKey::name,
              ForeignKey::withName),
          found -> new DropForeignKey(drop.table(), found));
    }
    if (operation instanceof DropCheck drop) {
      return find(
          new Search<>(
              drop,
              drop.table(),
              Table::checks,
              drop.check(),
              CheckConstraint::name,
              (check, name) -> check.withName(name).map(SqlTokens::canonical)),
          found -> new DropCheck(drop.table(), found));
    }
    if (operation instanceof DropIndex drop) {
      return find(
          new Search<>(
              drop, drop.table(), Table::indexes, drop.index(), Index::name, Index::withName),
          found -> new DropIndex(drop.table(), found));
    }
    if (operation instanceof DropPrimaryKey drop) {
      return find(
          new Search<>(
              drop,
              drop.table(),
              table -> table.primaryKey().stream().toList(),
              drop.primaryKey(),
              PrimaryKey::name,
              PrimaryKey::withName),
          found -> new DropPrimaryKey(drop.table(), found));
    }
    return operation;
  }

  /** A table that is missing is left to the operation itself to refuse. */
  private <T> Operation find(Search<T> search, Function<T, Operation> withFound) {
    return schema
        .table(search.table())
        .filter(table -> !search.hasItsName(table))
        .map(table -> withFound.apply(only(search, table)))
        .orElse(search.operation());
  }

  private <T> T only(Search<T> search, Table table) {
    List<T> alike = search.alike(table);
    if (alike.size() != 1) {
      throw new MigrationException(
          "cannot %s: table '%s' has no such name, and %s."
              .formatted(
                  search.operation().describe(),
                  table.name(),
                  alike.isEmpty()
                      ? "nothing of the same shape"
                      : "several of the same shape: " + search.names(alike)));
    }
    T found = alike.get(0);
    search
        .name()
        .apply(found)
        .filter(name -> search.name().apply(search.wanted()).isPresent())
        .ifPresent(
            name ->
                notice.accept(
                    "%s: it is named '%s' in this database"
                        .formatted(search.operation().describe(), name)));
    return found;
  }

  /**
   * What is looked for.
   *
   * @param operation the operation that names it
   * @param table the table it stands on
   * @param items the table's objects of its kind
   * @param wanted the object as the operation has it
   * @param name an object's name
   * @param withName an object with another name
   */
  private record Search<T>(
      Operation operation,
      QualifiedName table,
      Function<Table, List<T>> items,
      T wanted,
      Function<T, Optional<String>> name,
      BiFunction<T, Optional<String>, T> withName) {

    boolean hasItsName(Table owner) {
      return name.apply(wanted).isPresent()
          && items.apply(owner).stream()
              .anyMatch(item -> name.apply(item).equals(name.apply(wanted)));
    }

    List<T> alike(Table owner) {
      return items.apply(owner).stream().filter(item -> shape(item).equals(shape(wanted))).toList();
    }

    String names(List<T> found) {
      return found.stream()
          .map(item -> name.apply(item).orElse("(without name)"))
          .collect(Collectors.joining(", "));
    }

    private T shape(T item) {
      return withName.apply(item, Optional.empty());
    }
  }
}
