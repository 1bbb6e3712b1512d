package dev.migrator.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads what a database holds, by a fixed number of queries whatever the number of tables. */
public interface Inspector {

  /** What the database holds within the scope. Nothing is changed in the database. */
  Inspection inspect(Connection connection, Scope scope) throws SQLException;
}
