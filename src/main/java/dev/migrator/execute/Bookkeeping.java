package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Statement;
import dev.migrator.operation.CreateTable;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.RevisionStep;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The tool's own tables together.
 *
 * @param dialect the database
 * @param versions the current revisions
 * @param history what was run
 */
record Bookkeeping(Dialect dialect, VersionTable versions, HistoryTable history) {

  static Bookkeeping of(Dialect dialect, OwnTables tables, String toolVersion) {
    return new Bookkeeping(
        dialect,
        new VersionTable(dialect, tables.version()),
        new HistoryTable(dialect, tables.history(), toolVersion));
  }

  /** What the tables tell; a table that is missing tells nothing. */
  DatabaseState read(Connection connection) {
    try {
      boolean versionsExist = exists(connection, versions.name());
      boolean historyExists = exists(connection, history.name());
      SortedSet<RevisionId> heads = versionsExist ? versions.read(connection) : new TreeSet<>();
      List<HistoryEntry> entries = historyExists ? history.read(connection) : List.of();
      return DatabaseState.of(versionsExist && historyExists, heads, entries);
    } catch (SQLException failure) {
      throw DatabaseFailure.of(
          dialect,
          "read tables %s and %s (if they are another program's, name ours with database.version_table and database.history_table)"
              .formatted(versions.name(), history.name()),
          failure);
    }
  }

  /** The names of the tables that are missing. */
  List<String> missing(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    for (Table table : List.of(versions.table(), history.table())) {
      if (!exists(connection, table.name())) {
        names.add(table.name().toString());
      }
    }
    return names;
  }

  /** The statements that create the tables that are missing. */
  List<String> createMissing(Connection connection) throws SQLException {
    List<String> statements = new ArrayList<>();
    for (Table table : List.of(versions.table(), history.table())) {
      if (!exists(connection, table.name())) {
        statements.addAll(create(table));
      }
    }
    return statements;
  }

  /** The statements that create both tables unless they are there. */
  List<String> create() {
    List<String> statements = new ArrayList<>(create(versions.table()));
    statements.addAll(create(history.table()));
    return statements;
  }

  /**
   * A database that was downgraded to base has the tables still, which a script cannot know: hence
   * {@code IF NOT EXISTS}.
   */
  private List<String> create(Table table) {
    return dialect.sqlGenerator().generate(List.of(new CreateTable(table)), Schema.EMPTY).stream()
        .map(Statement.Sql.class::cast)
        .map(sql -> sql.sql().replaceFirst("^CREATE TABLE ", "CREATE TABLE IF NOT EXISTS "))
        .toList();
  }

  /**
   * Whether a step is to be taken still, as the rows are now: another program may have been faster
   * where the database has no lock that lasts from one transaction to the next.
   *
   * @param done how many of its commit groups should be committed
   */
  boolean isDue(Connection connection, RevisionStep step, int done) throws SQLException {
    if (!versions.read(connection).equals(step.before())) {
      return false;
    }
    RevisionId id = step.revision().id();
    Optional<PartialRevision> partial =
        DatabaseState.of(true, new TreeSet<>(), history.read(connection, id)).partial(id);
    return partial.isEmpty()
        ? done == 0
        : partial.get().done() == done && partial.get().direction() == step.direction();
  }

  /** Names are compared exactly: {@code _} in a name is a wildcard to {@code getTables}. */
  private boolean exists(Connection connection, QualifiedName table) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    String schema = metaData.supportsSchemasInTableDefinitions() ? schema(connection, table) : null;
    try (ResultSet rows =
        metaData.getTables(connection.getCatalog(), schema, table.name(), new String[] {"TABLE"})) {
      while (rows.next()) {
        String owner = rows.getString("TABLE_SCHEM");
        if (table.name().equals(rows.getString("TABLE_NAME"))
            && (schema == null || schema.equals(owner))) {
          return true;
        }
      }
      return false;
    }
  }

  private static String schema(Connection connection, QualifiedName table) throws SQLException {
    Optional<String> current = Optional.ofNullable(connection.getSchema());
    return table
        .schema()
        .or(() -> current)
        .orElseThrow(
            () ->
                new MigrationException(
                    "the connection has no current schema: none that its search_path names exists."
                        + " Create it, or name another with database.schema."));
  }
}
