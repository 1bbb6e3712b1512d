package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Scope;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Definition.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * Reads what is kept as SQL, in one query: views, functions, triggers and their like, as the server
 * itself writes them. Names of the current schema stand without it, so the search path is that
 * schema alone meanwhile. Not read is what belongs to an extension and what the server made for
 * something else.
 */
final class DefinitionReader {

  /** The rows of all kinds, each with its comment as a statement more. */
  private static final String QUERY =
      """
      with
        %s,
        owned as (
          select d.classid, d.objid from pg_catalog.pg_depend as d
          where d.deptype in ('e', 'i') and d.objsubid = 0),
        found as (
      %s)
      select f.kind, f.class::bigint as class, f.object::bigint as object, f.identity, f.sql
        || coalesce(
          e';\\n\\nCOMMENT ON ' || replace(f.kind, '_', ' ') || ' ' || f.identity || ' IS '
            || quote_literal(c.description), '') as sql
      from found as f
      left join pg_catalog.pg_description as c
        on f.kind <> 'COMMENT' and c.objoid = f.object and c.classoid = f.class and c.objsubid = 0
      where f.kind in ('RULE', 'TRIGGER', 'COMMENT')
        or not exists (select from owned as o where o.classid = f.class and o.objid = f.object)
      order by f.kind, f.identity
      """
          .formatted(
              Catalog.SCOPE,
              Stream.of(
                      RelationDefinitions.QUERIES,
                      RoutineDefinitions.QUERIES,
                      OtherDefinitions.QUERIES)
                  .flatMap(List::stream)
                  .collect(Collectors.joining("\nunion all\n")));

  private final DSLContext database;
  private final Scope scope;
  private final List<Definition> definitions = new ArrayList<>();
  private final Map<CatalogObject, Definition> objects = new HashMap<>();

  /**
   * A row of a catalog.
   *
   * @param catalog the OID of the catalog
   * @param oid the OID of the object
   */
  record CatalogObject(long catalog, long oid) {

    /** The OID of {@code pg_class}, the same everywhere. */
    static final long CLASSES = 1259;

    /** The OID of {@code pg_type}, the same everywhere. */
    static final long TYPES = 1247;
  }

  DefinitionReader(DSLContext database, Scope scope) {
    this.database = database;
    this.scope = scope;
  }

  DefinitionReader read() {
    String path = path("current_setting('search_path')");
    path("set_config('search_path', coalesce(quote_ident(current_schema()), ''), false)");
    try {
      fetch();
    } finally {
      database.fetch("select set_config('search_path', {0}, false)", DSL.val(path));
    }
    return this;
  }

  private String path(String call) {
    return String.valueOf(database.fetchValue("select " + call));
  }

  private void fetch() {
    for (Record row :
        database.resultQuery(QUERY, DSL.val(scope.schemas().toArray(String[]::new))).fetch()) {
      Definition definition =
          Definition.of(
              Kind.valueOf(row.get("kind", String.class)),
              row.get("identity", String.class),
              row.get("sql", String.class));
      if (definition.table().filter(scope::ignores).isEmpty()) {
        definitions.add(definition);
        objects.put(
            new CatalogObject(row.get("class", Long.class), row.get("object", Long.class)),
            definition);
      }
    }
  }

  List<Definition> definitions() {
    return definitions;
  }

  /** The definitions by what they are in the catalogs. */
  Map<CatalogObject, Definition> objects() {
    return objects;
  }
}
