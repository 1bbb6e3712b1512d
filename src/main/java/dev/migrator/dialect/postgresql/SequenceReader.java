package dev.migrator.dialect.postgresql;

import static org.jooq.meta.postgres.pg_catalog.Tables.PG_ATTRIBUTE;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_CLASS;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_DEPEND;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_NAMESPACE;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_SEQUENCE;

import dev.migrator.dialect.Scope;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOwner;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** Reads the sequences, in one query. */
final class SequenceReader {

  private static final Field<String> TYPE =
      Catalog.formatType(PG_SEQUENCE.SEQTYPID, DSL.inline((Integer) null));

  /** How {@code pg_depend} marks the sequence of an identity column. */
  private static final String OF_IDENTITY = "i";

  private final DSLContext database;
  private final Scope scope;

  SequenceReader(DSLContext database, Scope scope) {
    this.database = database;
    this.scope = scope;
  }

  /** The sequences, but for those of identity columns, which they give to their columns. */
  static List<Sequence> read(Result<?> rows, Map<Long, Table> tables) {
    List<Sequence> sequences = new ArrayList<>();
    for (Record row : rows) {
      Sequence sequence = sequence(row);
      Long owner = row.get(PG_DEPEND.REFOBJID);
      if (owner == null) {
        sequences.add(sequence);
      } else if (row.get(PG_DEPEND.DEPTYPE).equals(OF_IDENTITY)) {
        tables.computeIfPresent(owner, (oid, table) -> numbered(table, row, sequence));
      } else if (tables.containsKey(owner)) {
        QualifiedName table = tables.get(owner).name();
        sequences.add(
            sequence.withOwner(
                Optional.of(new SequenceOwner(table, row.get(PG_ATTRIBUTE.ATTNAME)))));
      }
    }
    return sequences;
  }

  private static Table numbered(Table table, Record row, Sequence sequence) {
    return table.withColumn(
        row.get(PG_ATTRIBUTE.ATTNAME),
        column ->
            column.withIdentity(
                column.identity().map(identity -> identity.withSequence(Optional.of(sequence)))));
  }

  Result<?> rows() {
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
            PG_SEQUENCE.SEQCYCLE,
            PG_DEPEND.REFOBJID,
            PG_DEPEND.DEPTYPE,
            PG_ATTRIBUTE.ATTNAME)
        .from(PG_SEQUENCE)
        .join(PG_CLASS)
        .on(PG_CLASS.OID.eq(PG_SEQUENCE.SEQRELID))
        .join(PG_NAMESPACE)
        .on(PG_NAMESPACE.OID.eq(PG_CLASS.RELNAMESPACE))
        .leftJoin(PG_DEPEND)
        .on(belongsToColumn())
        .leftJoin(PG_ATTRIBUTE)
        .on(PG_ATTRIBUTE.ATTRELID.eq(PG_DEPEND.REFOBJID))
        .and(PG_ATTRIBUTE.ATTNUM.cast(Integer.class).eq(PG_DEPEND.REFOBJSUBID))
        .where(Catalog.inSchemas(scope.schemas()))
        .and(Catalog.ownedByNoExtension("pg_catalog.pg_class", PG_CLASS.OID))
        .fetch();
  }

  /** Whether a dependency is that of a sequence on the identity or serial column it numbers. */
  private static Condition belongsToColumn() {
    return PG_DEPEND
        .CLASSID
        .eq(DSL.field("{0}::regclass", Long.class, DSL.inline("pg_catalog.pg_class")))
        .and(PG_DEPEND.OBJID.eq(PG_CLASS.OID))
        .and(PG_DEPEND.REFOBJSUBID.gt(DSL.inline(0)))
        .and(PG_DEPEND.DEPTYPE.in(DSL.inline("a"), DSL.inline(OF_IDENTITY)));
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
        row.get(PG_SEQUENCE.SEQCYCLE),
        Optional.empty());
  }
}
