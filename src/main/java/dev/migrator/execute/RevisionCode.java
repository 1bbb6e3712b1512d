package dev.migrator.execute;

import java.sql.Connection;

/** A class of the user's that is run as part of a revision. */
public interface RevisionCode {

  /**
   * Does its part. What it does is committed with the revision, or rolled back with it.
   *
   * @param connection the revision's connection, inside its transaction; it refuses to commit, to
   *     roll back and to close
   * @throws Exception to make the revision fail
   */
  void run(Connection connection) throws Exception;
}
