package dev.migrator.entity;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Generated;
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

/**
 * What Hibernate makes differently of the same model, by its version or by the class that it is
 * told of first. Either is right, so what the database has stays.
 */
public sealed interface EitherWay {

  /** The table that it is about. */
  QualifiedName table();

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

  /** The model's table as it is where the database has this one. */
  Table settled(Table model, Table current);

  /**
   * Whether a column takes NULL of which Hibernate 7 says otherwise than Hibernate 6: one that it
   * fills itself, a version, a reference in a table between, one that a subclass requires; or of
   * which two members say it differently.
   */
  record TakesNull(QualifiedName table, String column) implements EitherWay {

    @Override
    public Table settled(Table model, Table current) {
      return current
          .column(column)
          .map(there -> model.withColumn(column, wanted -> wanted.withNullable(there.nullable())))
          .orElse(model);
    }
  }

  /** An index whose name PostgreSQL cuts, and SQLite keeps. */
  record WholeName(QualifiedName table, String index) implements EitherWay {

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
   * How a computed column is kept: Hibernate leaves it to the database, of which PostgreSQL
   * computes it on each reading from version 18 on; and whether it is said not to take NULL.
   */
  record ComputedColumn(QualifiedName table, String column) implements EitherWay {

    @Override
    public Table settled(Table model, Table current) {
      Optional<Column> there =
          current.column(column).filter(found -> found.generated().isPresent());
      return there
          .map(found -> model.withColumn(column, wanted -> as(found, wanted)))
          .orElse(model);
    }

    private static Column as(Column there, Column wanted) {
      boolean stored = there.generated().orElseThrow().stored();
      return wanted
          .withNullable(there.nullable())
          .withGenerated(
              wanted.generated().map(computed -> new Generated(computed.expression(), stored)));
    }
  }

  /** A column that PostgreSQL numbers: by a default and its sequence, or as an identity column. */
  record SerialColumn(QualifiedName table, String column) implements EitherWay {

    @Override
    public Table settled(Table model, Table current) {
      return current
          .column(column)
          .filter(there -> there.defaultValue().filter(SerialColumn::isNext).isPresent())
          .map(
              there ->
                  model.withColumn(
                      column,
                      wanted ->
                          wanted
                              .withIdentity(Optional.empty())
                              .withNullable(there.nullable())
                              .withDefault(there.defaultValue())))
          .orElse(model);
    }

    private static boolean isNext(Expression value) {
      return value.mentions("nextval");
    }
  }

  /**
   * A column that refers to a numbered one, and that Hibernate numbers as well where the definition
   * of the key says it, which it repeats.
   */
  record NumberedReference(QualifiedName table, String column) implements EitherWay {

    @Override
    public Table settled(Table model, Table current) {
      return current
          .column(column)
          .filter(there -> there.identity().isPresent())
          .map(
              there ->
                  model.withColumn(
                      column,
                      wanted ->
                          wanted.withIdentity(there.identity()).withNullable(there.nullable())))
          .orElse(model);
    }
  }

  /** A time of no given precision: of whole seconds, but up to Hibernate 6 of microseconds. */
  record TimePrecision(QualifiedName table, String column) implements EitherWay {

    @Override
    public Table settled(Table model, Table current) {
      return current
          .column(column)
          .map(Column::type)
          .map(there -> model.withColumn(column, wanted -> as(there, wanted)))
          .orElse(model);
    }

    private static Column as(ColumnType there, Column wanted) {
      return isTime(there) && isArray(there) == isArray(wanted.type())
          ? wanted.withType(there)
          : wanted;
    }

    private static boolean isArray(ColumnType type) {
      return type instanceof ArrayType;
    }

    /** Whether it is a time, or an array of such. */
    static boolean isTime(ColumnType type) {
      if (type instanceof ArrayType array) {
        return isTime(array.element());
      }
      return type instanceof BasicType basic
          && (basic.kind() == BasicType.Kind.TIME || basic.kind() == BasicType.Kind.TIMETZ);
    }
  }

  /**
   * The type of a column to which two members, or two versions, give different ones; or that refers
   * to one which Bean Validation sizes, after Hibernate has copied it.
   */
  record SharedType(QualifiedName table, String column, List<ColumnType> types)
      implements EitherWay {

    private static final Set<BasicType.Kind> TEXTS =
        Set.of(BasicType.Kind.CHAR, BasicType.Kind.VARCHAR, BasicType.Kind.TEXT);

    public SharedType {
      types = List.copyOf(types);
    }

    @Override
    public Table settled(Table model, Table current) {
      return current
          .column(column)
          .filter(there -> types.contains(there.type()))
          .map(there -> model.withColumn(column, wanted -> wanted.withType(there.type())))
          .orElse(model);
    }

    /**
     * Whether a column of one of two types may hold the values of the other, but for their size.
     */
    static boolean isAlike(ColumnType one, ColumnType other) {
      return one.equals(other)
          || (one instanceof BasicType first
              && other instanceof BasicType second
              && (first.kind() == second.kind()
                  || (JdbcTypes.isInteger(first.kind()) && JdbcTypes.isInteger(second.kind()))
                  || (TEXTS.contains(first.kind()) && TEXTS.contains(second.kind()))));
    }
  }

  /** The size of a column that Hibernate takes for one of no given size. */
  record ForgottenSize(QualifiedName table, String column) implements EitherWay {

    @Override
    public Table settled(Table model, Table current) {
      return current
          .column(column)
          .map(Column::type)
          .map(there -> model.withColumn(column, wanted -> as(there, wanted)))
          .orElse(model);
    }

    private static Column as(ColumnType there, Column wanted) {
      return wanted.type() instanceof BasicType basic && unsized(basic.kind()).contains(there)
          ? wanted.withType(there)
          : wanted;
    }

    private static List<BasicType> unsized(BasicType.Kind kind) {
      return switch (kind) {
        case VARCHAR -> List.of(BasicType.varchar(255));
        case NUMERIC -> List.of(BasicType.of(kind, 38, 2), BasicType.of(kind, 38, 0));
        case TIMESTAMP, TIMESTAMPTZ -> List.of(BasicType.of(kind));
        case TIME, TIMETZ -> List.of(BasicType.of(kind), BasicType.of(kind, 0));
        case BOOLEAN,
            SMALLINT,
            INTEGER,
            BIGINT,
            REAL,
            DOUBLE,
            CHAR,
            TEXT,
            CLOB,
            BYTES,
            BLOB,
            DATE,
            INTERVAL,
            UUID,
            JSON,
            JSONB,
            INET,
            XML ->
            List.of();
      };
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
      implements EitherWay {

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
      implements EitherWay {

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
  record UniqueElements(QualifiedName table, UniqueConstraint unique) implements EitherWay {

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
  record KeyOfBytes(QualifiedName table, List<String> columns) implements EitherWay {

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
      implements EitherWay {

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
  record UniqueTwice(QualifiedName table, List<String> columns) implements EitherWay {

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
  record KeyBesideUnique(QualifiedName table, List<String> columns) implements EitherWay {

    public KeyBesideUnique {
      columns = List.copyOf(columns);
    }

    @Override
    public Table settled(Table model, Table current) {
      return hasKey(current, Set.copyOf(columns)) ? keyed(model, columns) : model;
    }
  }
}
