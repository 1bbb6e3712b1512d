package dev.migrator.dialect.postgresql;

import java.util.List;

/** Queries for functions, aggregates, and the casts and operators that call them. */
final class RoutineDefinitions {

  /** The server writes the schema into the head, whatever the search path. */
  private static final String ROUTINES =
      """
      select case p.prokind when 'p' then 'PROCEDURE' else 'FUNCTION' end,
        'pg_proc'::regclass::oid, p.oid, p.oid::regprocedure::text,
        regexp_replace(
          rtrim(pg_get_functiondef(p.oid), e'\\n'),
          '^(CREATE OR REPLACE [A-Z]+ )' || regexp_replace(
            quote_ident(n.nspname), '([^A-Za-z0-9_])', '\\\\\\1', 'g') || '\\.',
          '\\1' || n.prefix)
      from pg_catalog.pg_proc as p join scope as n on n.oid = p.pronamespace
      where p.prokind in ('f', 'w', 'p')""";

  private static final String AGGREGATES =
      """
      select 'AGGREGATE', 'pg_proc'::regclass::oid, p.oid,
        format('%s%I(%s)', n.prefix, p.proname,
          coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*')),
        format('CREATE AGGREGATE %s%I(%s) (', n.prefix, p.proname,
          coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*'))
          || e'\\n  SFUNC = ' || a.aggtransfn::regproc
          || e',\\n  STYPE = ' || format_type(a.aggtranstype, null)
          || case when a.aggtransspace > 0 then e',\\n  SSPACE = ' || a.aggtransspace else '' end
          || case when a.aggfinalfn <> 0 then e',\\n  FINALFUNC = ' || a.aggfinalfn::regproc
            || case when a.aggfinalextra then e',\\n  FINALFUNC_EXTRA' else '' end
            || case a.aggfinalmodify when 's' then e',\\n  FINALFUNC_MODIFY = SHAREABLE'
              when 'w' then e',\\n  FINALFUNC_MODIFY = READ_WRITE' else '' end else '' end
          || case when a.aggcombinefn <> 0
            then e',\\n  COMBINEFUNC = ' || a.aggcombinefn::regproc else '' end
          || case when a.aggserialfn <> 0
            then e',\\n  SERIALFUNC = ' || a.aggserialfn::regproc else '' end
          || case when a.aggdeserialfn <> 0
            then e',\\n  DESERIALFUNC = ' || a.aggdeserialfn::regproc else '' end
          || coalesce(e',\\n  INITCOND = ' || quote_literal(a.agginitval), '')
          || case when a.aggmtransfn <> 0 then e',\\n  MSFUNC = ' || a.aggmtransfn::regproc
            || e',\\n  MINVFUNC = ' || a.aggminvtransfn::regproc
            || e',\\n  MSTYPE = ' || format_type(a.aggmtranstype, null)
            || case when a.aggmtransspace > 0
              then e',\\n  MSSPACE = ' || a.aggmtransspace else '' end
            || case when a.aggmfinalfn <> 0
              then e',\\n  MFINALFUNC = ' || a.aggmfinalfn::regproc else '' end
            || case when a.aggmfinalextra then e',\\n  MFINALFUNC_EXTRA' else '' end
            || coalesce(e',\\n  MINITCOND = ' || quote_literal(a.aggminitval), '') else '' end
          || case when a.aggsortop <> 0 then e',\\n  SORTOP = ' || a.aggsortop::regoper else '' end
          || case p.proparallel when 's' then e',\\n  PARALLEL = SAFE'
            when 'r' then e',\\n  PARALLEL = RESTRICTED' else '' end
          || case a.aggkind when 'h' then e',\\n  HYPOTHETICAL' else '' end
          || e'\\n)'
      from pg_catalog.pg_proc as p
      join scope as n on n.oid = p.pronamespace
      join pg_catalog.pg_aggregate as a on a.aggfnoid = p.oid""";

  /** A cast has no schema; it is of the schemas of what it is made of. */
  private static final String CASTS =
      """
      select 'CAST', 'pg_cast'::regclass::oid, c.oid,
        format('(%s AS %s)', format_type(c.castsource, null), format_type(c.casttarget, null)),
        format('CREATE CAST (%s AS %s) ', format_type(c.castsource, null),
            format_type(c.casttarget, null))
          || case c.castmethod when 'f' then 'WITH FUNCTION ' || c.castfunc::regprocedure
            when 'i' then 'WITH INOUT' else 'WITHOUT FUNCTION' end
          || case c.castcontext when 'a' then ' AS ASSIGNMENT' when 'i' then ' AS IMPLICIT'
            else '' end
      from pg_catalog.pg_cast as c
      left join pg_catalog.pg_proc as p on p.oid = c.castfunc
      join pg_catalog.pg_type as s on s.oid = c.castsource
      join pg_catalog.pg_type as t on t.oid = c.casttarget
      where exists (
        select from scope as n
        where n.oid = p.pronamespace or n.oid = s.typnamespace or n.oid = t.typnamespace)""";

  private static final String OPERATORS =
      """
      select 'OPERATOR', 'pg_operator'::regclass::oid, o.oid,
        format('%s%s (%s, %s)', n.prefix, o.oprname,
          case when o.oprleft = 0 then 'NONE' else format_type(o.oprleft, null) end,
          format_type(o.oprright, null)),
        format(e'CREATE OPERATOR %s%s (\\n  FUNCTION = %s', n.prefix, o.oprname, o.oprcode)
          || case when o.oprleft = 0 then ''
            else e',\\n  LEFTARG = ' || format_type(o.oprleft, null) end
          || e',\\n  RIGHTARG = ' || format_type(o.oprright, null)
          || coalesce((
            select format(e',\\n  COMMUTATOR = OPERATOR(%I.%s)', m.nspname, x.oprname)
            from pg_catalog.pg_operator as x
            join pg_catalog.pg_namespace as m on m.oid = x.oprnamespace
            where x.oid = o.oprcom), '')
          || coalesce((
            select format(e',\\n  NEGATOR = OPERATOR(%I.%s)', m.nspname, x.oprname)
            from pg_catalog.pg_operator as x
            join pg_catalog.pg_namespace as m on m.oid = x.oprnamespace
            where x.oid = o.oprnegate), '')
          || case when o.oprrest <> 0 then e',\\n  RESTRICT = ' || o.oprrest else '' end
          || case when o.oprjoin <> 0 then e',\\n  JOIN = ' || o.oprjoin else '' end
          || case when o.oprcanhash then e',\\n  HASHES' else '' end
          || case when o.oprcanmerge then e',\\n  MERGES' else '' end
          || e'\\n)'
      from pg_catalog.pg_operator as o join scope as n on n.oid = o.oprnamespace
      where o.oprcode <> 0""";

  static final List<String> QUERIES = List.of(ROUTINES, AGGREGATES, CASTS, OPERATORS);

  private RoutineDefinitions() {}
}
