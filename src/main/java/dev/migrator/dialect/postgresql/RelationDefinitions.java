package dev.migrator.dialect.postgresql;

import java.util.List;

/**
 * Queries for views and for what stands on tables and views.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html">PostgreSQL: system
 *     information functions</a>
 */
final class RelationDefinitions {

  /** Options, columns with a default or a comment of their own, and the query. */
  private static final String VIEWS =
      """
      select 'VIEW' as kind, 'pg_class'::regclass::oid as class, v.oid as object,
        v.oid::regclass::text as identity,
        'CREATE VIEW ' || v.oid::regclass
          || coalesce(' WITH (' || array_to_string(v.reloptions, ', ') || ')', '')
          || e' AS\\n' || rtrim(pg_get_viewdef(v.oid, true), ';')
          || coalesce((
            select string_agg(
              format(e';\\n\\nALTER VIEW %s ALTER COLUMN %I SET DEFAULT %s',
                v.oid::regclass, a.attname, pg_get_expr(d.adbin, d.adrelid, true)),
              '' order by a.attnum)
            from pg_catalog.pg_attrdef as d
            join pg_catalog.pg_attribute as a on a.attrelid = d.adrelid and a.attnum = d.adnum
            where d.adrelid = v.oid), '')
          || coalesce((
            select string_agg(
              format(e';\\n\\nCOMMENT ON COLUMN %s.%I IS %L',
                v.oid::regclass, a.attname, c.description), '' order by a.attnum)
            from pg_catalog.pg_description as c
            join pg_catalog.pg_attribute as a on a.attrelid = c.objoid and a.attnum = c.objsubid
            where c.classoid = 'pg_class'::regclass and c.objoid = v.oid and c.objsubid > 0), '')
        as sql
      from pg_catalog.pg_class as v join scope as n on n.oid = v.relnamespace
      where v.relkind = 'v'""";

  /** The query with the indexes and how its columns are kept, filled if it is. */
  private static final String MATERIALIZED_VIEWS =
      """
      select 'MATERIALIZED_VIEW', 'pg_class'::regclass::oid, v.oid, v.oid::regclass::text,
        'CREATE MATERIALIZED VIEW ' || v.oid::regclass
          || coalesce(' WITH (' || array_to_string(v.reloptions, ', ') || ')', '')
          || e' AS\\n' || rtrim(pg_get_viewdef(v.oid, true), ';')
          || case when v.relispopulated then '' else e'\\n  WITH NO DATA' end
          || coalesce((
            select string_agg(
              e';\\n\\n' || pg_get_indexdef(i.indexrelid, 0, true)
                || coalesce(e';\\n\\nCOMMENT ON INDEX ' || i.indexrelid::regclass || ' IS '
                  || quote_literal(obj_description(i.indexrelid, 'pg_class')), ''),
              '' order by i.indexrelid::regclass::text)
            from pg_catalog.pg_index as i where i.indrelid = v.oid), '')
          || coalesce((
            select string_agg(
              format(e';\\n\\nALTER MATERIALIZED VIEW %s ALTER COLUMN %I SET %s',
                v.oid::regclass, a.attname, kept.setting), '' order by a.attnum, kept.setting)
            from pg_catalog.pg_attribute as a
            join pg_catalog.pg_type as t on t.oid = a.atttypid
            cross join lateral (values
              (case when a.attstorage <> t.typstorage then 'STORAGE ' || case a.attstorage
                when 'p' then 'PLAIN' when 'e' then 'EXTERNAL' when 'm' then 'MAIN'
                else 'EXTENDED' end end),
              (case a.attcompression when 'p' then 'COMPRESSION pglz'
                when 'l' then 'COMPRESSION lz4' end),
              (case when a.attstattarget >= 0 then 'STATISTICS ' || a.attstattarget end),
              ('(' || array_to_string(a.attoptions, ', ') || ')')) as kept (setting)
            where a.attrelid = v.oid and a.attnum > 0 and not a.attisdropped
              and kept.setting is not null), '')
          || coalesce((
            select string_agg(
              format(e';\\n\\nCOMMENT ON COLUMN %s.%I IS %L',
                v.oid::regclass, a.attname, c.description), '' order by a.attnum)
            from pg_catalog.pg_description as c
            join pg_catalog.pg_attribute as a on a.attrelid = c.objoid and a.attnum = c.objsubid
            where c.classoid = 'pg_class'::regclass and c.objoid = v.oid and c.objsubid > 0), '')
      from pg_catalog.pg_class as v join scope as n on n.oid = v.relnamespace
      where v.relkind = 'm'""";

