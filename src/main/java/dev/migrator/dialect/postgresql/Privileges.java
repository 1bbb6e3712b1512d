package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.literal;

import dev.migrator.schema.Definition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The owners and privileges of views and routines that make way and come back. Which there are, the
 * server alone knows when the statements run: it keeps them as a setting of the transaction.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">PostgreSQL: privileges</a>
 */
final class Privileges {

  /** Who has a privilege, and whether it may be passed on. */
  private static final String HOLDER =
      """
          CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
            CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END""";

  private static final String RELATION =
      """
          SELECT format('ALTER TABLE %%s OWNER TO %%I', %1$s, pg_get_userbyid(relowner)), 1
          FROM pg_class WHERE oid = %1$s::regclass AND relowner <> current_user::regrole
          UNION ALL
          SELECT format('GRANT %%s ON TABLE %%s TO %%s%%s', privilege_type, %1$s,
            <holder>), 2
          FROM pg_class, aclexplode(relacl) WHERE oid = %1$s::regclass AND grantee <> relowner
          UNION ALL
          SELECT format('GRANT %%s (%%I) ON TABLE %%s TO %%s%%s', privilege_type, attname, %1$s,
            <holder>), 2
          FROM pg_attribute, aclexplode(attacl) WHERE attrelid = %1$s::regclass"""
          .replace("<holder>", HOLDER);

  /** Everyone may call a new routine, unless that is taken back. */
  private static final String ROUTINE =
      """
          SELECT format('ALTER ROUTINE %%s OWNER TO %%I', %1$s, pg_get_userbyid(proowner)), 1
          FROM pg_proc WHERE oid = %1$s::regprocedure AND proowner <> current_user::regrole
          UNION ALL
          SELECT format('REVOKE ALL ON ROUTINE %%s FROM PUBLIC', %1$s), 2
          FROM pg_proc WHERE oid = %1$s::regprocedure AND proacl IS NOT NULL
          UNION ALL
          SELECT format('GRANT %%s ON ROUTINE %%s TO %%s%%s', privilege_type, %1$s,
            <holder>), 3
          FROM pg_proc, aclexplode(proacl) WHERE oid = %1$s::regprocedure AND grantee <> proowner"""
          .replace("<holder>", HOLDER);

  private final String setting;
  private final List<String> queries;

  /**
   * @param name tells these from others that make way at the same time
   * @param definitions what makes way
   */
  Privileges(String name, List<Definition> definitions) {
    setting = literal("migrator." + name);
    queries = definitions.stream().flatMap(each -> query(each).stream()).toList();
  }

  private static Optional<String> query(Definition definition) {
    String identity = literal(definition.identity());
    if (definition.kind().isView()) {
      return Optional.of(RELATION.formatted(identity));
    }
    return definition.kind().isCallable()
        ? Optional.of(ROUTINE.formatted(identity))
        : Optional.empty();
  }

  /** The statement that keeps them, to be run while the things are there. */
  List<String> keep() {
    return queries.isEmpty()
        ? List.of()
        : List.of(
            block(
                """
                  PERFORM set_config(%s, coalesce(string_agg(change, '; ' ORDER BY place), ''), true)
                  FROM (
                %s
                  ) AS changes (change, place);\
                """
                    .formatted(
                        setting,
                        queries.stream().collect(Collectors.joining("\n    UNION ALL\n")))));
  }

  /** The statement that gives them back, to be run when the things are there again. */
  List<String> giveBack() {
    return queries.isEmpty()
        ? List.of()
        : List.of(
            block(
                "  IF current_setting(%1$s) <> '' THEN\n    EXECUTE current_setting(%1$s);\n  END IF;"
                    .formatted(setting)));
  }

  private static String block(String body) {
    return "DO " + PostgresqlIdentifiers.dollarQuoted("BEGIN\n" + body + "\nEND");
  }
}
