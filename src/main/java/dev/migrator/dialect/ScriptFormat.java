package dev.migrator.dialect;

import java.util.List;
import java.util.SortedSet;

/** What a script for the database's own shell ({@code psql}, {@code sqlite3}) needs around it. */
public interface ScriptFormat {

  /** The lines at the head that make the shell stop at the first error. */
  List<String> stopOnError();

  /** The statement that opens a transaction. */
  String begin();

  /** The statement that commits it. */
  String commit();

  /**
   * Statements that fail unless the version table holds exactly these rows.
   *
   * @param versionTable the version table, as SQL
   * @param expected the revisions in it
   */
  List<String> assertVersions(String versionTable, SortedSet<String> expected);
}
