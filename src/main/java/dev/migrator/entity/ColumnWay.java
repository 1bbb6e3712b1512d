package dev.migrator.entity;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a column may be otherwise than the model has it. */
sealed interface ColumnWay extends EitherWay {

  /**
   * Whether a column takes NULL of which Hibernate 7 says otherwise than Hibernate 6: one that it
   * fills itself, a version, a reference in a table between, one that a subclass requires; or of
   * which two members say it differently.
   */
  record TakesNull(QualifiedName table, String column) implements ColumnWay {

    @Override
    public Table settled(Table model, Table current) {
      return current
          .column(column)
          .map(there -> model.withColumn(column, wanted -> wanted.withNullable(there.nullable())))
          .orElse(model);
    }
  }

  /**
   * How a computed column is kept: Hibernate leaves it to the database, of which PostgreSQL
   * computes it on each reading from version 18 on; and whether it is said not to take NULL.
   */
  record ComputedColumn(QualifiedName table, String column) implements ColumnWay {

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
  record SerialColumn(QualifiedName table, String column) implements ColumnWay {

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
  record NumberedReference(QualifiedName table, String column) implements ColumnWay {

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
  record TimePrecision(QualifiedName table, String column) implements ColumnWay {

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
      implements ColumnWay {

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
  record ForgottenSize(QualifiedName table, String column) implements ColumnWay {

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
}
