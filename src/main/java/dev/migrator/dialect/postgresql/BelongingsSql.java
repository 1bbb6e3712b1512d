package dev.migrator.dialect.postgresql;

/**
 * Queries for what belongs to things that come back: a statement for each, and its place among all.
 * Owners come first, since privileges are those of an owner to give.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">PostgreSQL: privileges</a>
 */
final class BelongingsSql {

  /** Who has a privilege, and whether it may be passed on. */
  private static final String HOLDER =
      """
          CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
            CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END""";

  /** Everyone may use a new type, and call a new routine, unless that is taken back. */
  static final String TYPES =
      """
          SELECT format('ALTER TYPE %%s OWNER TO %%I', oid::regtype, pg_get_userbyid(typowner)), 1
          FROM pg_type WHERE oid = ANY (ARRAY[%1$s]::regtype[]) AND typowner <> current_user::regrole
          UNION ALL
          SELECT format('REVOKE ALL ON TYPE %%s FROM PUBLIC', oid::regtype), 2
          FROM pg_type WHERE oid = ANY (ARRAY[%1$s]::regtype[]) AND typacl IS NOT NULL
          UNION ALL
          SELECT format('GRANT %%s ON TYPE %%s TO %%s%%s', privilege_type, oid::regtype,
            <holder>), 3
          FROM pg_type, aclexplode(typacl)
          WHERE oid = ANY (ARRAY[%1$s]::regtype[]) AND grantee <> typowner"""
          .replace("<holder>", HOLDER);

  /** The statements of the indexes that are wanted. */
  private static final String OF_INDEXES =
      """
          SELECT format('ALTER TABLE %%s CLUSTER ON %%I', indrelid::regclass, relname), 4
          FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
          WHERE <wanted> AND indisclustered
          UNION ALL
          SELECT format('ALTER TABLE %%s REPLICA IDENTITY USING INDEX %%I', indrelid::regclass, relname), 4
          FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
          WHERE <wanted> AND indisreplident
          UNION ALL
          SELECT format('ALTER INDEX %%s ALTER COLUMN %%s SET STATISTICS %%s', attrelid::regclass, attnum, attstattarget), 4
          FROM pg_index JOIN pg_attribute ON attrelid = indexrelid
          WHERE <wanted> AND attstattarget >= 0""";

  static final String INDEXES =
      OF_INDEXES.replace("<wanted>", "indexrelid = ANY (ARRAY[%1$s]::regclass[])");

  static final String VIEWS =
      """
          SELECT format('ALTER TABLE %%s OWNER TO %%I', oid::regclass, pg_get_userbyid(relowner)), 1
          FROM pg_class WHERE oid = ANY (ARRAY[%1$s]::regclass[]) AND relowner <> current_user::regrole
          UNION ALL
          SELECT format('GRANT %%s ON TABLE %%s TO %%s%%s', privilege_type, oid::regclass,
            <holder>), 3
          FROM pg_class, aclexplode(relacl)
          WHERE oid = ANY (ARRAY[%1$s]::regclass[]) AND grantee <> relowner
          UNION ALL
          SELECT format('GRANT %%s (%%I) ON TABLE %%s TO %%s%%s', privilege_type, attname, attrelid::regclass,
            <holder>), 3
          FROM pg_attribute, aclexplode(attacl) WHERE attrelid = ANY (ARRAY[%1$s]::regclass[])
          UNION ALL
      """
              .replace("<holder>", HOLDER)
          + OF_INDEXES.replace("<wanted>", "indrelid = ANY (ARRAY[%1$s]::regclass[])");

  private static final String OF_ROUTINES =
      """
          SELECT format('ALTER ROUTINE %%s OWNER TO %%I', oid::regprocedure, pg_get_userbyid(proowner)), 1
          FROM pg_proc WHERE <wanted> AND proowner <> current_user::regrole
          UNION ALL
          SELECT format('REVOKE ALL ON ROUTINE %%s FROM PUBLIC', oid::regprocedure), 2
          FROM pg_proc WHERE <wanted> AND proacl IS NOT NULL
          UNION ALL
          SELECT format('GRANT %%s ON ROUTINE %%s TO %%s%%s', privilege_type, oid::regprocedure,
            <holder>), 3
          FROM pg_proc, aclexplode(proacl) WHERE <wanted> AND grantee <> proowner"""
          .replace("<holder>", HOLDER);

  static final String ROUTINES =
      OF_ROUTINES.replace("<wanted>", "oid = ANY (ARRAY[%1$s]::regprocedure[])");

  /** The schema before a name, where it is not the current one. */
  private static final String PREFIX =
      "CASE nspname WHEN current_schema() THEN '' ELSE quote_ident(nspname) || '.' END";

  /** The arguments of an aggregate may have names. */
  static final String AGGREGATES =
      OF_ROUTINES.replace(
          "<wanted>",
          """
          oid IN (
            SELECT p.oid FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = pronamespace
            WHERE prokind = 'a' AND format('%%s%%I(%%s)', <prefix>, proname,
              coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*')) IN (%1$s))"""
              .replace("<prefix>", PREFIX));

  static final String OPERATORS =
      """
          SELECT format('ALTER OPERATOR %%s OWNER TO %%I', oid::regoperator, pg_get_userbyid(oprowner)), 1
          FROM pg_operator WHERE oid = ANY (ARRAY[%1$s]::regoperator[]) AND oprowner <> current_user::regrole""";

  static final String STATISTICS =
      """
          SELECT format('ALTER STATISTICS %%s%%I OWNER TO %%I', <prefix>, stxname, pg_get_userbyid(stxowner)), 1
          FROM pg_statistic_ext JOIN pg_namespace AS n ON n.oid = stxnamespace
          WHERE format('%%s%%I', <prefix>, stxname) IN (%1$s) AND stxowner <> current_user::regrole"""
          .replace("<prefix>", PREFIX);

  /** How values are kept, for the planner and on disk, and who may do what with them. */
  static final String COLUMNS =
      """
          SELECT change, place
          FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = atttypid CROSS JOIN LATERAL (
            SELECT format('GRANT %%s (%%I) ON TABLE %%s TO %%s%%s', privilege_type, attname, attrelid::regclass,
            <holder>), 3
            FROM aclexplode(attacl)
            UNION ALL
            SELECT format('ALTER TABLE ONLY %%s ALTER COLUMN %%I SET %%s', attrelid::regclass, attname, setting), 4
            FROM (VALUES
              ('STATISTICS ' || nullif(attstattarget, -1)),
              ('(' || array_to_string(attoptions, ', ') || ')'),
              (CASE WHEN attstorage <> typstorage THEN 'STORAGE ' || CASE attstorage
                WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END),
              (CASE attcompression WHEN 'p' THEN 'COMPRESSION pglz' WHEN 'l' THEN 'COMPRESSION lz4' END)
            ) AS settings (setting) WHERE setting IS NOT NULL
          ) AS changes (change, place)
          WHERE (attrelid, attname) IN (%1$s)"""
          .replace("<holder>", HOLDER);

  private BelongingsSql() {}
}
