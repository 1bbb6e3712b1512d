package dev.migrator.dialect.postgresql;

import dev.migrator.schema.Definition;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the functions and procedures whose bodies the server would no more take, since what they
 * name has gone after they were made. A copy of them is made as {@code pg_dump} makes one: with the
 * check of bodies off.
 *
 * @see <a href="https://www.postgresql.org/docs/current/plhandler.html">Validators of languages</a>
 */
final class StaleRoutines {

  /** The call that checks each routine, and its name. */
  private static final String CHECKS =
      """
      SELECT format('%s(%s)', l.lanvalidator::pg_catalog.regproc, p.oid),
        p.oid::pg_catalog.regprocedure, p.prokind = 'p'
      FROM pg_catalog.pg_proc AS p
      JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang
      JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
      WHERE l.lanvalidator <> 0 AND p.prokind <> 'a'
        AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
        AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend AS e
          WHERE e.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND e.objid = p.oid
            AND e.deptype = 'e')
      ORDER BY p.oid""";

  /**
   * A routine and the call that checks it.
   *
   * @param kind its kind
   * @param identity its name, as its definition has it
   * @param call the call of the language's validator
   */
  private record Routine(Definition.Kind kind, String identity, String call) {

    boolean is(Definition definition) {
      return definition.kind() == kind && definition.identity().equals(identity);
    }
  }

  private final ScratchTransaction scratch;
  private final List<Routine> stale = new ArrayList<>();

  private StaleRoutines(ScratchTransaction scratch) {
    this.scratch = scratch;
  }

  /** The schema with such routines made unchecked. */
  static Schema unchecked(Connection connection, Schema shown) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    try (ScratchTransaction scratch = ScratchTransaction.open(connection, autoCommit)) {
      StaleRoutines routines = new StaleRoutines(scratch);
      routines.check(all(connection));
      return shown.withDefinitions(shown.definitions().stream().map(routines::unchecked).toList());
    }
  }

  private static List<Routine> all(Connection connection) throws SQLException {
    List<Routine> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(CHECKS)) {
      while (rows.next()) {
        Definition.Kind kind =
            rows.getBoolean(3) ? Definition.Kind.PROCEDURE : Definition.Kind.FUNCTION;
        found.add(
            new Routine(kind, Definition.identity(kind, rows.getString(2)), rows.getString(1)));
      }
    }
    return found;
  }

  /** Where the server does not take some of them, it is asked for either half. */
  private void check(List<Routine> together) throws SQLException {
    if (together.isEmpty() || scratch.runs(query(together))) {
      return;
    }
    if (together.size() == 1) {
      stale.add(together.get(0));
      return;
    }
    int half = together.size() / 2;
    check(together.subList(0, half));
    check(together.subList(half, together.size()));
  }

  private static String query(List<Routine> routines) {
    return routines.stream()
        .map(routine -> "SELECT " + routine.call())
        .collect(Collectors.joining("; "));
  }

  private Definition unchecked(Definition definition) {
    return stale.stream().anyMatch(routine -> routine.is(definition))
        ? definition.withSql(Expression.of(DefinitionSql.unchecked(definition)))
        : definition;
  }
}
