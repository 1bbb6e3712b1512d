package dev.migrator.dialect.postgresql;

import static org.jooq.meta.postgres.pg_catalog.Tables.PG_CLASS;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_DEPEND;
import static org.jooq.meta.postgres.pg_catalog.Tables.PG_NAMESPACE;

import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What the generated catalog of jOOQ lacks: functions and the catalog of access methods.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html">PostgreSQL: system
 *     information functions</a>
 */
final class Catalog {

  /** The first OID that is not of the server's own objects. */
  static final int FIRST_OBJECT = 16384;

  /**
   * The schemas that are looked at, for queries that are written as text: the current one, whose
   * name is not said, and those of the array {@code {0}}.
   */
  static final String SCOPE =
      """
      scope as (
        select n.oid, n.nspname,
          case when n.nspname = current_schema() then ''
            else quote_ident(n.nspname) || '.' end as prefix
        from pg_catalog.pg_namespace as n
        where n.nspname = current_schema() or n.nspname = any ({0}::text[]))""";

  private static final Name PG_AM_NAME = DSL.name("pg_catalog", "pg_am");

  /** The access methods of indexes and tables. */
  static final Table<Record> PG_AM = DSL.table(PG_AM_NAME);

  static final Field<Long> PG_AM_OID = DSL.field(PG_AM_NAME.append("oid"), SQLDataType.BIGINT);
  static final Field<String> PG_AM_AMNAME =
      DSL.field(PG_AM_NAME.append("amname"), SQLDataType.VARCHAR);

  /** The schema of a {@code pg_namespace} row; NULL for the connection's current one. */
  static final Field<String> RELATIVE_SCHEMA = relativeSchema(PG_NAMESPACE.NSPNAME);

  private Catalog() {}

  static Field<String> relativeSchema(Field<String> name) {
    return DSL.field("nullif({0}::text, current_schema()::text)", String.class, name);
  }

  /** Whether a {@code pg_namespace} row is the current schema or one of these. */
  static Condition inSchemas(Collection<String> schemas) {
    return PG_NAMESPACE
        .NSPNAME
        .eq(DSL.field("current_schema()", String.class))
        .or(PG_NAMESPACE.NSPNAME.in(schemas));
  }

  /**
   * Whether an object does not belong to an extension.
   *
   * @param catalog the catalog that holds the object: {@code pg_class}, {@code pg_type}
   * @param oid the object
   */
  static Condition ownedByNoExtension(String catalog, Field<Long> oid) {
    return DSL.notExists(
        DSL.selectOne()
            .from(PG_DEPEND)
            .where(
                PG_DEPEND.CLASSID.eq(DSL.field("{0}::regclass", Long.class, DSL.inline(catalog))))
            .and(PG_DEPEND.OBJID.eq(oid))
            .and(PG_DEPEND.DEPTYPE.eq(DSL.inline("e"))));
  }

  /** The tables of the schemas: ordinary and partitioned ones, and partitions. */
  static Select<Record1<Long>> tables(Collection<String> schemas) {
    return DSL.select(PG_CLASS.OID)
        .from(PG_CLASS)
        .join(PG_NAMESPACE)
        .on(PG_NAMESPACE.OID.eq(PG_CLASS.RELNAMESPACE))
        .where(isTable(schemas));
  }

  /** Whether a {@code pg_class} row, joined with its schema, is such a table. */
  static Condition isTable(Collection<String> schemas) {
    return inSchemas(schemas)
        .and(PG_CLASS.RELKIND.in(DSL.inline("r"), DSL.inline("p")))
        .and(ownedByNoExtension("pg_catalog.pg_class", PG_CLASS.OID));
  }

  /** A column of a catalog that jOOQ does not know, or does not know as it is. */
  static <T> Field<T> column(Table<?> catalog, String name, Class<T> type) {
    return DSL.field(catalog.getQualifiedName().append(name), type);
  }

  /** Settings, as {@code pg_class.reloptions} holds them: {@code {fillfactor=70}}. */
  static Field<String[]> settings(Table<?> catalog, String name) {
    return DSL.field(
        "coalesce({0}, '{}')::text[]",
        String[].class, DSL.field(catalog.getQualifiedName().append(name)));
  }

  /** The name of the tablespace of a {@code pg_class} row; NULL for the database's own place. */
  static Field<String> tablespace(Table<?> relation) {
    return DSL.field(
        "(select spcname::text from pg_catalog.pg_tablespace where oid = {0})",
        String.class, DSL.field(relation.getQualifiedName().append("reltablespace")));
  }

  /**
   * The name of a collation that is not the one its type has anyway, else NULL. One of another
   * schema is written in quotes, {@code "app"."german"}, since names of collations have dots in
   * them.
   *
   * @param collation its OID
   * @param usual that of the type's collation
   */
  static Field<String> collation(Field<?> collation, Field<?> usual) {
    return DSL.field(
        """
        (select case when n.nspname in ('pg_catalog', current_schema()) then c.collname::text
          else concat('"', replace(n.nspname, '"', '""'), '"."', replace(c.collname, '"', '""'), '"')
          end
        from pg_catalog.pg_collation as c
        join pg_catalog.pg_namespace as n on n.oid = c.collnamespace
        where c.oid = {0} and c.oid <> {1})""",
        String.class, collation, usual);
  }

  static Field<String> formatType(Field<Long> type, Field<Integer> modifier) {
    return DSL.field("pg_catalog.format_type({0}, {1})", String.class, type, modifier);
  }

  /**
   * An expression as text, with few parentheses.
   *
   * @param column the column of the catalog that holds it, as a tree
   * @param table the table whose columns it names
   */
  static Field<String> expression(Table<?> catalog, String column, Field<Long> table) {
    return DSL.field(
        "pg_catalog.pg_get_expr({0}, {1}, true)",
        String.class, DSL.field(catalog.getQualifiedName().append(column)), table);
  }

  static Field<String> indexKey(Field<Long> index, Field<Integer> place) {
    return DSL.field("pg_catalog.pg_get_indexdef({0}, {1}, true)", String.class, index, place);
  }

  static Field<String> tableComment(Field<Long> table) {
    return DSL.field("pg_catalog.obj_description({0}, 'pg_class')", String.class, table);
  }

  static Field<String> columnComment(Field<Long> table, Field<Short> column) {
    return DSL.field("pg_catalog.col_description({0}, {1})", String.class, table, column);
  }

  /** The names of a table's columns, given by their numbers, in that order. */
  static Field<String[]> columnNames(Field<Long> table, Field<Short[]> numbers) {
    return DSL.field(
        """
        array(
          select a.attname::text
          from unnest({1}) with ordinality as k(number, place)
          join pg_catalog.pg_attribute as a on a.attrelid = {0} and a.attnum = k.number
          order by k.place)""",
        String[].class, table, numbers);
  }

  /** The element of an {@code int2vector}, counted from 0. */
  static Field<Integer> element(Field<?> vector, Field<Integer> place) {
    return DSL.field("{0}[{1}]::integer", Integer.class, vector, place);
  }
}
