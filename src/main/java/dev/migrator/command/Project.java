package dev.migrator.command;

import dev.migrator.config.Configuration;
import dev.migrator.config.ConfigurationReader;
import dev.migrator.config.DatabaseUrl;
import dev.migrator.dialect.Dialect.Access;
import dev.migrator.execute.Database;
import dev.migrator.execute.OwnTables;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.file.RevisionDirectory;
import dev.migrator.schema.Schema;
import java.time.Duration;
import java.util.Set;
import java.util.SortedSet;

/**
 * A project as its files are at this moment: its settings, its revisions and how these hang
 * together. The database is asked only by what needs it.
 */
public final class Project {

  private final ProjectOptions options;
  private final Configuration configuration;
  private final RevisionDirectory revisions;
  private final RevisionGraph graph;

  private Project(ProjectOptions options, Configuration configuration) {
    this.options = options;
    this.configuration = configuration;
    this.revisions = RevisionDirectory.open(configuration.migrations().directories());
    this.graph = revisions.graph();
  }

  /**
   * Reads the settings and the heads of all revision files.
   *
   * @throws dev.migrator.problem.ProblemException if one of them is malformed
   */
  public static Project open(ProjectOptions options) {
    return new Project(
        options,
        ConfigurationReader.read(
            options.configuration(), options.environment(), options.url(), options.variables()));
  }

  ProjectOptions options() {
    return options;
  }

  Configuration configuration() {
    return configuration;
  }

  RevisionDirectory revisions() {
    return revisions;
  }

  RevisionGraph graph() {
    return graph;
  }

  /** The names of the tool's own tables. */
  OwnTables ownTables() {
    return OwnTables.of(
        configuration.database().versionTable(), configuration.database().historyTable());
  }

  /** How long to wait while another migration runs. */
  Duration lockTimeout() {
    return options.lockTimeout().orElse(configuration.database().lockTimeout());
  }

  /** Connects to the database. */
  Database connect(Access access) {
    DatabaseUrl url = configuration.database().url();
    return Database.open(Dialects.named(url.dialect()), url.jdbc(), url.credentials(), access);
  }

  /** The version rows of the database. */
  SortedSet<RevisionId> currentRows() {
    try (Database database = connect(Access.READ)) {
      return database.state(ownTables()).heads();
    }
  }

  /** The schema that the revisions give for these version rows, without any database. */
  Schema replay(Set<RevisionId> rows) {
    return Replay.of(graph, revisions, rows);
  }

  /** What the applied revisions say of the database, which may have begun with more. */
  Schema replayApplied(Set<RevisionId> rows) {
    return Replay.ofApplied(graph, revisions, rows);
  }
}
