package dev.migrator.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Reads what a database holds, by a fixed number of queries whatever the number of tables. */
public interface Inspector {

  /** The names of the schemas that people made, beside the connection's current one. */
  Set<String> schemas(Connection connection) throws SQLException;

  /** What the database holds within the scope. Nothing is changed in the database. */
  Inspection inspect(Connection connection, Scope scope) throws SQLException;
}
