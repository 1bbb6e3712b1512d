package dev.migrator.dialect.postgresql;

import static org.jooq.meta.postgres.pg_catalog.Tables.PG_CLASS;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_NAMESPACE;

import dev.migrator.dialect.Scope;
import dev.migrator.schema.Parameters;
import dev.migrator.schema.Partition;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.ReplicaIdentity;
import dev.migrator.schema.RowSecurity;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** Reads the tables and how they are kept, without what stands in them and on them. */
final class TableReader {

  private static final Field<String> COMMENT = Catalog.tableComment(PG_CLASS.OID);
  private static final Field<String> PERSISTENCE =
      Catalog.column(PG_CLASS, "relpersistence", String.class);
  private static final Field<String[]> SETTINGS = Catalog.settings(PG_CLASS, "reloptions");
  private static final Field<String[]> TOAST_SETTINGS =
      DSL.field(
          "coalesce((select reloptions from pg_catalog.pg_class as toast"
              + " where toast.oid = {0}), '{}')::text[]",
          String[].class, Catalog.column(PG_CLASS, "reltoastrelid", Long.class));
  private static final Field<String> ACCESS_METHOD =
      DSL.field(
          "(select nullif(amname, 'heap')::text from pg_catalog.pg_am where oid = {0})",
          String.class, Catalog.column(PG_CLASS, "relam", Long.class));
  private static final Field<String> TABLESPACE = Catalog.tablespace(PG_CLASS);
  private static final Field<Boolean> ROW_SECURITY =
      Catalog.column(PG_CLASS, "relrowsecurity", Boolean.class);
  private static final Field<Boolean> FORCED_ROW_SECURITY =
      Catalog.column(PG_CLASS, "relforcerowsecurity", Boolean.class);
  private static final Field<String> REPLICA_IDENTITY =
      Catalog.column(PG_CLASS, "relreplident", String.class);
  private static final Field<String> REPLICA_INDEX =
      DSL.field(
          "(select c.relname::text from pg_catalog.pg_index as i"
              + " join pg_catalog.pg_class as c on c.oid = i.indexrelid"
              + " where i.indrelid = {0} and i.indisreplident)",
          String.class, PG_CLASS.OID);
  private static final Field<String> PARTITION_KEY =
      DSL.field("pg_catalog.pg_get_partkeydef({0})", String.class, PG_CLASS.OID);
  private static final Field<String> PARTITION_BOUND =
      Catalog.expression(PG_CLASS, "relpartbound", PG_CLASS.OID);

  /** Schema and name of each parent, one behind the other; NULL for the current schema. */
  private static final Field<String[]> PARENTS =
      DSL.field(
          """
          array(
            select unnest(array[nullif(n.nspname::text, current_schema()::text), c.relname::text])
            from pg_catalog.pg_inherits as i
            join pg_catalog.pg_class as c on c.oid = i.inhparent
            join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
            where i.inhrelid = {0}
            order by i.inhseqno)""",
          String[].class, PG_CLASS.OID);

  private final DSLContext database;
  private final Scope scope;

  TableReader(DSLContext database, Scope scope) {
    this.database = database;
    this.scope = scope;
  }

  Result<?> rows() {
    return database
        .select(
            PG_CLASS.OID,
            Catalog.RELATIVE_SCHEMA,
            PG_CLASS.RELNAME,
            COMMENT,
            PERSISTENCE,
            SETTINGS,
            TOAST_SETTINGS,
            ACCESS_METHOD,
            TABLESPACE,
            ROW_SECURITY,
            FORCED_ROW_SECURITY,
            REPLICA_IDENTITY,
            REPLICA_INDEX,
            PARTITION_KEY,
            PARTITION_BOUND,
            PARENTS)
        .from(PG_CLASS)
        .join(PG_NAMESPACE)
        .on(PG_NAMESPACE.OID.eq(PG_CLASS.RELNAMESPACE))
        .where(Catalog.isTable(scope.schemas()))
        .fetch();
  }

  /** The tables by their OIDs. */
  Map<Long, Table> tables(Result<?> rows) {
    Map<Long, Table> tables = new LinkedHashMap<>();
    for (Record row : rows) {
      QualifiedName name =
          CatalogReader.name(row.get(Catalog.RELATIVE_SCHEMA), row.get(PG_CLASS.RELNAME));
      if (!scope.ignores(name)) {
        tables.put(
            row.get(PG_CLASS.OID),
            Table.of(name, List.of())
                .withComment(Optional.ofNullable(row.get(COMMENT)))
                .withOptions(options(row)));
      }
    }
    return tables;
  }

  private static TableOptions options(Record row) {
    List<QualifiedName> parents = parents(row.get(PARENTS));
    Optional<String> bound = Optional.ofNullable(row.get(PARTITION_BOUND));
    return new TableOptions(
        row.get(PERSISTENCE).equals("u"),
        settings(row),
        Optional.ofNullable(row.get(ACCESS_METHOD)),
        Optional.ofNullable(row.get(TABLESPACE)),
        rowSecurity(row.get(ROW_SECURITY), row.get(FORCED_ROW_SECURITY)),
        Optional.ofNullable(row.get(PARTITION_KEY)),
        bound.map(text -> new Partition(parents.get(0), text)),
        bound.isPresent() ? List.of() : parents,
        replicaIdentity(row),
        false,
        false,
        false);
  }

  private static List<QualifiedName> parents(String[] names) {
    return IntStream.range(0, names.length / 2)
        .mapToObj(at -> CatalogReader.name(names[2 * at], names[2 * at + 1]))
        .toList();
  }

  private static Parameters settings(Record row) {
    Map<String, String> values = new LinkedHashMap<>(parameters(row.get(SETTINGS)).values());
    parameters(row.get(TOAST_SETTINGS))
        .values()
        .forEach((name, value) -> values.put("toast." + name, value));
    return Parameters.of(values);
  }

  /** Settings as the catalogs hold them: {@code fillfactor=70}. */
  static Parameters parameters(String[] settings) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      values.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return Parameters.of(values);
  }

  private static RowSecurity rowSecurity(boolean enabled, boolean forced) {
    if (enabled) {
      return forced ? RowSecurity.FORCED : RowSecurity.ENABLED;
    }
    return forced ? RowSecurity.FORCED_WHEN_ENABLED : RowSecurity.DISABLED;
  }

  private static Optional<ReplicaIdentity> replicaIdentity(Record row) {
    return switch (row.get(REPLICA_IDENTITY)) {
      case "f" -> Optional.of(new ReplicaIdentity(ReplicaIdentity.Kind.FULL, Optional.empty()));
      case "n" -> Optional.of(new ReplicaIdentity(ReplicaIdentity.Kind.NOTHING, Optional.empty()));
      case "i" ->
          Optional.of(
              new ReplicaIdentity(
                  ReplicaIdentity.Kind.INDEX, Optional.ofNullable(row.get(REPLICA_INDEX))));
      default -> Optional.empty();
    };
  }
}
