package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.postgresql.DefinitionReader.CatalogObject;
import dev.migrator.schema.Dependencies;
import dev.migrator.schema.Dependencies.Part;
import dev.migrator.schema.Dependencies.Thing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands on what, in one query. What is part of something counts as that: a default, a
 * check and an index are their table, a view's rule is the view, an array is its elements' type.
 * Foreign keys are left out, for they can come at the end. What a check, an exclusion or an index
 * needs is told apart, for it can come later as well.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-depend.html">pg_depend</a>
 */
final class DependencyReader {

  private static final String QUERY =
      """
      with
        whole (class, object, whole_class, whole_object) as (
          select 'pg_rewrite'::regclass::oid, w.oid, 'pg_class'::regclass::oid, w.ev_class
          from pg_catalog.pg_rewrite as w where w.rulename = '_RETURN'
          union all
          select 'pg_attrdef'::regclass, d.oid, 'pg_class'::regclass, d.adrelid
          from pg_catalog.pg_attrdef as d
          union all
          select 'pg_constraint'::regclass, k.oid, 'pg_class'::regclass, k.conrelid
          from pg_catalog.pg_constraint as k where k.conrelid <> 0 and k.contype not in ('f', 't')
          union all
          select 'pg_constraint'::regclass, k.oid, 'pg_type'::regclass, k.contypid
          from pg_catalog.pg_constraint as k where k.contypid <> 0
          union all
          select 'pg_class'::regclass, i.indexrelid, 'pg_class'::regclass, i.indrelid
          from pg_catalog.pg_index as i
          union all
          select 'pg_class'::regclass, r.oid, 'pg_type'::regclass, r.reltype
          from pg_catalog.pg_class as r where r.relkind = 'c'
          union all
          select 'pg_type'::regclass, t.oid, 'pg_class'::regclass, t.typrelid
          from pg_catalog.pg_type as t join pg_catalog.pg_class as r on r.oid = t.typrelid
          where r.relkind <> 'c'
          union all
          select 'pg_type'::regclass, t.oid, 'pg_type'::regclass, t.typelem
          from pg_catalog.pg_type as t where t.typcategory = 'A' and t.typelem <> 0
          union all
          select 'pg_type'::regclass, r.rngmultitypid, 'pg_type'::regclass, r.rngtypid
          from pg_catalog.pg_range as r
          union all
          select d.classid, d.objid, d.refclassid, d.refobjid
          from pg_catalog.pg_depend as d where d.deptype = 'e')
      select found.*,
        (select concat_ws(' ', i.type, concat_ws('.', nullif(i.schema, current_schema()), i.name))
         from pg_catalog.pg_identify_object(needed_class::oid, needed_object::oid, 0) as i
         where needed_class = any (array['pg_opclass', 'pg_opfamily', 'pg_conversion', 'pg_ts_parser',
             'pg_ts_template', 'pg_am', 'pg_language', 'pg_foreign_data_wrapper',
             'pg_foreign_server']::regclass[]::oid[]::bigint[])
           or (needed_class = 'pg_class'::regclass::oid::bigint and exists (
             select from pg_catalog.pg_class as r
             where r.oid = needed_object::oid
               and (r.relkind = 'f' or (r.relkind = 'r' and lower(r.relname) in ({1})))))
           or (needed_class = 'pg_type'::regclass::oid::bigint and exists (
             select from pg_catalog.pg_type as t
             where t.oid = needed_object::oid and t.typtype = 'b'))) as left_out
      from (
      select distinct
        coalesce(a2.whole_class, a1.whole_class, d.classid)::bigint as class,
        coalesce(a2.whole_object, a1.whole_object, d.objid)::bigint as object,
        coalesce(b2.whole_class, b1.whole_class, d.refclassid)::bigint as needed_class,
        coalesce(b2.whole_object, b1.whole_object, d.refobjid)::bigint as needed_object,
        coalesce(k.conname, i.relname)::text as part
      from pg_catalog.pg_depend as d
      left join whole as a1 on a1.class = d.classid and a1.object = d.objid
      left join whole as a2 on a2.class = a1.whole_class and a2.object = a1.whole_object
      left join whole as b1 on b1.class = d.refclassid and b1.object = d.refobjid
      left join whole as b2 on b2.class = b1.whole_class and b2.object = b1.whole_object
      left join pg_catalog.pg_constraint as k
        on d.classid = 'pg_constraint'::regclass and k.oid = d.objid and k.conrelid <> 0
      left join pg_catalog.pg_class as i
        on d.classid = 'pg_class'::regclass and i.oid = d.objid and i.relkind in ('i', 'I')
      where d.deptype in ('n', 'a') and d.refobjid >= {0}
        and (k.contype is null or k.contype not in ('f', 't'))) as found
      """
          .replace("{0}", String.valueOf(Catalog.FIRST_OBJECT))
          .replace("{1}", LeftOutReader.OTHER_TOOLS);

  private final Map<CatalogObject, Thing> things;
  private final Map<Thing, SortedSet<Thing>> needs = new HashMap<>();
  private final Map<Part, SortedSet<Thing>> ofParts = new HashMap<>();
  private final Map<Thing, String> onWhatIsLeftOut = new HashMap<>();

  private DependencyReader(Map<CatalogObject, Thing> things) {
    this.things = things;
  }

  /**
   * @param things what the objects of the catalogs are
   */
  static DependencyReader read(DSLContext database, Map<CatalogObject, Thing> things) {
    DependencyReader reader = new DependencyReader(things);
    database.resultQuery(QUERY).fetch().forEach(reader::take);
    return reader;
  }

  Dependencies dependencies() {
    return new Dependencies(needs, ofParts);
  }

  /** What stands on something that {@link LeftOutReader} names, with the reason. */
  Map<Thing, String> onWhatIsLeftOut() {
    return onWhatIsLeftOut;
  }

  private void take(Record row) {
    thing(row, "class", "object")
        .ifPresent(
            thing ->
                thing(row, "needed_class", "needed_object")
                    .ifPresentOrElse(
                        needed -> take(thing, row.get("part", String.class), needed),
                        () ->
                            Optional.ofNullable(row.get("left_out", String.class))
                                .ifPresent(
                                    words -> onWhatIsLeftOut.put(thing, "which needs " + words))));
  }

  private void take(Thing thing, @Nullable String part, Thing needed) {
    if (!needed.equals(thing)) {
      Optional.ofNullable(part)
          .map(name -> ofParts.computeIfAbsent(new Part(thing, name), key -> new TreeSet<>()))
          .orElseGet(() -> needs.computeIfAbsent(thing, key -> new TreeSet<>()))
          .add(needed);
    }
  }

  /** What an object is; empty for one that the schema has no place for. */
  private Optional<Thing> thing(Record row, String catalog, String oid) {
    return Optional.ofNullable(
        things.get(new CatalogObject(row.get(catalog, Long.class), row.get(oid, Long.class))));
  }
}
