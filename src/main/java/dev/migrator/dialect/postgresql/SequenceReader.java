package dev.migrator.dialect.postgresql;

import static org.jooq.meta.postgres.pg_catalog.Tables.PG_CLASS;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_DEPEND;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_NAMESPACE;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_SEQUENCE;

import dev.migrator.dialect.Scope;
import dev.migrator.schema.Sequence;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Reads the sequences that belong to no column, in one query. */
final class SequenceReader {

  private static final Field<String> TYPE =
      Catalog.formatType(PG_SEQUENCE.SEQTYPID, DSL.inline((Integer) null));

  private final DSLContext database;
  private final Scope scope;

  SequenceReader(DSLContext database, Scope scope) {
    this.database = database;
    this.scope = scope;
  }

  List<Sequence> sequences() {
    return database
        .select(
            Catalog.RELATIVE_SCHEMA,
            PG_CLASS.RELNAME,
            TYPE,
            PG_SEQUENCE.SEQSTART,
            PG_SEQUENCE.SEQINCREMENT,
            PG_SEQUENCE.SEQMIN,
            PG_SEQUENCE.SEQMAX,
            PG_SEQUENCE.SEQCACHE,
            PG_SEQUENCE.SEQCYCLE)
        .from(PG_SEQUENCE)
        .join(PG_CLASS)
        .on(PG_CLASS.OID.eq(PG_SEQUENCE.SEQRELID))
        .join(PG_NAMESPACE)
        .on(PG_NAMESPACE.OID.eq(PG_CLASS.RELNAMESPACE))
        .where(Catalog.inSchemas(scope.schemas()))
        .and(Catalog.ownedByNoExtension("pg_catalog.pg_class", PG_CLASS.OID))
        .and(DSL.not(belongsToColumn()))
        .fetch(SequenceReader::sequence);
  }

  /** Whether it numbers an identity or serial column, with which it comes and goes. */
  private static Condition belongsToColumn() {
    return DSL.exists(
        DSL.selectOne()
            .from(PG_DEPEND)
            .where(
                PG_DEPEND.CLASSID.eq(
                    DSL.field("{0}::regclass", Long.class, DSL.inline("pg_catalog.pg_class"))))
            .and(PG_DEPEND.OBJID.eq(PG_CLASS.OID))
            .and(PG_DEPEND.REFOBJSUBID.gt(DSL.inline(0)))
            .and(PG_DEPEND.DEPTYPE.in(DSL.inline("a"), DSL.inline("i"))));
  }

  private static Sequence sequence(Record row) {
    return new Sequence(
        CatalogReader.name(row.get(Catalog.RELATIVE_SCHEMA), row.get(PG_CLASS.RELNAME)),
        PostgresqlTypes.parse(row.get(TYPE)),
        row.get(PG_SEQUENCE.SEQSTART),
        row.get(PG_SEQUENCE.SEQINCREMENT),
        Optional.of(row.get(PG_SEQUENCE.SEQMIN)),
        Optional.of(row.get(PG_SEQUENCE.SEQMAX)),
        row.get(PG_SEQUENCE.SEQCACHE),
        row.get(PG_SEQUENCE.SEQCYCLE));
  }
}
