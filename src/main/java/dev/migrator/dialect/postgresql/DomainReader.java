package dev.migrator.dialect.postgresql;

import static org.jooq.meta.postgres.pg_catalog.Tables.PG_NAMESPACE;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_TYPE;

import dev.migrator.dialect.Scope;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Domain;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.Expression;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** Reads the domains, in one query. */
final class DomainReader {

  private static final Field<Long> BASE =
      DSL.field(PG_TYPE.getQualifiedName().append("typbasetype"), Long.class);
  private static final Field<Long> ELEMENT =
      DSL.field(
          "(select b.typelem from pg_catalog.pg_type as b where b.oid = {0})", Long.class, BASE);
  private static final Field<String> SPELLING =
      Catalog.formatType(
          BASE, DSL.field(PG_TYPE.getQualifiedName().append("typtypmod"), Integer.class));
  private static final Field<Boolean> NOT_NULL =
      DSL.field(PG_TYPE.getQualifiedName().append("typnotnull"), Boolean.class);
  private static final Field<String> DEFAULT =
      Catalog.expression(PG_TYPE, "typdefaultbin", DSL.inline(0L));
  private static final Field<String> COLLATION =
      Catalog.collation(
          Catalog.column(PG_TYPE, "typcollation", Long.class),
          DSL.field(
              "(select b.typcollation from pg_catalog.pg_type as b where b.oid = {0})",
              Long.class, BASE));
  private static final Field<String[]> CHECK_NAMES = checks("k.conname::text");
  private static final Field<String[]> CHECKS = checks("pg_catalog.pg_get_expr(k.conbin, 0, true)");
  private static final Field<String[]> CHECKS_VALIDATED = checks("k.convalidated::text");
  private static final Field<String> COMMENT =
      DSL.field("pg_catalog.obj_description({0}, 'pg_type')", String.class, PG_TYPE.OID);

  private final DSLContext database;
  private final Scope scope;

  DomainReader(DSLContext database, Scope scope) {
    this.database = database;
    this.scope = scope;
  }

  private static Field<String[]> checks(String attribute) {
    return DSL.field(
        """
        array(
          select %s from pg_catalog.pg_constraint as k
          where k.contypid = {0} and k.contype = 'c' order by k.conname)"""
            .formatted(attribute),
        String[].class,
        PG_TYPE.OID);
  }

  /** The rows of the domains; the types that stand by reference get these, too. */
  Result<? extends Record> rows(NamedTypes types) {
    Result<? extends Record> rows =
        database
            .select(
                PG_TYPE.OID,
                Catalog.RELATIVE_SCHEMA,
                PG_TYPE.TYPNAME,
                BASE,
                ELEMENT,
                SPELLING,
                NOT_NULL,
                DEFAULT,
                COLLATION,
                CHECK_NAMES,
                CHECKS,
                CHECKS_VALIDATED,
                COMMENT)
            .from(PG_TYPE)
            .join(PG_NAMESPACE)
            .on(PG_NAMESPACE.OID.eq(PG_TYPE.TYPNAMESPACE))
            .where(Catalog.inSchemas(scope.schemas()))
            .and(PG_TYPE.TYPTYPE.eq(DSL.inline("d")))
            .and(Catalog.ownedByNoExtension("pg_catalog.pg_type", PG_TYPE.OID))
            .fetch();
    rows.forEach(row -> types.put(row.get(PG_TYPE.OID), new DomainRef(name(row))));
    return rows;
  }

  /** The domain of a row, once all types that stand by reference are known. */
  static Domain domain(Record row, NamedTypes types) {
    List<CheckConstraint> checks = new ArrayList<>();
    for (int index = 0; index < row.get(CHECKS).length; index++) {
      checks.add(
          new CheckConstraint(
              Optional.of(row.get(CHECK_NAMES)[index]),
              Expression.of(row.get(CHECKS)[index]),
              true,
              Boolean.parseBoolean(row.get(CHECKS_VALIDATED)[index])
                  ? Validity.VALID
                  : Validity.NOT_VALID));
    }
    return new Domain(
        name(row),
        types.type(row.get(BASE), row.get(ELEMENT), row.get(SPELLING)),
        !row.get(NOT_NULL),
        Optional.ofNullable(row.get(COLLATION)),
        Optional.ofNullable(row.get(DEFAULT)).map(Expression::of),
        checks,
        Optional.ofNullable(row.get(COMMENT)));
  }

  private static QualifiedName name(Record row) {
    return CatalogReader.name(row.get(Catalog.RELATIVE_SCHEMA), row.get(PG_TYPE.TYPNAME));
  }
}
