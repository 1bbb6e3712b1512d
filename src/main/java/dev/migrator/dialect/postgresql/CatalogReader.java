package dev.migrator.dialect.postgresql;

import static org.jooq.meta.postgres.pg_catalog.Tables.PG_ENUM;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_NAMESPACE;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_TYPE;

import dev.migrator.dialect.Scope;
import dev.migrator.dialect.Spellings;
import dev.migrator.dialect.postgresql.DefinitionReader.CatalogObject;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Dependencies.Thing;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads schemas, types, sequences and tables: one query for each kind of object. */
final class CatalogReader {

  private final DSLContext database;
  private final Scope scope;
  private final Map<CatalogObject, Thing> things = new HashMap<>();
  private List<String> faults = List.of();

  CatalogReader(DSLContext database, Scope scope) {
    this.database = database;
    this.scope = scope;
  }

  /** The names of the schemas that people made, beside the current one. */
  static Set<String> schemas(DSLContext database) {
    return Set.copyOf(
        database
            .select(PG_NAMESPACE.NSPNAME)
            .from(PG_NAMESPACE)
            .where(isOther())
            .and(Catalog.ownedByNoExtension("pg_catalog.pg_namespace", PG_NAMESPACE.OID))
            .fetch(PG_NAMESPACE.NSPNAME));
  }

  /**
   * Whether there is any schema beside the current one and the server's own. Where there is none,
   * the catalogs are read before it is known what schemas are wanted.
   */
  static boolean hasOtherSchemas(DSLContext database) {
    return database.fetchExists(DSL.selectOne().from(PG_NAMESPACE).where(isOther()));
  }

  /** Neither the current schema nor one of the server's own. */
  private static Condition isOther() {
    return PG_NAMESPACE
        .NSPNAME
        .notLike(DSL.inline("pg\\_%"))
        .and(PG_NAMESPACE.NSPNAME.ne(DSL.inline("information_schema")))
        .and(Catalog.RELATIVE_SCHEMA.isNotNull());
  }

  /** What the database holds, as the server shows it. */
  Schema schema() {
    NamedTypes types = new NamedTypes();
    List<EnumType> enums = enums(types);
    Result<? extends Record> domains = new DomainReader(database, scope).rows(types);
    List<CompositeType> composites = new CompositeReader(database, scope).read(types);
    Relations relations = relations(types);
    things.putAll(types.things());
    relations.tables().forEach((oid, table) -> things.put(table(oid), Thing.table(table.name())));
    relations
        .definitions()
        .objects()
        .forEach((object, definition) -> things.put(object, Thing.definition(definition)));
    return Schema.of(List.copyOf(relations.tables().values()))
        .withNamespaces(namespaces())
        .withEnums(enums)
        .withCompositeTypes(composites)
        .withDomains(domains.map(row -> DomainReader.domain(row, types)))
        .withSequences(relations.sequences())
        .withDefinitions(relations.definitions().definitions());
  }

  /**
   * What may be large.
   *
   * @param tables the tables by their OIDs
   * @param sequences the sequences
   * @param definitions what is kept as SQL
   */
  private record Relations(
      Map<Long, Table> tables, List<Sequence> sequences, DefinitionReader definitions) {}

  /** The server works on a query while the rows of those before are put together. */
  private Relations relations(NamedTypes types) {
    TableReader tableReader = new TableReader(database, scope);
    ColumnReader columnReader = new ColumnReader(database, scope, types);
    try (QueryQueue queries = new QueryQueue()) {
      Supplier<Result<?>> tableRows = queries.ask(tableReader::rows);
      Supplier<Result<?>> columns = queries.ask(columnReader::rows);
      Supplier<Result<?>> constraints = queries.ask(new ConstraintReader(database, scope)::rows);
      Supplier<Result<?>> indexes = queries.ask(new IndexReader(database, scope)::rows);
      Supplier<Result<?>> sequences = queries.ask(new SequenceReader(database, scope)::rows);
      Supplier<DefinitionReader> definitions =
          queries.ask(new DefinitionReader(database, scope)::read);
      Map<Long, Table> tables = tableReader.tables(tableRows.get());
      columnReader.add(columns.get(), tables);
      ConstraintReader.add(constraints.get(), tables);
      IndexReader.add(indexes.get(), tables);
      faults = IndexReader.faults(indexes.get(), tables);
      return new Relations(tables, SequenceReader.read(sequences.get(), tables), definitions.get());
    }
  }

  /** What of it does not work, a sentence for each. */
  List<String> faults() {
    return faults;
  }

  /** What the database holds beside it, a line for each thing. */
  List<String> leftOut() {
    return LeftOutReader.read(database, scope);
  }

  /** The expressions with all their parentheses, of those that have others. */
  Map<Spellings.Key, String> unabridged() {
    return UnabridgedTexts.read(database, scope);
  }

  /** What stands on what of it. */
  DependencyReader dependencies() {
    return DependencyReader.read(database, things);
  }

  private static CatalogObject table(long oid) {
    return new CatalogObject(CatalogObject.CLASSES, oid);
  }

  private List<Namespace> namespaces() {
    if (scope.schemas().isEmpty()) {
      return List.of();
    }
    return database
        .select(PG_NAMESPACE.NSPNAME)
        .from(PG_NAMESPACE)
        .where(PG_NAMESPACE.NSPNAME.in(scope.schemas()))
        .and(Catalog.RELATIVE_SCHEMA.isNotNull())
        .fetch(row -> new Namespace(row.value1()));
  }

  private List<EnumType> enums(NamedTypes types) {
    Field<String[]> values =
        DSL.field(
            "array(select enumlabel::text from {0} where enumtypid = {1} order by enumsortorder)",
            String[].class, PG_ENUM, PG_TYPE.OID);
    List<EnumType> enums = new ArrayList<>();
    for (Record row :
        database
            .select(PG_TYPE.OID, Catalog.RELATIVE_SCHEMA, PG_TYPE.TYPNAME, values)
            .from(PG_TYPE)
            .join(PG_NAMESPACE)
            .on(PG_NAMESPACE.OID.eq(PG_TYPE.TYPNAMESPACE))
            .where(Catalog.inSchemas(scope.schemas()))
            .and(PG_TYPE.TYPTYPE.eq(DSL.inline("e")))
            .and(Catalog.ownedByNoExtension("pg_catalog.pg_type", PG_TYPE.OID))
            .fetch()) {
      QualifiedName name = name(row.get(Catalog.RELATIVE_SCHEMA), row.get(PG_TYPE.TYPNAME));
      enums.add(new EnumType(name, List.of(row.get(values))));
      types.put(row.get(PG_TYPE.OID), new EnumRef(name));
    }
    return enums;
  }

  /**
   * A name, from the catalog.
   *
   * @param schema null for the current schema
   */
  static QualifiedName name(@Nullable String schema, String name) {
    return new QualifiedName(Optional.ofNullable(schema), name);
  }
}
