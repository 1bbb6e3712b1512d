package dev.migrator.dialect.postgresql;

import static org.jooq.meta.postgres.pg_catalog.Tables.PG_ATTRIBUTE;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_CLASS;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_CONSTRAINT;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_NAMESPACE;

import dev.migrator.dialect.Scope;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ExclusionConstraint;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.ForeignKeyOptions;
import dev.migrator.schema.KeyOptions;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jooq.meta.postgres.pg_catalog.tables.PgAttribute;
import org.jooq.meta.postgres.pg_catalog.tables.PgClass;

/** Reads the constraints of all tables. */
final class ConstraintReader {

  private static final Field<String[]> COLUMNS =
      Catalog.columnNames(PG_CONSTRAINT.CONRELID, PG_CONSTRAINT.CONKEY);
  private static final Field<String[]> REFERENCED_COLUMNS =
      Catalog.columnNames(PG_CONSTRAINT.CONFRELID, PG_CONSTRAINT.CONFKEY);
  private static final Field<String> CONDITION =
      Catalog.expression(PG_CONSTRAINT, "conbin", PG_CONSTRAINT.CONRELID);

  private static final Field<String> DEFINITION =
      DSL.field("pg_catalog.pg_get_constraintdef({0}, true)", String.class, PG_CONSTRAINT.OID);

  /** The table that a constraint is on, and the first of its columns. */
  private static final PgClass OWNER = PG_CLASS.as("owner");

  private static final PgAttribute FIRST = PG_ATTRIBUTE.as("first");

  /** The index that a constraint makes. */
  private static final PgClass INDEX = PG_CLASS.as("index_of_constraint");

  private static final Field<String[]> SETTINGS = Catalog.settings(INDEX, "reloptions");
  private static final Field<String> TABLESPACE = Catalog.tablespace(INDEX);

  private final DSLContext database;
  private final Scope scope;

  ConstraintReader(DSLContext database, Scope scope) {
    this.database = database;
    this.scope = scope;
  }

  Result<?> rows() {
    return database
        .select(
            PG_CONSTRAINT.CONRELID,
            PG_CONSTRAINT.CONTYPE,
            PG_CONSTRAINT.CONNAME,
            COLUMNS,
            Catalog.RELATIVE_SCHEMA,
            PG_CLASS.RELNAME,
            REFERENCED_COLUMNS,
            PG_CONSTRAINT.CONFDELTYPE,
            PG_CONSTRAINT.CONFUPDTYPE,
            CONDITION,
            DEFINITION,
            SETTINGS,
            TABLESPACE)
        .from(PG_CONSTRAINT)
        .leftJoin(PG_CLASS)
        .on(PG_CLASS.OID.eq(PG_CONSTRAINT.CONFRELID))
        .leftJoin(PG_NAMESPACE)
        .on(PG_NAMESPACE.OID.eq(PG_CLASS.RELNAMESPACE))
        .leftJoin(INDEX)
        .on(INDEX.OID.eq(PG_CONSTRAINT.CONINDID))
        .and(PG_CONSTRAINT.CONTYPE.ne(DSL.inline("f")))
        .where(PG_CONSTRAINT.CONRELID.in(Catalog.tables(scope.schemas())))
        .and(DSL.not(inherited()))
        .and(DSL.not(usualNotNull()))
        .fetch();
  }

  /** Gives each table, by its OID, its constraints. */
  static void add(Result<?> rows, Map<Long, Table> tables) {
    for (Record row : rows) {
      tables.computeIfPresent(row.get(PG_CONSTRAINT.CONRELID), (oid, table) -> plus(table, row));
    }
  }

  private static Table plus(Table table, Record row) {
    Optional<String> name = Optional.of(row.get(PG_CONSTRAINT.CONNAME));
    List<String> columns = List.of(row.get(COLUMNS));
    ConstraintText text = new ConstraintText(row.get(DEFINITION));
    return switch (row.get(PG_CONSTRAINT.CONTYPE)) {
      case "p" ->
          table.withPrimaryKey(Optional.of(new PrimaryKey(name, columns, keyOptions(row, text))));
      case "u" ->
          table.withUniques(
              plus(
                  table.uniques(),
                  new UniqueConstraint(
                      name, columns, text.nullsNotDistinct(), keyOptions(row, text))));
      case "c" ->
          table.withChecks(
              plus(
                  table.checks(),
                  new CheckConstraint(
                      name,
                      Expression.of(row.get(CONDITION)),
                      text.isInherited(),
                      text.validity())));
      case "f" ->
          table.withForeignKeys(plus(table.foreignKeys(), foreignKey(row, name, columns, text)));
      case "x" ->
          table.withExclusions(
              plus(table.exclusions(), new ExclusionConstraint(name, text.exclusion())));
      case "n" -> table.withColumn(columns.get(0), column -> named(table, column, name.get()));
      default -> table;
    };
  }