  /**
   * Those of partitions that came with the partitioned table are part of that one's, and switched
   * on or off behind it, where they are not as their parents are.
   */
  private static final String TRIGGERS =
      """
      select 'TRIGGER', 'pg_trigger'::regclass::oid, t.oid,
        format('%I on %s', t.tgname, t.tgrelid::regclass),
        pg_get_triggerdef(t.oid, true)
          || case t.tgenabled when 'O' then ''
            else format(e';\\n\\nALTER TABLE %s %s TRIGGER %I', t.tgrelid::regclass,
              case t.tgenabled when 'D' then 'DISABLE' when 'R' then 'ENABLE REPLICA'
                else 'ENABLE ALWAYS' end, t.tgname) end
          || coalesce(parts.sql, '')
      from pg_catalog.pg_trigger as t
      join pg_catalog.pg_class as r on r.oid = t.tgrelid
      join scope as n on n.oid = r.relnamespace
      left join (
        with recursive clones as (
          select p.oid as root, c.oid, c.tgrelid, c.tgname, c.tgenabled, p.tgenabled as above,
            1 as depth
          from pg_catalog.pg_trigger as c join pg_catalog.pg_trigger as p on p.oid = c.tgparentid
          where p.tgparentid = 0
          union all
          select p.root, c.oid, c.tgrelid, c.tgname, c.tgenabled, p.tgenabled, p.depth + 1
          from pg_catalog.pg_trigger as c join clones as p on p.oid = c.tgparentid)
        select root, string_agg(
            format(e';\\n\\nALTER TABLE %s %s TRIGGER %I', tgrelid::regclass,
              case tgenabled when 'O' then 'ENABLE' when 'D' then 'DISABLE'
                when 'R' then 'ENABLE REPLICA' else 'ENABLE ALWAYS' end, tgname),
            '' order by depth, tgrelid::regclass::text) as sql
        from clones where tgenabled <> above group by root) as parts on parts.root = t.oid
      where not t.tgisinternal and t.tgparentid = 0
        and not exists (
          select from owned as o where o.classid = 'pg_class'::regclass and o.objid = r.oid)""";

  private static final String RULES =
      """
      select 'RULE', 'pg_rewrite'::regclass::oid, w.oid,
        format('%I on %s', w.rulename, w.ev_class::regclass),
        rtrim(pg_get_ruledef(w.oid, true), ';')
          || case w.ev_enabled when 'O' then ''
            else format(e';\\n\\nALTER TABLE %s %s RULE %I', w.ev_class::regclass,
              case w.ev_enabled when 'D' then 'DISABLE' when 'R' then 'ENABLE REPLICA'
                else 'ENABLE ALWAYS' end, w.rulename) end
      from pg_catalog.pg_rewrite as w
      join pg_catalog.pg_class as r on r.oid = w.ev_class
      join scope as n on n.oid = r.relnamespace
      where w.rulename <> '_RETURN'
        and not exists (
          select from owned as o where o.classid = 'pg_class'::regclass and o.objid = r.oid)""";

  private static final String POLICIES =
      """
      select 'POLICY', 'pg_policy'::regclass::oid, p.oid,
        format('%I on %s', p.polname, p.polrelid::regclass),
        format('CREATE POLICY %I ON %s', p.polname, p.polrelid::regclass)
          || case when p.polpermissive then '' else ' AS RESTRICTIVE' end
          || case p.polcmd when 'r' then ' FOR SELECT' when 'a' then ' FOR INSERT'
            when 'w' then ' FOR UPDATE' when 'd' then ' FOR DELETE' else '' end
          || coalesce((
            select ' TO ' || string_agg(quote_ident(u.rolname), ', ' order by u.rolname)
            from pg_catalog.pg_roles as u where u.oid = any (p.polroles)), '')
          || coalesce(
            e'\\n  USING (' || pg_get_expr(p.polqual, p.polrelid, true) || ')', '')
          || coalesce(
            e'\\n  WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid, true) || ')', '')
      from pg_catalog.pg_policy as p
      join pg_catalog.pg_class as r on r.oid = p.polrelid
      join scope as n on n.oid = r.relnamespace""";

