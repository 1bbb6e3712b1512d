package dev.migrator.execute;

import java.time.Duration;
import java.util.Map;

/**
 * How steps are executed.
 *
 * @param tables the tool's own tables
 * @param lockTimeout how long to wait while another migration runs; zero tries once
 * @param ddlLockTimeout how long a statement may wait for a lock of the database's own
 * @param arguments the values that revisions take from the command line
 * @param toolVersion the version that the history records
 */
public record ExecutionSettings(
    OwnTables tables,
    Duration lockTimeout,
    Duration ddlLockTimeout,
    Map<String, String> arguments,
    String toolVersion) {

  public ExecutionSettings {
    arguments = Map.copyOf(arguments);
  }
}
