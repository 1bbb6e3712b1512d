package dev.migrator.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a PostgreSQL database holds, a line each, sorted, in the words of the server's own
 * functions: what {@code pg_dump --schema-only} would show, without owners, privileges and the
 * tool's own tables.
 */
public final class CatalogDump {

  /** The schemas that a person made, and {@code public}. */
  private static final String OURS = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

  private static final String NOT_OF_EXTENSION =
      """
      NOT EXISTS (
        SELECT FROM pg_depend AS extended
        WHERE extended.classid = '%s'::regclass AND extended.objid = %s.oid
          AND extended.deptype = 'e')""";

  private static final String NOT_OWN = "c.relname NOT LIKE 'migrator\\_%'";

  private static final List<String> QUERIES =
      List.of(
          """
          SELECT 'schema', n.nspname FROM pg_namespace AS n WHERE %s AND %s
          """
              .formatted(OURS, notOfExtension("pg_namespace", "n")),
          """
          SELECT 'extension', e.extname, n.nspname
          FROM pg_extension AS e JOIN pg_namespace AS n ON n.oid = e.extnamespace
          WHERE e.extname <> 'plpgsql'
          """,
          """
          SELECT 'enum', t.oid::regtype, array(
            SELECT enumlabel FROM pg_enum WHERE enumtypid = t.oid ORDER BY enumsortorder)
          FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace
          WHERE t.typtype = 'e' AND %s AND %s
          """
              .formatted(OURS, notOfExtension("pg_type", "t")),
          """
          SELECT 'domain', t.oid::regtype, format_type(t.typbasetype, t.typtypmod), t.typnotnull,
            t.typdefault, (SELECT collname FROM pg_collation WHERE oid = t.typcollation)
          FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace
          WHERE t.typtype = 'd' AND %s AND %s
          """
              .formatted(OURS, notOfExtension("pg_type", "t")),
          """
          SELECT 'range', t.oid::regtype, r.rngsubtype::regtype, r.rngsubopc, r.rngcollation::regcollation,
            r.rngcanonical, r.rngsubdiff, r.rngmultitypid::regtype
          FROM pg_range AS r JOIN pg_type AS t ON t.oid = r.rngtypid
          JOIN pg_namespace AS n ON n.oid = t.typnamespace
          WHERE %s AND %s
          """
              .formatted(OURS, notOfExtension("pg_type", "t")),
          """
          SELECT 'sequence', c.oid::regclass, format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement,
            s.seqmin, s.seqmax, s.seqcache, s.seqcycle, c.relpersistence, (
              SELECT d.refobjid::regclass || '.' || a.attname || ' ' || d.deptype::text
              FROM pg_depend AS d
              JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
              WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i'))
          FROM pg_sequence AS s JOIN pg_class AS c ON c.oid = s.seqrelid
          JOIN pg_namespace AS n ON n.oid = c.relnamespace
          WHERE %s AND %s AND %s
          """
              .formatted(OURS, NOT_OWN, notOfExtension("pg_class", "c")),
          """
          SELECT 'relation', c.relkind, c.oid::regclass, c.relpersistence, c.reloptions,
            (SELECT reloptions FROM pg_class AS t WHERE t.oid = c.reltoastrelid),
            (SELECT amname FROM pg_am WHERE oid = c.relam), c.reltablespace, c.relrowsecurity,
            c.relforcerowsecurity, c.relreplident, c.relispopulated,
            CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END,
            pg_get_expr(c.relpartbound, c.oid),
            array(SELECT inhparent::regclass FROM pg_inherits WHERE inhrelid = c.oid ORDER BY inhseqno),
            CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END
          FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
          WHERE c.relkind IN ('r', 'p', 'v', 'm', 'c', 'f') AND %s AND %s AND %s
          """
              .formatted(OURS, NOT_OWN, notOfExtension("pg_class", "c")),
          """
          SELECT 'column', c.oid::regclass, row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum),
            a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated,
            pg_get_expr(d.adbin, d.adrelid), a.attcollation::regcollation, a.attstorage,
            a.attcompression, nullif(a.attstattarget, -1), a.attoptions, a.attislocal
          FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
          JOIN pg_namespace AS n ON n.oid = c.relnamespace
          LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
          WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'c', 'f')
            AND %s AND %s AND %s
          """
              .formatted(OURS, NOT_OWN, notOfExtension("pg_class", "c")),
          """
          SELECT 'constraint', x.conrelid::regclass, x.contypid::regtype, x.conname,
            pg_get_constraintdef(x.oid), x.conislocal
          FROM pg_constraint AS x JOIN pg_namespace AS n ON n.oid = x.connamespace
          LEFT JOIN pg_class AS c ON c.oid = x.conrelid
          WHERE x.contype <> 't' AND NOT (x.contype = 'f' AND x.conparentid <> 0)
            AND %s AND coalesce(%s, true) AND %s
          """
              .formatted(OURS, NOT_OWN, notOfExtension("pg_constraint", "x")),
          """
          SELECT 'index', i.indexrelid::regclass, pg_get_indexdef(i.indexrelid), c.reloptions,
            c.reltablespace, i.indisclustered, i.indisreplident, i.indisvalid, array(
              SELECT attnum || ':' || attstattarget FROM pg_attribute
              WHERE attrelid = c.oid AND attstattarget >= 0)
          FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid
          JOIN pg_class AS t ON t.oid = i.indrelid
          JOIN pg_namespace AS n ON n.oid = c.relnamespace
          WHERE %s AND t.relname NOT LIKE 'migrator\\_%%' AND %s
          """
              .formatted(OURS, notOfExtension("pg_class", "c")),
          """
          SELECT 'function', p.oid::regprocedure, p.prokind,
            CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) END,
            (SELECT row(aggtransfn, aggfinalfn, aggcombinefn, agginitval, aggsortop, aggtranstype::regtype, aggkind)
              FROM pg_aggregate WHERE aggfnoid = p.oid)
          FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
          WHERE %s AND %s
            AND NOT EXISTS (
              SELECT FROM pg_depend AS i
              WHERE i.classid = 'pg_proc'::regclass AND i.objid = p.oid AND i.deptype = 'i')
          """
              .formatted(OURS, notOfExtension("pg_proc", "p")),
          """
          SELECT 'trigger', t.tgrelid::regclass, pg_get_triggerdef(t.oid), t.tgenabled
          FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
          JOIN pg_namespace AS n ON n.oid = c.relnamespace
          LEFT JOIN pg_trigger AS above ON above.oid = t.tgparentid
          WHERE (NOT t.tgisinternal AND t.tgparentid = 0 OR t.tgenabled <> above.tgenabled) AND %s
          """
              .formatted(OURS),
          """
          SELECT 'rule', pg_get_ruledef(r.oid), r.ev_enabled
          FROM pg_rewrite AS r JOIN pg_class AS c ON c.oid = r.ev_class
          JOIN pg_namespace AS n ON n.oid = c.relnamespace
          WHERE r.rulename <> '_RETURN' AND %s
          """
              .formatted(OURS),
          """
          SELECT 'policy', p.polrelid::regclass, p.polname, p.polcmd, p.polpermissive,
            array(SELECT CASE WHEN r = 0 THEN 'public' ELSE pg_get_userbyid(r) END FROM unnest(p.polroles) AS r),
            pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
          FROM pg_policy AS p
          """,
          """
          SELECT 'event trigger', e.evtname, e.evtevent, e.evtfoid::regprocedure, e.evtenabled, e.evttags
          FROM pg_event_trigger AS e WHERE %s
          """
              .formatted(notOfExtension("pg_event_trigger", "e")),
          """
          SELECT 'statistics', pg_get_statisticsobjdef(s.oid), s.stxstattarget
          FROM pg_statistic_ext AS s JOIN pg_namespace AS n ON n.oid = s.stxnamespace WHERE %s
          """
              .formatted(OURS),
          """
          SELECT 'cast', format_type(x.castsource, NULL), format_type(x.casttarget, NULL),
            x.castfunc::regprocedure, x.castcontext, x.castmethod
          FROM pg_cast AS x WHERE x.oid >= 16384 AND %s
          """
              .formatted(notOfExtension("pg_cast", "x")),
          """
          SELECT 'operator', o.oid::regoperator, o.oprcode, o.oprcom::regoperator, o.oprnegate::regoperator, o.oprrest, o.oprjoin,
            o.oprcanmerge, o.oprcanhash
          FROM pg_operator AS o JOIN pg_namespace AS n ON n.oid = o.oprnamespace WHERE %s AND %s
          """
              .formatted(OURS, notOfExtension("pg_operator", "o")),
          """
          SELECT 'collation', l.collname, n.nspname, l.collprovider, l.collisdeterministic, l.collcollate, l.collctype
          FROM pg_collation AS l JOIN pg_namespace AS n ON n.oid = l.collnamespace WHERE %s AND %s
          """
              .formatted(OURS, notOfExtension("pg_collation", "l")),
          """
          SELECT 'text search configuration', x.cfgname, x.cfgparser, array(
            SELECT m.maptokentype || ':' || m.mapdict::regdictionary FROM pg_ts_config_map AS m
            WHERE m.mapcfg = x.oid ORDER BY m.maptokentype, m.mapseqno)
          FROM pg_ts_config AS x JOIN pg_namespace AS n ON n.oid = x.cfgnamespace WHERE %s AND %s
          """
              .formatted(OURS, notOfExtension("pg_ts_config", "x")),
          """
          SELECT 'comment', pg_describe_object(d.classoid, d.objoid, d.objsubid), d.description
          FROM pg_description AS d
          WHERE d.objoid >= 16384
            AND d.classoid <> 'pg_extension'::regclass
            AND NOT EXISTS (
              SELECT FROM pg_depend AS e
              WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')
          """);

