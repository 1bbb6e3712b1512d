package dev.migrator.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A table with everything on it. Columns keep their order; constraints and indexes, which have
 * none, are held sorted.
 *
 * @param name the table's name
 * @param columns the columns, in order
 * @param primaryKey the primary key
 * @param uniques the unique constraints
 * @param foreignKeys the foreign keys
 * @param checks the CHECK constraints
 * @param exclusions the exclusion constraints (PostgreSQL)
 * @param indexes the indexes beside those that constraints make
 * @param comment the description kept in the catalog (PostgreSQL)
 * @param options how it is kept
 */
public record Table(
    QualifiedName name,
    List<Column> columns,
    Optional<PrimaryKey> primaryKey,
    List<UniqueConstraint> uniques,
    List<ForeignKey> foreignKeys,
    List<CheckConstraint> checks,
    List<ExclusionConstraint> exclusions,
    List<Index> indexes,
    Optional<String> comment,
    TableOptions options) {

  public Table {
    columns = List.copyOf(columns);
    uniques = sorted(uniques, Comparator.comparing(unique -> key(unique.name(), unique)));
    foreignKeys =
        sorted(foreignKeys, Comparator.comparing(foreign -> key(foreign.name(), foreign)));
    checks = sorted(checks, Comparator.comparing(check -> key(check.name(), check)));
    exclusions =
        sorted(exclusions, Comparator.comparing(exclusion -> key(exclusion.name(), exclusion)));
    indexes = sorted(indexes, Comparator.comparing(index -> key(index.name(), index)));
  }

  /** A table of columns alone. */
  public static Table of(QualifiedName name, List<Column> columns) {
    return new Table(
        name,
        columns,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        TableOptions.NONE);
  }

  /** The column of this exact name. */
  public Optional<Column> column(String column) {
    return columns.stream().filter(candidate -> candidate.name().equals(column)).findFirst();
  }

  /** The unique constraint of this exact name. */
  public Optional<UniqueConstraint> unique(String constraint) {
    return uniques.stream().filter(u -> u.name().equals(Optional.of(constraint))).findFirst();
  }

  /** The foreign key of this exact name. */
  public Optional<ForeignKey> foreignKey(String constraint) {
    return foreignKeys.stream().filter(f -> f.name().equals(Optional.of(constraint))).findFirst();
  }

  /** The CHECK constraint of this exact name. */
  public Optional<CheckConstraint> check(String constraint) {
    return checks.stream().filter(c -> c.name().equals(Optional.of(constraint))).findFirst();
  }

  /** The exclusion constraint of this exact name. */
  public Optional<ExclusionConstraint> exclusion(String constraint) {
    return exclusions.stream().filter(e -> e.name().equals(Optional.of(constraint))).findFirst();
  }

  /** The index of this exact name. */
  public Optional<Index> index(String index) {
    return indexes.stream().filter(i -> i.name().equals(Optional.of(index))).findFirst();
  }

  /** All constraints, the primary key first. */
  public List<Constraint> constraints() {
    return Stream.<List<? extends Constraint>>of(
            primaryKey.stream().toList(), uniques, foreignKeys, checks, exclusions)
        .<Constraint>flatMap(List::stream)
        .toList();
  }

  public Table withName(QualifiedName other) {
    return new Table(
        other,
        columns,
        primaryKey,
        uniques,
        foreignKeys,
        checks,
        exclusions,
        indexes,
        comment,
        options);
  }

  public Table withColumns(List<Column> others) {
    return new Table(
        name,
        others,
        primaryKey,
        uniques,
        foreignKeys,
        checks,
        exclusions,
        indexes,
        comment,
        options);
  }

  /** The table with one of its columns replaced, in its place. */
  public Table withColumn(String column, UnaryOperator<Column> change) {
    return withColumns(
        columns.stream().map(c -> c.name().equals(column) ? change.apply(c) : c).toList());
  }

  public Table withPrimaryKey(Optional<PrimaryKey> other) {
    return new Table(
        name, columns, other, uniques, foreignKeys, checks, exclusions, indexes, comment, options);
  }

  public Table withUniques(List<UniqueConstraint> others) {
    return new Table(
        name,
        columns,
        primaryKey,
        others,
        foreignKeys,
        checks,
        exclusions,
        indexes,
        comment,
        options);
  }

  public Table withForeignKeys(List<ForeignKey> others) {
    return new Table(
        name, columns, primaryKey, uniques, others, checks, exclusions, indexes, comment, options);
  }

  public Table withChecks(List<CheckConstraint> others) {
    return new Table(
        name,
        columns,
        primaryKey,
        uniques,
        foreignKeys,
        others,
        exclusions,
        indexes,
        comment,
        options);
  }

  public Table withExclusions(List<ExclusionConstraint> others) {
    return new Table(
        name, columns, primaryKey, uniques, foreignKeys, checks, others, indexes, comment, options);
  }

  public Table withIndexes(List<Index> others) {
    return new Table(
        name,
        columns,
        primaryKey,
        uniques,
        foreignKeys,
        checks,
        exclusions,
        others,
        comment,
        options);
  }

  public Table withComment(Optional<String> other) {
    return new Table(
        name,
        columns,
        primaryKey,
        uniques,
        foreignKeys,
        checks,
        exclusions,
        indexes,
        other,
        options);
  }

  public Table withOptions(TableOptions other) {
    return new Table(
        name,
        columns,
        primaryKey,
        uniques,
        foreignKeys,
        checks,
        exclusions,
        indexes,
        comment,
        other);
  }

  /** The same table with its columns by name: what tells whether two tables are the same. */
  Table withoutColumnOrder() {
    return withColumns(sorted(columns, Comparator.comparing(Column::name)));
  }

  private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
    List<T> copy = new ArrayList<>(items);
    copy.sort(order);
    return List.copyOf(copy);
  }

  private static String key(Optional<String> name, Object shape) {
    return name.map(given -> "1" + given).orElseGet(() -> "0" + shape);
  }
}
