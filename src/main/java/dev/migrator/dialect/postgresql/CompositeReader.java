package dev.migrator.dialect.postgresql;

import static org.jooq.meta.postgres.pg_catalog.Tables.PG_ATTRIBUTE;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_CLASS;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_NAMESPACE;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_TYPE;

import dev.migrator.dialect.Scope;
import dev.migrator.schema.CompositeRef;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** Reads the composite types that are no table's row, in one query. */
final class CompositeReader {

  private static final Field<String> TYPE =
      Catalog.formatType(PG_ATTRIBUTE.ATTTYPID, PG_ATTRIBUTE.ATTTYPMOD);
  private static final Field<Long> ELEMENT =
      DSL.field(
          "(select typelem from {0} where oid = {1})",
          Long.class, DSL.table(DSL.name("pg_catalog", "pg_type")), PG_ATTRIBUTE.ATTTYPID);

  private static final Field<String> COLLATION =
      Catalog.collation(
          PG_ATTRIBUTE.ATTCOLLATION,
          DSL.field(
              "(select typcollation from {0} where oid = {1})",
              Long.class, DSL.table(DSL.name("pg_catalog", "pg_type")), PG_ATTRIBUTE.ATTTYPID));

  private final DSLContext database;
  private final Scope scope;

  CompositeReader(DSLContext database, Scope scope) {
    this.database = database;
    this.scope = scope;
  }

  /**
   * The types.
   *
   * @param types the types that stand by reference; gets these, too
   */
  List<CompositeType> read(NamedTypes types) {
    Result<? extends Record> rows = attributes();
    rows.forEach(row -> types.put(row.get(PG_TYPE.OID), new CompositeRef(name(row))));
    Map<QualifiedName, List<Attribute>> attributes = new LinkedHashMap<>();
    for (Record row : rows) {
      attributes
          .computeIfAbsent(name(row), name -> new ArrayList<>())
          .add(
              new Attribute(
                  row.get(PG_ATTRIBUTE.ATTNAME),
                  types.type(row.get(PG_ATTRIBUTE.ATTTYPID), row.get(ELEMENT), row.get(TYPE)),
                  Optional.ofNullable(row.get(COLLATION))));
    }
    return attributes.entrySet().stream()
        .map(entry -> new CompositeType(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Result<? extends Record> attributes() {
    return database
        .select(
            PG_TYPE.OID,
            Catalog.RELATIVE_SCHEMA,
            PG_TYPE.TYPNAME,
            PG_ATTRIBUTE.ATTNAME,
            PG_ATTRIBUTE.ATTTYPID,
            ELEMENT,
            TYPE,
            COLLATION)
        .from(PG_TYPE)
        .join(PG_NAMESPACE)
        .on(PG_NAMESPACE.OID.eq(PG_TYPE.TYPNAMESPACE))
        .join(PG_CLASS)
        .on(PG_CLASS.OID.eq(PG_TYPE.TYPRELID))
        .join(PG_ATTRIBUTE)
        .on(PG_ATTRIBUTE.ATTRELID.eq(PG_CLASS.OID))
        .where(Catalog.inSchemas(scope.schemas()))
        .and(PG_CLASS.RELKIND.eq(DSL.inline("c")))
        .and(PG_ATTRIBUTE.ATTNUM.gt(DSL.inline((short) 0)))
        .and(DSL.not(PG_ATTRIBUTE.ATTISDROPPED))
        .and(Catalog.ownedByNoExtension("pg_catalog.pg_type", PG_TYPE.OID))
        .orderBy(PG_TYPE.OID, PG_ATTRIBUTE.ATTNUM)
        .fetch();
  }

  private static QualifiedName name(Record row) {
    return CatalogReader.name(row.get(Catalog.RELATIVE_SCHEMA), row.get(PG_TYPE.TYPNAME));
  }
}
