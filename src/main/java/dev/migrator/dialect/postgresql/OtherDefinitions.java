package dev.migrator.dialect.postgresql;

import java.util.List;

/** Queries for extensions, types, collations, text search and event triggers. */
final class OtherDefinitions {

  /** By name and schema alone: a version is what the server has. */
  private static final String EXTENSIONS =
      """
      select 'EXTENSION', 'pg_extension'::regclass::oid, x.oid, quote_ident(x.extname),
        format('CREATE EXTENSION IF NOT EXISTS %I', x.extname)
          || case when n.nspname in (current_schema(), 'pg_catalog') then ''
            else format(' SCHEMA %I', n.nspname) end
      from pg_catalog.pg_extension as x
      join pg_catalog.pg_namespace as n on n.oid = x.extnamespace
      where x.extname <> 'plpgsql'""";

  private static final String RANGES =
      """
      select 'TYPE', 'pg_type'::regclass::oid, t.oid, t.oid::regtype::text,
        format('CREATE TYPE %s AS RANGE (SUBTYPE = %s', t.oid::regtype,
            format_type(r.rngsubtype, null))
          || coalesce((
            select format(', SUBTYPE_OPCLASS = %I.%I', m.nspname, c.opcname)
            from pg_catalog.pg_opclass as c
            join pg_catalog.pg_namespace as m on m.oid = c.opcnamespace
            where c.oid = r.rngsubopc and not c.opcdefault), '')
          || coalesce((
            select ', COLLATION = ' || r.rngcollation::regcollation
            from pg_catalog.pg_type as s
            where s.oid = r.rngsubtype and s.typcollation <> r.rngcollation), '')
          || case when r.rngcanonical <> 0 then ', CANONICAL = ' || r.rngcanonical else '' end
          || case when r.rngsubdiff <> 0 then ', SUBTYPE_DIFF = ' || r.rngsubdiff else '' end
          || format(', MULTIRANGE_TYPE_NAME = %s)', r.rngmultitypid::regtype)
      from pg_catalog.pg_type as t
      join scope as n on n.oid = t.typnamespace
      join pg_catalog.pg_range as r on r.rngtypid = t.oid""";

  private static final String SHELL_TYPES =
      """
      select 'TYPE', 'pg_type'::regclass::oid, t.oid, t.oid::regtype::text,
        'CREATE TYPE ' || t.oid::regtype
      from pg_catalog.pg_type as t join scope as n on n.oid = t.typnamespace
      where not t.typisdefined""";

  /** The columns of the locale came and went between 14 and 18. */
  private static final String COLLATIONS =
      """
      select 'COLLATION', 'pg_collation'::regclass::oid, c.oid, n.prefix || quote_ident(c.collname),
        format('CREATE COLLATION %s%I (PROVIDER = %s', n.prefix, c.collname,
            case c.collprovider when 'i' then 'icu' when 'b' then 'builtin' else 'libc' end)
          || case when l.locale is null and c.collcollate = c.collctype
            then format(', LOCALE = %L', c.collcollate)
            when l.locale is null
            then format(', LC_COLLATE = %L, LC_CTYPE = %L', c.collcollate, c.collctype)
            else format(', LOCALE = %L', l.locale) end
          || coalesce(', RULES = ' || quote_literal(to_jsonb(c) ->> 'collicurules'), '')
          || case when c.collisdeterministic then '' else ', DETERMINISTIC = false' end || ')'
      from pg_catalog.pg_collation as c
      join scope as n on n.oid = c.collnamespace
      cross join lateral (
        select coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale')
      ) as l (locale)""";

  private static final String DICTIONARIES =
      """
      select 'TEXT_SEARCH_DICTIONARY', 'pg_ts_dict'::regclass::oid, d.oid,
        n.prefix || quote_ident(d.dictname),
        format('CREATE TEXT SEARCH DICTIONARY %s%I (TEMPLATE = %I.%I%s)', n.prefix, d.dictname,
          m.nspname, t.tmplname, coalesce(', ' || d.dictinitoption, ''))
      from pg_catalog.pg_ts_dict as d
      join scope as n on n.oid = d.dictnamespace
      join pg_catalog.pg_ts_template as t on t.oid = d.dicttemplate
      join pg_catalog.pg_namespace as m on m.oid = t.tmplnamespace""";

  private static final String CONFIGURATIONS =
      """
      select 'TEXT_SEARCH_CONFIGURATION', 'pg_ts_config'::regclass::oid, c.oid,
        n.prefix || quote_ident(c.cfgname),
        format('CREATE TEXT SEARCH CONFIGURATION %s%I (PARSER = %I.%I)', n.prefix, c.cfgname,
            m.nspname, p.prsname)
          || coalesce((
            select string_agg(
              format(e';\\n\\nALTER TEXT SEARCH CONFIGURATION %s%I ADD MAPPING FOR %I WITH %s',
                n.prefix, c.cfgname, g.alias, g.dictionaries), '' order by g.alias)
            from (
              select k.alias,
                string_agg(w.mapdict::regdictionary::text, ', ' order by w.mapseqno)
              from pg_catalog.pg_ts_config_map as w
              join ts_token_type(c.cfgparser) as k on k.tokid = w.maptokentype
              where w.mapcfg = c.oid
              group by k.alias) as g (alias, dictionaries)), '')
      from pg_catalog.pg_ts_config as c
      join scope as n on n.oid = c.cfgnamespace
      join pg_catalog.pg_ts_parser as p on p.oid = c.cfgparser
      join pg_catalog.pg_namespace as m on m.oid = p.prsnamespace""";

  /** They have no schema; each is of the schema of its function. */
  private static final String EVENT_TRIGGERS =
      """
      select 'EVENT_TRIGGER', 'pg_event_trigger'::regclass::oid, t.oid, quote_ident(t.evtname),
        format('CREATE EVENT TRIGGER %I ON %s', t.evtname, t.evtevent)
          || coalesce(
            ' WHEN TAG IN (' || (
              select string_agg(quote_literal(g), ', ') from unnest(t.evttags) as g) || ')', '')
          || ' EXECUTE FUNCTION ' || t.evtfoid::regprocedure
          || case t.evtenabled when 'O' then ''
            else format(e';\\n\\nALTER EVENT TRIGGER %I %s', t.evtname,
              case t.evtenabled when 'D' then 'DISABLE' when 'R' then 'ENABLE REPLICA'
                else 'ENABLE ALWAYS' end) end
      from pg_catalog.pg_event_trigger as t
      join pg_catalog.pg_proc as p on p.oid = t.evtfoid
      join scope as n on n.oid = p.pronamespace""";

  static final List<String> QUERIES =
      List.of(
          EXTENSIONS,
          RANGES,
          SHELL_TYPES,
          COLLATIONS,
          DICTIONARIES,
          CONFIGURATIONS,
          EVENT_TRIGGERS);

  private OtherDefinitions() {}
}
