package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Scope;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Reads what a database holds that neither a schema nor a definition says, a line for each thing.
 * What belongs to an extension is not named, since it comes with it.
 */
final class LeftOutReader {

  /** The first OID that is not of the server's own objects. */
  private static final int FIRST_OBJECT = 16384;

  /**
   * Catalogs of things that stand in a schema: what they are, the catalog, their name and schema.
   */
  private static final List<List<String>> IN_SCHEMAS =
      List.of(
          List.of("operator class", "pg_opclass", "opcname", "opcnamespace", "true"),
          List.of(
              "operator family",
              "pg_opfamily",
              "opfname",
              "opfnamespace",
              "not exists (select from pg_catalog.pg_opclass as c where c.opcfamily = x.oid)"),
          List.of(
              "base type",
              "pg_type",
              "typname",
              "typnamespace",
              "x.typtype = 'b' and x.typelem = 0 and x.typisdefined"),
          List.of("conversion", "pg_conversion", "conname", "connamespace", "true"),
          List.of("text search parser", "pg_ts_parser", "prsname", "prsnamespace", "true"),
          List.of("text search template", "pg_ts_template", "tmplname", "tmplnamespace", "true"),
          List.of("foreign table", "pg_class", "relname", "relnamespace", "x.relkind = 'f'"),
          List.of(
              "the type of typed table",
              "pg_class",
              "relname",
              "relnamespace",
              "x.relkind = 'r' and x.reloftype <> 0"));

  /** Catalogs of things that stand in no schema: what they are, the catalog, their name. */
  private static final List<List<String>> IN_DATABASE =
      List.of(
          List.of("access method", "pg_am", "amname"),
          List.of("language", "pg_language", "lanname"),
          List.of("foreign data wrapper", "pg_foreign_data_wrapper", "fdwname"),
          List.of("foreign server", "pg_foreign_server", "srvname"),
          List.of("publication", "pg_publication", "pubname"),
          List.of("transform for", "pg_transform", "trftype::regtype::text"));

  /** What is said of tables, sequences and views. */
  private static final List<String> OF_RELATIONS =
      List.of(
          """
          select format('the index that table %s%I is clustered on, %I', n.prefix, r.relname, k.relname)
          from relations as r join scope as n on n.oid = r.relnamespace
          join pg_catalog.pg_index as i on i.indrelid = r.oid and i.indisclustered
          join pg_catalog.pg_class as k on k.oid = i.indexrelid""",
          """
          select format('the statistics target of column %s of index %s%I', a.attnum, n.prefix, k.relname)
          from relations as r join scope as n on n.oid = r.relnamespace
          join pg_catalog.pg_index as i on i.indrelid = r.oid
          join pg_catalog.pg_class as k on k.oid = i.indexrelid
          join pg_catalog.pg_attribute as a on a.attrelid = k.oid and a.attstattarget > 0""",
          """
          select format('index %s%I on %I: not all partitions have their part of it',
            n.prefix, k.relname, r.relname)
          from relations as r join scope as n on n.oid = r.relnamespace
          join pg_catalog.pg_index as i on i.indrelid = r.oid and not i.indisvalid
          join pg_catalog.pg_class as k on k.oid = i.indexrelid and k.relkind = 'I'""",
          """
          select format('security label on %s%I', n.prefix, r.relname)
          from relations as r join scope as n on n.oid = r.relnamespace
          join pg_catalog.pg_seclabel as l on l.classoid = 'pg_class'::regclass and l.objoid = r.oid""",
          """
          select format('privileges on %s%I (GRANT)', n.prefix, r.relname)
          from relations as r join scope as n on n.oid = r.relnamespace
          where exists (
            select from aclexplode(r.relacl) as a where a.grantee <> r.relowner
            union all
            select from pg_catalog.pg_attribute as c where c.attrelid = r.oid and c.attacl is not null)""",
          """
          select format('privileges on function %s (GRANT, REVOKE)', p.oid::regprocedure)
          from pg_catalog.pg_proc as p join scope as n on n.oid = p.pronamespace
          where p.proacl is not null
            and not exists (select from extended as e
              where e.classid = 'pg_proc'::regclass and e.objid = p.oid)""",
          """
          select format('privileges on schema %I (GRANT)', n.nspname)
          from pg_catalog.pg_namespace as n join scope as s on s.oid = n.oid
          where exists (select from aclexplode(n.nspacl) as a where a.grantee <> n.nspowner)
            and n.nspname <> 'public'""",
          """
          select format('default privileges of role %I (ALTER DEFAULT PRIVILEGES)', d.defaclrole::regrole)
          from pg_catalog.pg_default_acl as d""");

  private static final String QUERY =
      """
      with
        scope as (
          select n.oid, n.nspname,
            case when n.nspname = current_schema() then ''
              else quote_ident(n.nspname) || '.' end as prefix
          from pg_catalog.pg_namespace as n
          where n.nspname = current_schema() or n.nspname = any ({0}::text[])),
        extended as (
          select d.classid, d.objid from pg_catalog.pg_depend as d where d.deptype = 'e'),
        relations as (
          select r.* from pg_catalog.pg_class as r
          where r.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
            and not exists (
              select from extended as e where e.classid = 'pg_class'::regclass and e.objid = r.oid))
      select distinct line from (
      %s) as found (line)
      order by line
      """
          .formatted(
              Stream.of(
                      IN_SCHEMAS.stream().map(LeftOutReader::inSchemas),
                      IN_DATABASE.stream().map(LeftOutReader::inDatabase),
                      OF_RELATIONS.stream())
                  .flatMap(queries -> queries)
                  .collect(Collectors.joining("\nunion all\n")));

  private LeftOutReader() {}

  private static String inSchemas(List<String> kind) {
    return """
    select format('%s %%s%%I', n.prefix, x.%s)
    from pg_catalog.%s as x join scope as n on n.oid = x.%s
    where x.oid >= %d and %s and %s"""
        .formatted(
            kind.get(0),
            kind.get(2),
            kind.get(1),
            kind.get(3),
            FIRST_OBJECT,
            kind.get(4),
            madeByNoExtension(kind.get(1)));
  }

  private static String inDatabase(List<String> kind) {
    return """
    select format('%s %%s', x.%s)
    from pg_catalog.%s as x where x.oid >= %d and %s"""
        .formatted(
            kind.get(0), kind.get(2), kind.get(1), FIRST_OBJECT, madeByNoExtension(kind.get(1)));
  }

  private static String madeByNoExtension(String catalog) {
    return """
    not exists (select from extended as e
      where e.classid = 'pg_catalog.%s'::regclass and e.objid = x.oid)"""
        .formatted(catalog);
  }

  /** The lines, in order. */
  static List<String> read(DSLContext database, Scope scope) {
    return database
        .resultQuery(QUERY, DSL.val(scope.schemas().toArray(String[]::new)))
        .fetch(0, String.class);
  }
}
