package dev.migrator.dialect;

import dev.migrator.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Reads what a database holds, by a fixed number of queries whatever the number of tables. */
public interface Inspector {

  /** What the database holds within the scope. Nothing is changed in the database. */
  Inspection inspect(Connection connection, Scope scope) throws SQLException;

  /**
   * Everything that the database holds, in all schemas. Nothing is changed in the database.
   *
   * @param ownTables the tool's own tables, which are left out
   */
  Survey survey(Connection connection, Set<QualifiedName> ownTables) throws SQLException;

  /** Loads what an inspection needs, without a database; it may be left out. */
  void prepare();
}
