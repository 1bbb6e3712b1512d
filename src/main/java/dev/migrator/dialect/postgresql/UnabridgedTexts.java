package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Scope;
import dev.migrator.dialect.Spellings;
import dev.migrator.schema.Domain;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * Reads the expressions with all their parentheses, in one query: those that are shown otherwise
 * with few of them, by what is shown then. With few, {@code a and (b and c)} is {@code a and b and
 * c}, which is another expression to the server.
 */
final class UnabridgedTexts {

  private static final String QUERY =
      """
      with
        %s,
        relations as (
          select r.oid, nullif(n.nspname::text, current_schema()::text) as schema, r.relname::text as name
          from pg_catalog.pg_class as r join scope as n on n.oid = r.relnamespace
          where r.relkind in ('r', 'p')),
        domains as (
          select t.oid, t.typdefaultbin, nullif(n.nspname::text, current_schema()::text) as schema,
            t.typname::text as name
          from pg_catalog.pg_type as t join scope as n on n.oid = t.typnamespace
          where t.typtype = 'd')
      select * from (
        select r.schema, r.name, a.attname::text as column_name,
          pg_catalog.pg_get_expr(d.adbin, d.adrelid, true) as few,
          pg_catalog.pg_get_expr(d.adbin, d.adrelid) as whole
        from pg_catalog.pg_attrdef as d
        join relations as r on r.oid = d.adrelid
        join pg_catalog.pg_attribute as a on a.attrelid = d.adrelid and a.attnum = d.adnum
        union all
        select r.schema, r.name, null, pg_catalog.pg_get_expr(k.conbin, k.conrelid, true),
          pg_catalog.pg_get_expr(k.conbin, k.conrelid)
        from pg_catalog.pg_constraint as k join relations as r on r.oid = k.conrelid
        where k.contype = 'c'
        union all
        select r.schema, r.name, null, pg_catalog.pg_get_expr(i.indpred, i.indrelid, true),
          pg_catalog.pg_get_expr(i.indpred, i.indrelid)
        from pg_catalog.pg_index as i join relations as r on r.oid = i.indrelid
        where i.indpred is not null
        union all
        select r.schema, r.name, null, pg_catalog.pg_get_indexdef(i.indexrelid, place, true),
          pg_catalog.pg_get_indexdef(i.indexrelid, place, false)
        from pg_catalog.pg_index as i join relations as r on r.oid = i.indrelid
        cross join lateral generate_series(1, i.indnkeyatts) as place
        where i.indexprs is not null and i.indkey[place - 1] = 0
        union all
        select d.schema, d.name, '%s', pg_catalog.pg_get_expr(d.typdefaultbin, 0, true),
          pg_catalog.pg_get_expr(d.typdefaultbin, 0)
        from domains as d where d.typdefaultbin is not null
        union all
        select d.schema, d.name, null,
          case when k.contypid <> 0 then pg_catalog.pg_get_expr(k.conbin, 0, true) end,
          case when k.contypid <> 0 then pg_catalog.pg_get_expr(k.conbin, 0) end
        from pg_catalog.pg_constraint as k join domains as d on d.oid = k.contypid
        where k.contype = 'c') as texts
      where few <> whole
      """
          .formatted(Catalog.SCOPE, Domain.VALUE);

  private UnabridgedTexts() {}

  static Map<Spellings.Key, String> read(DSLContext database, Scope scope) {
    Map<Spellings.Key, String> texts = new HashMap<>();
    for (Record row :
        database.resultQuery(QUERY, DSL.val(scope.schemas().toArray(String[]::new))).fetch()) {
      texts.put(
          new Spellings.Key(
              CatalogReader.name(row.get("schema", String.class), row.get("name", String.class)),
              Optional.ofNullable(row.get("column_name", String.class)),
              row.get("few", String.class).strip()),
          row.get("whole", String.class));
    }
    return texts;
  }
}
