package dev.migrator.dialect.postgresql;

import static org.jooq.meta.postgres.pg_catalog.Tables.PG_ATTRDEF;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_ATTRIBUTE;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_TYPE;

import dev.migrator.dialect.Scope;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnOptions;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** Reads the columns of all tables. */
final class ColumnReader {

  /** How {@code attgenerated} marks a column whose values are kept. */
  private static final String STORED = "s";

  private static final Field<String> TYPE =
      Catalog.formatType(PG_ATTRIBUTE.ATTTYPID, PG_ATTRIBUTE.ATTTYPMOD);
  private static final Field<String> EXPRESSION =
      Catalog.expression(PG_ATTRDEF, "adbin", PG_ATTRDEF.ADRELID);
  private static final Field<String> COLLATION =
      Catalog.collation(
          PG_ATTRIBUTE.ATTCOLLATION, Catalog.column(PG_TYPE, "typcollation", Long.class));
  private static final Field<String> COMMENT =
      Catalog.columnComment(PG_ATTRIBUTE.ATTRELID, PG_ATTRIBUTE.ATTNUM);

  private static final Field<String> STORAGE =
      DSL.field(
          "nullif({0}, {1})::text",
          String.class,
          Catalog.column(PG_ATTRIBUTE, "attstorage", String.class),
          Catalog.column(PG_TYPE, "typstorage", String.class));
  private static final Field<String> COMPRESSION =
      Catalog.column(PG_ATTRIBUTE, "attcompression", String.class);
  private static final Field<Integer> STATISTICS =
      DSL.field(
          "nullif({0}, -1)::integer",
          Integer.class, Catalog.column(PG_ATTRIBUTE, "attstattarget", Integer.class));
  private static final Field<String[]> SETTINGS = Catalog.settings(PG_ATTRIBUTE, "attoptions");

  /**
   * From PostgreSQL 17 on a partition shows the identity of its table, and may have none itself.
   */
  private static final Field<String> IDENTITY =
      DSL.field(
          "case when exists (select from pg_catalog.pg_class as heir"
              + " where heir.oid = {1} and heir.relispartition) then '' else {0}::text end",
          String.class, PG_ATTRIBUTE.ATTIDENTITY, PG_ATTRIBUTE.ATTRELID);

  private static final Field<Boolean> INHERITED =
      DSL.field(
          "not {0} and not exists (select from pg_catalog.pg_class as heir"
              + " where heir.oid = {1} and heir.relispartition)",
          Boolean.class, PG_ATTRIBUTE.ATTISLOCAL, PG_ATTRIBUTE.ATTRELID);

  private final DSLContext database;
  private final Scope scope;
  private final NamedTypes types;

  /**
   * @param types the types that stand by reference
   */
  ColumnReader(DSLContext database, Scope scope, NamedTypes types) {
    this.database = database;
    this.scope = scope;
    this.types = types;
  }

  Result<?> rows() {
    return database
        .select(
            PG_ATTRIBUTE.ATTRELID,
            PG_ATTRIBUTE.ATTNAME,
            PG_ATTRIBUTE.ATTTYPID,
            PG_TYPE.TYPELEM,
            TYPE,
            PG_ATTRIBUTE.ATTNOTNULL,
            IDENTITY,
            PG_ATTRIBUTE.ATTGENERATED,
            EXPRESSION,
            COLLATION,
            COMMENT,
            STORAGE,
            COMPRESSION,
            STATISTICS,
            SETTINGS,
            INHERITED)
        .from(PG_ATTRIBUTE)
        .join(PG_TYPE)
        .on(PG_TYPE.OID.eq(PG_ATTRIBUTE.ATTTYPID))
        .leftJoin(PG_ATTRDEF)
        .on(PG_ATTRDEF.ADRELID.eq(PG_ATTRIBUTE.ATTRELID))
        .and(PG_ATTRDEF.ADNUM.eq(PG_ATTRIBUTE.ATTNUM))
        .where(PG_ATTRIBUTE.ATTRELID.in(Catalog.tables(scope.schemas())))
        .and(PG_ATTRIBUTE.ATTNUM.gt(DSL.inline((short) 0)))
        .and(DSL.not(PG_ATTRIBUTE.ATTISDROPPED))
        .orderBy(PG_ATTRIBUTE.ATTRELID, PG_ATTRIBUTE.ATTNUM)
        .fetch();
  }

  /** Gives each table, by its OID, its columns. */
  void add(Result<?> rows, Map<Long, Table> tables) {
    for (Record row : rows) {
      tables.computeIfPresent(
          row.get(PG_ATTRIBUTE.ATTRELID), (oid, table) -> plus(table, column(row)));
    }
  }

  private static Table plus(Table table, Column column) {
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(column);
    return table.withColumns(columns);
  }

  private Column column(Record row) {
    Optional<Expression> expression = Optional.ofNullable(row.get(EXPRESSION)).map(Expression::of);
    String generation = row.get(PG_ATTRIBUTE.ATTGENERATED);
    return Column.of(
            row.get(PG_ATTRIBUTE.ATTNAME),
            types.type(row.get(PG_ATTRIBUTE.ATTTYPID), row.get(PG_TYPE.TYPELEM), row.get(TYPE)),
            !row.get(PG_ATTRIBUTE.ATTNOTNULL))
        .withCollation(Optional.ofNullable(row.get(COLLATION)))
        .withDefault(expression.filter(sql -> generation.isEmpty()))
        .withIdentity(identity(row.get(IDENTITY)))
        .withGenerated(
            expression
                .filter(sql -> !generation.isEmpty())
                .map(sql -> new Generated(sql, generation.equals(STORED))))
        .withComment(Optional.ofNullable(row.get(COMMENT)))
        .withOptions(
            new ColumnOptions(
                Optional.ofNullable(row.get(STORAGE)).map(ColumnReader::storage),
                Optional.ofNullable(row.get(COMPRESSION)).flatMap(ColumnReader::compression),
                Optional.ofNullable(row.get(STATISTICS)),
                TableReader.parameters(row.get(SETTINGS)),
                Optional.empty(),
                row.get(INHERITED),
                Optional.empty(),
                Optional.empty()));
  }

  private static String storage(String code) {
    return switch (code) {
      case "p" -> "plain";
      case "e" -> "external";
      case "m" -> "main";
      default -> "extended";
    };
  }

  private static Optional<String> compression(String code) {
    return switch (code) {
      case "p" -> Optional.of("pglz");
      case "l" -> Optional.of("lz4");
      default -> Optional.empty();
    };
  }

  private static Optional<Identity> identity(String code) {
    return switch (code) {
      case "a" -> Optional.of(Identity.ALWAYS);
      case "d" -> Optional.of(Identity.BY_DEFAULT);
      default -> Optional.empty();
    };
  }
}
