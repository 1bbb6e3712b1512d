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

  /**
   * Things of a catalog.
   *
   * @param words what they are
   * @param catalog the catalog
   * @param name the column, or what is made of it, that names them
   * @param condition which rows, {@code x}, are such things
   */
  private record Things(String words, String catalog, String name, String condition) {

    /** The column of the schema has the prefix of the name. */
    String schema() {
      return name.replaceFirst("name$", "namespace");
    }
  }

  private static final List<Things> IN_SCHEMAS =
      List.of(
          new Things("operator class", "pg_opclass", "opcname", "true"),
          new Things(
              "operator family",
              "pg_opfamily",
              "opfname",
              "not exists (select from pg_catalog.pg_opclass as c where c.opcfamily = x.oid)"),
          new Things(
              "base type",
              "pg_type",
              "typname",
              "x.typtype = 'b' and x.typelem = 0 and x.typisdefined"),
          new Things("conversion", "pg_conversion", "conname", "true"),
          new Things("text search parser", "pg_ts_parser", "prsname", "true"),
          new Things("text search template", "pg_ts_template", "tmplname", "true"),
          new Things("foreign table", "pg_class", "relname", "x.relkind = 'f'"),
          new Things(
              "the type of typed table",
              "pg_class",
              "relname",
              "x.relkind = 'r' and x.reloftype <> 0"));

  private static final List<Things> IN_NO_SCHEMA =
      List.of(
          new Things("access method", "pg_am", "amname", "true"),
          new Things("language", "pg_language", "lanname", "true"),
          new Things("foreign data wrapper", "pg_foreign_data_wrapper", "fdwname", "true"),
          new Things("foreign server", "pg_foreign_server", "srvname", "true"),
          new Things("publication", "pg_publication", "pubname", "true"),
          new Things("transform for", "pg_transform", "trftype::regtype::text", "true"));

  /** The names in lower case of the tables in which other migration tools keep their records. */
  static final String OTHER_TOOLS =
      Scope.OTHER_TOOLS.stream()
          .sorted()
          .map(PostgresqlIdentifiers::literal)
          .collect(Collectors.joining(", "));

  /** What is said of tables, sequences and views. */
  private static final List<String> OF_RELATIONS =
      List.of(
          """
          select format('table %%s%%I, the records of another migration tool', n.prefix, r.relname)
          from relations as r join scope as n on n.oid = r.relnamespace
          where r.relkind = 'r' and lower(r.relname) in (%s)"""
              .formatted(OTHER_TOOLS),
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
          select format('NOT VALID of the NOT NULL of column %s%I.%I: a copy has it validated',
            n.prefix, r.relname, a.attname)
          from relations as r join scope as n on n.oid = r.relnamespace
          join pg_catalog.pg_constraint as k
            on k.conrelid = r.oid and k.contype = 'n' and not k.convalidated
          join pg_catalog.pg_attribute as a on a.attrelid = r.oid and a.attnum = k.conkey[1]""",
          """
          select format('NO INHERIT of the NOT NULL of column %s%I.%I', n.prefix, r.relname, a.attname)
          from relations as r join scope as n on n.oid = r.relnamespace
          join pg_catalog.pg_constraint as k
            on k.conrelid = r.oid and k.contype = 'n' and k.connoinherit
          join pg_catalog.pg_attribute as a on a.attrelid = r.oid and a.attnum = k.conkey[1]""",
          """
          select format('UNLOGGED of sequence %s%I: a copy of it is logged', n.prefix, r.relname)
          from relations as r join scope as n on n.oid = r.relnamespace
          where r.relkind = 'S' and r.relpersistence = 'u'
            and not exists (select from pg_catalog.pg_depend as d
              where d.classid = 'pg_class'::regclass and d.objid = r.oid and d.deptype = 'i')""",
          """
          select format('%s of the sequence of column %s%I.%I: a copy is kept as its table is',
            case s.relpersistence when 'u' then 'UNLOGGED' else 'LOGGED' end,
            n.prefix, r.relname, a.attname)
          from relations as r join scope as n on n.oid = r.relnamespace
          join pg_catalog.pg_depend as d on d.refclassid = 'pg_class'::regclass
            and d.refobjid = r.oid and d.classid = 'pg_class'::regclass and d.deptype = 'i'
          join pg_catalog.pg_class as s on s.oid = d.objid and s.relkind = 'S'
          join pg_catalog.pg_attribute as a on a.attrelid = r.oid and a.attnum = d.refobjsubid
          where s.relpersistence <> r.relpersistence
            and current_setting('server_version_num')::int >= 150000""",
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
        %s,
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
              Catalog.SCOPE,
              Stream.of(
                      IN_SCHEMAS.stream().map(LeftOutReader::inSchemas),
                      IN_NO_SCHEMA.stream().map(LeftOutReader::inNoSchema),
                      OF_RELATIONS.stream())
                  .flatMap(queries -> queries)
                  .collect(Collectors.joining("\nunion all\n")));

  private LeftOutReader() {}

  private static String inSchemas(Things things) {
    return """
    select format('%s %%s%%I', n.prefix, x.%s)
    from pg_catalog.%s as x join scope as n on n.oid = x.%s
    where %s"""
        .formatted(
            things.words(), things.name(), things.catalog(), things.schema(), condition(things));
  }

  private static String inNoSchema(Things things) {
    return """
    select format('%s %%s', x.%s)
    from pg_catalog.%s as x where %s"""
        .formatted(things.words(), things.name(), things.catalog(), condition(things));
  }

  /** Of those that people made, and no extension. */
  private static String condition(Things things) {
    return """
    x.oid >= %d and %s and not exists (select from extended as e
      where e.classid = 'pg_catalog.%s'::regclass and e.objid = x.oid)"""
        .formatted(Catalog.FIRST_OBJECT, things.condition(), things.catalog());
  }

  /** The lines, in order. */
  static List<String> read(DSLContext database, Scope scope) {
    return database
        .resultQuery(QUERY, DSL.val(scope.schemas().toArray(String[]::new)))
        .fetch(0, String.class);
  }
}
