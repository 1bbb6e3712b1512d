package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.ScriptFormat;
import dev.migrator.dialect.sqlite.Assertion.Condition;
import java.util.List;
import java.util.SortedSet;

/**
 * Scripts for {@code sqlite3}.
 *
 * @see <a href="https://www.sqlite.org/cli.html">SQLite: command line shell</a>
 */
final class SqliteScriptFormat implements ScriptFormat {

  /**
   * The shell protects the catalog, to which a rebuild of a table gives its triggers back, and does
   * not enforce foreign keys, as a connection of the tool does.
   */
  @Override
  public List<String> stopOnError() {
    return List.of(".bail on", ".dbconfig defensive off", "PRAGMA foreign_keys = ON;");
  }

  @Override
  public String begin() {
    return "BEGIN IMMEDIATE";
  }

  @Override
  public String commit() {
    return "COMMIT";
  }

  @Override
  public List<String> assertVersions(String versionTable, SortedSet<String> expected) {
    String message =
        expected.isEmpty()
            ? "this script starts from an empty database, which this is not"
            : "this script starts from revision %s, which this database is not at"
                .formatted(String.join(", ", expected));
    String counts =
        "(SELECT count(*) FROM %s) = %d AND (SELECT count(*) FROM %s WHERE revision IN (%s)) = %d"
            .formatted(
                versionTable,
                expected.size(),
                versionTable,
                Identifiers.literals(List.copyOf(expected)),
                expected.size());
    return Assertion.sql(List.of(new Condition(message, counts)));
  }
}
