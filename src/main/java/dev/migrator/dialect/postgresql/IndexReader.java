package dev.migrator.dialect.postgresql;

import static org.jooq.meta.postgres.pg_catalog.Tables.PG_ATTRIBUTE;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_CLASS;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_CONSTRAINT;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_INDEX;

import dev.migrator.dialect.Scope;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.IndexOptions;
import dev.migrator.schema.Table;
import java.util.ArrayList;
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

/** Reads the indexes of all tables but those that constraints make: a row for each key. */
final class IndexReader {

  /** The key's place, counted from 1. */
  private static final Field<Integer> PLACE = DSL.field("place", Integer.class);

  private static final Field<Boolean> INCLUDED =
      DSL.field(PLACE.gt(PG_INDEX.INDNKEYATTS.cast(Integer.class)));
  private static final Field<Integer> COLUMN = Catalog.element(PG_INDEX.INDKEY, PLACE.minus(1));
  private static final Field<String> KEY = Catalog.indexKey(PG_INDEX.INDEXRELID, PLACE);
  private static final Field<String> DEFINITION =
      Catalog.indexKey(PG_INDEX.INDEXRELID, DSL.inline(0));
  private static final Field<String[]> SETTINGS = Catalog.settings(PG_CLASS, "reloptions");
  private static final Field<String> TABLESPACE = Catalog.tablespace(PG_CLASS);
  private static final Field<String> PREDICATE =
      Catalog.expression(PG_INDEX, "indpred", PG_INDEX.INDRELID);

  /** Where it is not, the index serves nothing: building it did not come to its end. */
  private static final Field<Boolean> VALID = Catalog.column(PG_INDEX, "indisvalid", Boolean.class);

  private final DSLContext database;
  private final Scope scope;

  IndexReader(DSLContext database, Scope scope) {
    this.database = database;
    this.scope = scope;
  }

  /** Gives each table, by its OID, its indexes. */
  static void add(Result<?> rows, Map<Long, Table> tables) {
    for (Result<?> keys : rows.intoGroups(PG_INDEX.INDEXRELID).values()) {
      tables.computeIfPresent(
          keys.get(0).get(PG_INDEX.INDRELID), (oid, table) -> plus(table, keys));
    }
  }

  /** A sentence for each that serves nothing. */
  static List<String> faults(Result<?> rows, Map<Long, Table> tables) {
    return rows.stream()
        .filter(index -> !index.get(VALID))
        .flatMap(
            index ->
                Optional.ofNullable(tables.get(index.get(PG_INDEX.INDRELID))).stream()
                    .map(table -> fault(index.get(PG_CLASS.RELNAME), table)))
        .distinct()
        .toList();
  }

  private static String fault(String index, Table table) {
    return "index %s on %s is invalid: building it did not come to its end. REINDEX INDEX it, or drop it."
        .formatted(index, table.name());
  }

  Result<?> rows() {
    return database
        .select(
            PG_INDEX.INDEXRELID,
            PG_INDEX.INDRELID,
            PG_CLASS.RELNAME,
            PG_INDEX.INDISUNIQUE,
            Catalog.PG_AM_AMNAME,
            PREDICATE,
            PG_ATTRIBUTE.ATTNAME,
            KEY,
            INCLUDED,
            DEFINITION,
            SETTINGS,
            TABLESPACE,
            VALID)
        .from(PG_INDEX)
        .join(PG_CLASS)
        .on(PG_CLASS.OID.eq(PG_INDEX.INDEXRELID))
        .join(Catalog.PG_AM)
        .on(Catalog.PG_AM_OID.eq(PG_CLASS.RELAM))
        .crossJoin(DSL.table("lateral generate_series(1, {0}) as place", PG_INDEX.INDNATTS))
        .leftJoin(PG_ATTRIBUTE)
        .on(PG_ATTRIBUTE.ATTRELID.eq(PG_INDEX.INDRELID))
        .and(PG_ATTRIBUTE.ATTNUM.cast(Integer.class).eq(COLUMN))
        .where(PG_INDEX.INDRELID.in(Catalog.tables(scope.schemas())))
        .and(madeByNoConstraint())
        .and(DSL.not(waitsForPartitions()))
        .orderBy(PG_INDEX.INDEXRELID, PLACE)
        .fetch();
  }

  /** An index of a partitioned table alone is none until each partition has its part of it. */
  private static Condition waitsForPartitions() {
    return DSL.condition("not {0}", VALID).and(PG_CLASS.RELKIND.eq(DSL.inline("I")));
  }

  /** A foreign key, too, names an index: that of the referenced key. */
  private static Condition madeByNoConstraint() {
    return DSL.notExists(
        DSL.selectOne()
            .from(PG_CONSTRAINT)
            .where(PG_CONSTRAINT.CONINDID.eq(PG_INDEX.INDEXRELID))
            .and(PG_CONSTRAINT.CONTYPE.in(DSL.inline("p"), DSL.inline("u"), DSL.inline("x"))));
  }

  private static Table plus(Table table, Result<?> keys) {
    return table.withIndexes(
        Stream.concat(table.indexes().stream(), Stream.of(index(keys))).toList());
  }

  private static Index index(Result<?> rows) {
    Record first = rows.get(0);
    IndexText text = IndexText.of(first.get(DEFINITION));
    List<IndexKey> keys = new ArrayList<>();
    List<String> include = new ArrayList<>();
    for (Record row : rows) {
      if (row.get(INCLUDED)) {
        include.add(row.get(PG_ATTRIBUTE.ATTNAME));
      } else {
        keys.add(text.key(keys.size(), row.get(KEY), part(row)));
      }
    }
    return new Index(
        Optional.of(first.get(PG_CLASS.RELNAME)),
        keys,
        first.get(PG_INDEX.INDISUNIQUE),
        Optional.ofNullable(first.get(PREDICATE)).map(Expression::of),
        Optional.of(first.get(Catalog.PG_AM_AMNAME)),
        include,
        new IndexOptions(
            text.nullsNotDistinct(),
            TableReader.parameters(first.get(SETTINGS)),
            Optional.ofNullable(first.get(TABLESPACE))));
  }

  private static IndexKey.Part part(Record row) {
    return Optional.ofNullable(row.get(PG_ATTRIBUTE.ATTNAME))
        .<IndexKey.Part>map(IndexKey.OnColumn::new)
        .orElseGet(() -> new IndexKey.OnExpression(Expression.of(row.get(KEY))));
  }
}