  private CatalogDump() {}

  private static String notOfExtension(String catalog, String alias) {
    return NOT_OF_EXTENSION.formatted(catalog, alias);
  }

  private static final String LITERAL =
      "\\(?'(?:[^']|'')*'::[a-z \"]+(?:\\(\\d+\\))?(?:\\)::[a-z ]+)?";

  /** A list that the server shows so once, and otherwise when it has read what it showed. */
  private static final Pattern CAST_LIST =
      Pattern.compile("\\(ARRAY\\[(%1$s(?:, %1$s)*)\\]\\)::([a-z ]+)\\[\\]".formatted(LITERAL));

  /**
   * The lines, each a kind and what the catalogs say of one thing, as a database shows them that
   * was restored from its own dump.
   */
  public static SortedSet<String> of(Connection connection) throws SQLException {
    SortedSet<String> lines = new TreeSet<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = ''");
      for (String query : QUERIES) {
        try (ResultSet rows = statement.executeQuery(query)) {
          while (rows.next()) {
            lines.add(restored(line(rows)));
          }
        }
      }
      statement.execute("RESET search_path");
    }
    return lines;
  }

  private static String restored(String line) {
    return CAST_LIST
        .matcher(line)
        .replaceAll(
            list ->
                Matcher.quoteReplacement(
                    Pattern.compile(LITERAL)
                        .matcher(list.group(1))
                        .results()
                        .map(element -> "(%s)::%s".formatted(element.group(), list.group(2)))
                        .collect(Collectors.joining(", ", "ARRAY[", "]"))));
  }

  private static String line(ResultSet rows) throws SQLException {
    StringBuilder line = new StringBuilder();
    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
      line.append(column == 1 ? "" : " | ").append(rows.getString(column));
    }
    return line.toString();
  }
}
