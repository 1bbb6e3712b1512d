package dev.migrator.dialect.postgresql;

import static org.jooq.meta.postgres.pg_catalog.Tables.PG_CLASS;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_CONSTRAINT;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_NAMESPACE;

import dev.migrator.dialect.Scope;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Reads the constraints of all tables. */
final class ConstraintReader {

  private static final Field<String[]> COLUMNS =
      Catalog.columnNames(PG_CONSTRAINT.CONRELID, PG_CONSTRAINT.CONKEY);
  private static final Field<String[]> REFERENCED_COLUMNS =
      Catalog.columnNames(PG_CONSTRAINT.CONFRELID, PG_CONSTRAINT.CONFKEY);
  private static final Field<String> CONDITION =
      Catalog.expression(PG_CONSTRAINT, "conbin", PG_CONSTRAINT.CONRELID);

  private final DSLContext database;
  private final Scope scope;

  ConstraintReader(DSLContext database, Scope scope) {
    this.database = database;
    this.scope = scope;
  }

  /** Gives each table, by its OID, its constraints. */
  void addTo(Map<Long, Table> tables) {
    for (Record row :
        database
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
                CONDITION)
            .from(PG_CONSTRAINT)
            .leftJoin(PG_CLASS)
            .on(PG_CLASS.OID.eq(PG_CONSTRAINT.CONFRELID))
            .leftJoin(PG_NAMESPACE)
            .on(PG_NAMESPACE.OID.eq(PG_CLASS.RELNAMESPACE))
            .where(PG_CONSTRAINT.CONRELID.in(Catalog.tables(scope.schemas())))
            .and(PG_CONSTRAINT.CONPARENTID.eq(DSL.inline(0L)))
            .fetch()) {
      tables.computeIfPresent(row.get(PG_CONSTRAINT.CONRELID), (oid, table) -> plus(table, row));
    }
  }

  private static Table plus(Table table, Record row) {
    Optional<String> name = Optional.of(row.get(PG_CONSTRAINT.CONNAME));
    List<String> columns = List.of(row.get(COLUMNS));
    return switch (row.get(PG_CONSTRAINT.CONTYPE)) {
      case "p" -> table.withPrimaryKey(Optional.of(new PrimaryKey(name, columns)));
      case "u" -> table.withUniques(plus(table.uniques(), new UniqueConstraint(name, columns)));
      case "c" ->
          table.withChecks(
              plus(table.checks(), new CheckConstraint(name, Expression.of(row.get(CONDITION)))));
      case "f" -> table.withForeignKeys(plus(table.foreignKeys(), foreignKey(row, name, columns)));
      default -> table;
    };
  }

  private static ForeignKey foreignKey(Record row, Optional<String> name, List<String> columns) {
    return new ForeignKey(
        name,
        columns,
        CatalogReader.name(row.get(Catalog.RELATIVE_SCHEMA), row.get(PG_CLASS.RELNAME)),
        List.of(row.get(REFERENCED_COLUMNS)),
        action(row.get(PG_CONSTRAINT.CONFDELTYPE)),
        action(row.get(PG_CONSTRAINT.CONFUPDTYPE)));
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
