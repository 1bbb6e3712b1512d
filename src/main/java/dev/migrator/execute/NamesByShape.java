package dev.migrator.execute;

import dev.migrator.operation.DropCheck;
import dev.migrator.operation.DropExclusion;
import dev.migrator.operation.DropForeignKey;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropPrimaryKey;
import dev.migrator.operation.DropUnique;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameIndex;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.ExclusionConstraint;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableItems;
import dev.migrator.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds constraints and indexes that have another name in this database than in the revision: one
 * that a model left unnamed was named by whoever created the table. The drop or rename says what
 * shape it has.
 */
final class NamesByShape {

  /** A check's shape does not hang on how its condition is laid out. */
  private static final TableItems<CheckConstraint> CHECKS =
      new TableItems<>(
          Table::checks,
          CheckConstraint::name,
          (check, name) -> check.withName(name).map(SqlTokens::canonical),
          Table::withChecks);

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
          drop,
          drop.table(),
          TableItems.UNIQUES,
          drop.unique(),
          u -> new DropUnique(drop.table(), u));
    }
    if (operation instanceof DropForeignKey drop) {
      return find(
          drop,
          drop.table(),
          TableItems.FOREIGN_KEYS,
          drop.foreignKey(),
          key -> new DropForeignKey(drop.table(), key));
    }
    if (operation instanceof DropCheck drop) {
      return find(drop, drop.table(), CHECKS, drop.check(), c -> new DropCheck(drop.table(), c));
    }
    if (operation instanceof DropExclusion drop) {
      return find(
          drop,
          drop.table(),
          TableItems.EXCLUSIONS,
          drop.exclusion(),
          e -> new DropExclusion(drop.table(), e));
    }
    if (operation instanceof DropIndex drop) {
      return find(
          drop,
          drop.table(),
          TableItems.INDEXES,
          drop.index(),
          i -> new DropIndex(drop.table(), i));
    }
    if (operation instanceof DropPrimaryKey drop) {
      return find(
          drop,
          drop.table(),
          TableItems.PRIMARY_KEY,
          drop.primaryKey(),
          key -> new DropPrimaryKey(drop.table(), key));
    }
    if (operation instanceof RenameIndex rename && rename.shape().isPresent()) {
      return find(
          rename,
          rename.table(),
          TableItems.INDEXES,
          rename.shape().get().withName(Optional.of(rename.from())),
          found ->
              new RenameIndex(
                  rename.table(), found.name().orElse(rename.from()), rename.to(), rename.shape()));
    }
    if (operation instanceof RenameConstraint rename && rename.shape().isPresent()) {
      return resolve(rename, rename.shape().get().withName(Optional.of(rename.from())));
    }
    return operation;
  }

  private Operation resolve(RenameConstraint rename, Constraint wanted) {
    Function<Constraint, Operation> withFound =
        found ->
            new RenameConstraint(
                rename.table(), found.name().orElse(rename.from()), rename.to(), rename.shape());
    if (wanted instanceof PrimaryKey key) {
      return find(rename, rename.table(), TableItems.PRIMARY_KEY, key, withFound::apply);
    } else if (wanted instanceof UniqueConstraint unique) {
      return find(rename, rename.table(), TableItems.UNIQUES, unique, withFound::apply);
    } else if (wanted instanceof ForeignKey key) {
      return find(rename, rename.table(), TableItems.FOREIGN_KEYS, key, withFound::apply);
    } else if (wanted instanceof ExclusionConstraint exclusion) {
      return find(rename, rename.table(), TableItems.EXCLUSIONS, exclusion, withFound::apply);
    }
    return find(rename, rename.table(), CHECKS, (CheckConstraint) wanted, withFound::apply);
  }

  /** A table that is missing is left to the operation itself to refuse. */
  private <T> Operation find(
      Operation operation,
      QualifiedName owner,
      TableItems<T> kind,
      T wanted,
      Function<T, Operation> withFound) {
    Search<T> search = new Search<>(operation, owner, kind, wanted);
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
        .kind()
        .name()
        .apply(found)
        .filter(name -> search.kind().name().apply(search.wanted()).isPresent())
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
   * @param kind its kind
   * @param wanted the object as the operation has it
   */
  private record Search<T>(Operation operation, QualifiedName table, TableItems<T> kind, T wanted) {

    boolean hasItsName(Table owner) {
      return name(wanted).isPresent()
          && kind.of().apply(owner).stream().anyMatch(item -> name(item).equals(name(wanted)));
    }

    List<T> alike(Table owner) {
      return kind.of().apply(owner).stream()
          .filter(item -> kind.shape(item).equals(kind.shape(wanted)))
          .toList();
    }

    String names(List<T> found) {
      return found.stream()
          .map(item -> name(item).orElse("(without name)"))
          .collect(Collectors.joining(", "));
    }

    private Optional<String> name(T item) {
      return kind.name().apply(item);
    }
  }
}
