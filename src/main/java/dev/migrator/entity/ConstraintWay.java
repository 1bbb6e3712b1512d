package dev.migrator.entity;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Names;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a constraint or an index may be otherwise than the model has it. */
sealed interface ConstraintWay extends EitherWay {

  private static <T> List<T> without(T one, List<T> all) {
    return all.stream().filter(each -> !each.equals(one)).toList();
  }

  private static boolean hasKey(Table current, Set<String> columns) {
    return current
        .primaryKey()
        .filter(key -> Set.copyOf(key.columns()).equals(columns))
        .isPresent();
  }

  /** The table with this key, which takes the place of unique constraints of the same columns. */
  private static Table keyed(Table model, List<String> columns) {
    Set<String> key = Set.copyOf(columns);
    return model
        .withPrimaryKey(Optional.of(new PrimaryKey(Optional.empty(), columns)))
        .withUniques(
            model.uniques().stream()
                .filter(unique -> !Set.copyOf(unique.columns()).equals(key))
                .toList());
  }

  /** An index whose name PostgreSQL cuts, and SQLite keeps. */
  record WholeName(QualifiedName table, String index) implements ConstraintWay {

    @Override
    public Table settled(Table model, Table current) {
      Optional<String> whole = Optional.of(index);
      Optional<String> cut = whole.map(Names::cut);
      return current.indexes().stream().noneMatch(there -> there.name().equals(whole))
          ? model
          : model.withIndexes(
              model.indexes().stream()
                  .map(wanted -> wanted.name().equals(cut) ? wanted.withName(whole) : wanted)
                  .toList());
    }
  }

  /**
   * The checks of a column to which two members give different ones. A database spells a check in
   * its own way, so one is known by the values in it.
   *
   * @param chosen those of the member by which the column is made where it is new
   */
  record SharedChecks(
      QualifiedName table, String column, List<CheckConstraint> chosen, List<CheckConstraint> other)
      implements ConstraintWay {

    private static final Set<SqlTokens.Kind> VALUES =
        Set.of(SqlTokens.Kind.STRING, SqlTokens.Kind.NUMBER);

    public SharedChecks {
      chosen = List.copyOf(chosen);
      other = List.copyOf(other);
    }

    @Override
    public Table settled(Table model, Table current) {
      if (current.column(column).isEmpty()
          || isThere(chosen, current)
          || !isThere(other, current)) {
        return model;
      }
      return model.withChecks(
          Stream.concat(
                  model.checks().stream().filter(check -> !chosen.contains(check)), other.stream())
              .toList());
    }

    private boolean isThere(List<CheckConstraint> checks, Table current) {
      Set<Set<String>> there =
          current.checks().stream()
              .map(CheckConstraint::expression)
              .filter(expression -> expression.mentions(column))
              .map(SharedChecks::values)
              .collect(Collectors.toSet());
      return checks.isEmpty()
          ? there.isEmpty()
          : checks.stream().map(check -> values(check.expression())).allMatch(there::contains);
    }

    private static Set<String> values(Expression expression) {
      return SqlTokens.of(expression.toString()).stream()
          .filter(token -> VALUES.contains(token.kind()))
          .map(SqlTokens.Token::text)
          .collect(Collectors.toSet());
    }
  }

  /**
   * A check that Hibernate writes from version 7 on. A table that has the columns, and no check on
   * any of them, is one of before.
   *
   * @param columns those by which it is known
   */
  record NewerCheck(QualifiedName table, List<String> columns, CheckConstraint check)
      implements ConstraintWay {

    public NewerCheck {
      columns = List.copyOf(columns);
    }

    @Override
    public Table settled(Table model, Table current) {
      boolean there = columns.stream().allMatch(column -> current.column(column).isPresent());
      return there && current.checks().stream().noneMatch(this::isAlike)
          ? model.withChecks(without(check, model.checks()))
          : model;
    }

    private boolean isAlike(CheckConstraint other) {
      return columns.stream().anyMatch(column -> other.expression().mentions(column));
    }
  }

  /**
   * That a set has each element once where elements may be null: up to Hibernate 6 nothing says so.
   */
  record UniqueElements(QualifiedName table, UniqueConstraint unique) implements ConstraintWay {

    @Override
    public Table settled(Table model, Table current) {
      Set<String> columns = Set.copyOf(unique.columns());
      boolean there =
          current.columns().stream()
              .map(Column::name)
              .collect(Collectors.toSet())
              .containsAll(columns);
      return there
              && current.uniques().stream()
                  .noneMatch(other -> Set.copyOf(other.columns()).equals(columns))
          ? model.withUniques(without(unique, model.uniques()))
          : model;
    }
  }

  /**
   * The key of a set of what Hibernate stores as bytes on one of the databases, where it makes
   * none.
   */
  record KeyOfBytes(QualifiedName table, List<String> columns) implements ConstraintWay {

    public KeyOfBytes {
      columns = List.copyOf(columns);
    }

    @Override
    public Table settled(Table model, Table current) {
      boolean keyless =
          columns.stream().allMatch(column -> current.column(column).isPresent())
              && current.primaryKey().isEmpty();
      return keyless ? model.withPrimaryKey(Optional.empty()) : model;
    }
  }

  /**
   * The key of a set of entities that belong to one owner each: up to Hibernate 6 it has the
   * owner's columns, too, and the elements are unique beside.
   *
   * @param owner the columns that refer to the owner
   * @param element the columns that refer to the element
   */
  record KeyOfSet(QualifiedName table, List<String> owner, List<String> element)
      implements ConstraintWay {

    public KeyOfSet {
      owner = List.copyOf(owner);
      element = List.copyOf(element);
    }

    @Override
    public Table settled(Table model, Table current) {
      Set<String> all = new HashSet<>(owner);
      all.addAll(element);
      if (!hasKey(current, all)) {
        return model;
      }
      List<String> columns = new ArrayList<>(owner);
      columns.addAll(element);
      Table keyed = keyed(model, columns);
      List<UniqueConstraint> uniques = new ArrayList<>(keyed.uniques());
      uniques.add(new UniqueConstraint(Optional.empty(), element));
      return keyed.withUniques(uniques);
    }
  }

  /**
   * The name of a unique constraint of columns for which the model asks twice: of a constraint that
   * has one, and of a column that is unique by itself, Hibernate makes that of the column.
   */
  record UniqueTwice(QualifiedName table, List<String> columns) implements ConstraintWay {

    public UniqueTwice {
      columns = List.copyOf(columns);
    }

    @Override
    public Table settled(Table model, Table current) {
      List<Optional<String>> there =
          current.uniques().stream()
              .filter(unique -> unique.columns().equals(columns))
              .map(UniqueConstraint::name)
              .toList();
      return model.withUniques(
          model.uniques().stream()
              .map(
                  wanted ->
                      !wanted.columns().equals(columns)
                              || there.isEmpty()
                              || there.contains(wanted.name())
                          ? wanted
                          : wanted.withName(there.get(0)))
              .toList());
    }
  }

  /**
   * The key of a set whose table has a unique constraint: from Hibernate 7 on it has none, before
   * it has one beside the constraint, or in its place if that is of the same columns.
   */
  record KeyBesideUnique(QualifiedName table, List<String> columns) implements ConstraintWay {

    public KeyBesideUnique {
      columns = List.copyOf(columns);
    }

    @Override
    public Table settled(Table model, Table current) {
      return hasKey(current, Set.copyOf(columns)) ? keyed(model, columns) : model;
    }
  }
}