  /** What a partition has of its table alone, and what a table inherits. */
  private static Condition inherited() {
    return PG_CONSTRAINT
        .CONTYPE
        .eq(DSL.inline("f"))
        .and(PG_CONSTRAINT.CONPARENTID.ne(DSL.inline(0L)))
        .or(
            PG_CONSTRAINT
                .CONTYPE
                .in(DSL.inline("c"), DSL.inline("n"))
                .and(DSL.not(PG_CONSTRAINT.CONISLOCAL))
                .and(
                    DSL.notExists(
                        DSL.selectOne()
                            .from(PG_CLASS.as("heir"))
                            .where(PG_CLASS.as("heir").OID.eq(PG_CONSTRAINT.CONRELID))
                            .and(PG_CLASS.as("heir").RELISPARTITION))));
  }

  /**
   * A NOT NULL under the name that the server chooses, unless it is too long. From PostgreSQL 18 on
   * there is such a constraint for nearly every column, and nothing to read in it.
   */
  private static Condition usualNotNull() {
    return PG_CONSTRAINT
        .CONTYPE
        .eq(DSL.inline("n"))
        .and(
            DSL.exists(
                DSL.selectOne()
                    .from(OWNER)
                    .join(FIRST)
                    .on(FIRST.ATTRELID.eq(OWNER.OID))
                    .and(FIRST.ATTNUM.eq(DSL.field("{0}[1]", Short.class, PG_CONSTRAINT.CONKEY)))
                    .where(OWNER.OID.eq(PG_CONSTRAINT.CONRELID))
                    .and(
                        PG_CONSTRAINT.CONNAME.eq(
                            DSL.concat(
                                OWNER.RELNAME,
                                DSL.inline("_"),
                                FIRST.ATTNAME,
                                DSL.inline("_not_null"))))));
  }

  /** A column whose NOT NULL has another name than the server would choose. */
  private static Column named(Table table, Column column, String name) {
    return name.equals(ChosenNames.notNull(table.name(), column.name()))
        ? column
        : column.withOptions(column.options().withNotNullName(Optional.of(name)));
  }

  private static KeyOptions keyOptions(Record row, ConstraintText text) {
    return new KeyOptions(
        text.include(),
        text.deferral(),
        TableReader.parameters(row.get(SETTINGS)),
        Optional.ofNullable(row.get(TABLESPACE)),
        text.withoutOverlaps(),
        Optional.empty(),
        List.of(),
        Map.of());
  }

  private static ForeignKey foreignKey(
      Record row, Optional<String> name, List<String> columns, ConstraintText text) {
    return new ForeignKey(
        name,
        columns,
        CatalogReader.name(row.get(Catalog.RELATIVE_SCHEMA), row.get(PG_CLASS.RELNAME)),
        List.of(row.get(REFERENCED_COLUMNS)),
        action(row.get(PG_CONSTRAINT.CONFDELTYPE)),
        action(row.get(PG_CONSTRAINT.CONFUPDTYPE)),
        new ForeignKeyOptions(
            text.matchFull(), text.period(), text.setColumns(), text.deferral(), text.validity()));
  }

  private static ForeignKeyAction action(String code) {
    return switch (code) {
      case "r" -> ForeignKeyAction.RESTRICT;
      case "c" -> ForeignKeyAction.CASCADE;
      case "n" -> ForeignKeyAction.SET_NULL;
      case "d" -> ForeignKeyAction.SET_DEFAULT;
      default -> ForeignKeyAction.NO_ACTION;
    };
  }

  private static <T> List<T> plus(List<T> items, T item) {
    return Stream.concat(items.stream(), Stream.of(item)).toList();
  }
}