  private static final String STATISTICS =
      """
      select 'STATISTICS', 'pg_statistic_ext'::regclass::oid, s.oid,
        n.prefix || quote_ident(s.stxname),
        replace(pg_get_statisticsobjdef(s.oid),
          'CREATE STATISTICS ' || quote_ident(n.nspname) || '.', 'CREATE STATISTICS ' || n.prefix)
          || coalesce(
            format(e';\\n\\nALTER STATISTICS %s%I SET STATISTICS ', n.prefix, s.stxname)
              || nullif(to_jsonb(s) ->> 'stxstattarget', '-1'), '')
      from pg_catalog.pg_statistic_ext as s join scope as n on n.oid = s.stxnamespace""";

  /** Comments on what is no definition and keeps no comment itself. */
  private static final String COMMENTS =
      """
      select 'COMMENT', 'pg_description'::regclass::oid, 0::oid, s.subject,
        format('COMMENT ON %s IS %L', s.subject, s.description)
      from (
        select case r.relkind when 'S' then 'SEQUENCE ' else 'INDEX ' end || r.oid::regclass,
          c.description
        from pg_catalog.pg_description as c
        join pg_catalog.pg_class as r on r.oid = c.objoid
        join scope as n on n.oid = r.relnamespace
        left join pg_catalog.pg_index as i on i.indexrelid = r.oid
        left join pg_catalog.pg_class as t on t.oid = i.indrelid
        where c.classoid = 'pg_class'::regclass and c.objsubid = 0
          and (r.relkind = 'S' or (r.relkind in ('i', 'I') and t.relkind in ('r', 'p')))
        union all
        select format('CONSTRAINT %I ON %s', k.conname, k.conrelid::regclass), c.description
        from pg_catalog.pg_description as c
        join pg_catalog.pg_constraint as k on k.oid = c.objoid
        join scope as n on n.oid = k.connamespace
        where c.classoid = 'pg_constraint'::regclass and k.conrelid <> 0
        union all
        select format('CONSTRAINT %I ON DOMAIN %s', k.conname, k.contypid::regtype), c.description
        from pg_catalog.pg_description as c
        join pg_catalog.pg_constraint as k on k.oid = c.objoid
        join scope as n on n.oid = k.connamespace
        where c.classoid = 'pg_constraint'::regclass and k.contypid <> 0
        union all
        select 'TYPE ' || t.oid::regtype, c.description
        from pg_catalog.pg_description as c
        join pg_catalog.pg_type as t on t.oid = c.objoid
        join scope as n on n.oid = t.typnamespace
        where c.classoid = 'pg_type'::regclass and t.typtype in ('e', 'c')
          and not exists (
            select from owned as o where o.classid = 'pg_type'::regclass and o.objid = t.oid)
        union all
        select format('COLUMN %s.%I', a.attrelid::regclass, a.attname), c.description
        from pg_catalog.pg_description as c
        join pg_catalog.pg_class as r on r.oid = c.objoid
        join scope as n on n.oid = r.relnamespace
        join pg_catalog.pg_attribute as a on a.attrelid = r.oid and a.attnum = c.objsubid
        where c.classoid = 'pg_class'::regclass and r.relkind = 'c'
        union all
        select 'SCHEMA ' || quote_ident(n.nspname), c.description
        from pg_catalog.pg_description as c join scope as n on n.oid = c.objoid
        where c.classoid = 'pg_namespace'::regclass and n.nspname <> current_schema()
      ) as s (subject, description)""";

  static final List<String> QUERIES =
      List.of(VIEWS, MATERIALIZED_VIEWS, TRIGGERS, RULES, POLICIES, STATISTICS, COMMENTS);

  private RelationDefinitions() {}
}
