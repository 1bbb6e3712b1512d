package dev.migrator.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The database and how to behave on it.
 *
 * @param address where it is
 * @param ddlLockTimeout how long a statement may wait for a lock of the database's own
 * @param lockTimeout how long to wait while another migration runs
 * @param versionTable the table that holds the current revisions, with its schema before a dot
 *     where it is not the connection's
 * @param historyTable the table that records what was run, likewise
 * @param include patterns of what is looked at
 * @param exclude patterns of what is not
 */
public record DatabaseSettings(
    Address address,
    Duration ddlLockTimeout,
    Duration lockTimeout,
    String versionTable,
    String historyTable,
    List<Placed> include,
    List<Placed> exclude) {

  public DatabaseSettings {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /**
   * The database's address. It is put together when it is asked for, so that what needs no database
   * works where its variables are not set.
   *
   * @throws ConfigurationException if there is none, a variable is not set or the URL is malformed
   */
  public DatabaseUrl url() {
    return address.resolve();
  }

  /** The schema that names without one stand for, if it is not the server's choice. */
  public Optional<String> schema() {
    return address.schema();
  }
}
