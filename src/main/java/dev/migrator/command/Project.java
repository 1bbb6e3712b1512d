package dev.migrator.command;

import dev.migrator.config.Configuration;
import dev.migrator.config.ConfigurationReader;
import dev.migrator.config.DatabaseUrl;
import dev.migrator.config.Placed;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Dialect.Access;
import dev.migrator.diff.Selection;
import dev.migrator.execute.ConnectionSource;
import dev.migrator.execute.Database;
import dev.migrator.execute.OwnTables;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.file.RevisionDirectory;
import dev.migrator.revision.file.RevisionFolders;
import dev.migrator.schema.Schema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

  private Project(
      ProjectOptions options, Configuration configuration, RevisionDirectory revisions) {
    this.options = options;
    this.configuration = configuration;
    this.revisions = revisions;
    this.graph = revisions.graph();
  }

  /**
   * Reads the settings and the heads of all revision files.
   *
   * @throws dev.migrator.problem.ProblemException if one of them is malformed
   */
  public static Project open(ProjectOptions options) {
    Configuration configuration = configuration(options);
    return new Project(options, configuration, RevisionDirectory.open(folders(configuration)));
  }

  /**
   * The same of the revisions that are sound, for what only reads them.
   *
   * @throws dev.migrator.problem.ProblemException if the settings are malformed
   */
  public static Project openSound(ProjectOptions options) {
    Configuration configuration = configuration(options);
    return new Project(options, configuration, RevisionDirectory.openSound(folders(configuration)));
  }

  /** What is wrong with the revisions that were left out, a sentence with its place each. */
  public List<String> faults() {
    return revisions.faults().stream().map(fault -> String.valueOf(fault.getMessage())).toList();
  }

  /**
   * The same for what is done before there is any revision: its directory need not be there.
   *
   * @throws dev.migrator.problem.ProblemException if one of the files is malformed
   */
  public static Project openOrBegin(ProjectOptions options) {
    Configuration configuration = configuration(options);
    return new Project(
        options, configuration, RevisionDirectory.openOrBegin(folders(configuration)));
  }

  private static Configuration configuration(ProjectOptions options) {
    return ConfigurationReader.read(
        options.configuration(), options.environment(), options.url(), options.variables());
  }

  private static RevisionFolders folders(Configuration configuration) {
    return new RevisionFolders(
        configuration.migrations().directories(), configuration.migrations().recursive());
  }

  /** The directory of revisions, if it is not there yet. */
  public Optional<Path> missingDirectory() {
    return revisions.missing();
  }

  /** The one of the directories of revisions that a text names, as the configuration does. */
  Optional<Path> directory(String text) {
    Path named = options.configuration().resolveSibling(text).normalize();
    return configuration.migrations().directories().stream()
        .filter(directory -> directory.normalize().equals(named))
        .findFirst();
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

  /** The graph as a database at these version rows sees it. */
  RevisionGraph graph(Set<RevisionId> rows) {
    boolean squashed =
        revisions.headers().stream().anyMatch(header -> !header.replaces().isEmpty());
    return squashed ? RevisionGraph.of(revisions.headers(), rows) : graph;
  }

  /** The names of the tool's own tables. */
  OwnTables ownTables() {
    return OwnTables.of(
        configuration.database().versionTable(), configuration.database().historyTable());
  }

  private static List<Selection.Entry> entries(List<Placed> patterns) {
    return patterns.stream()
        .map(
            pattern ->
                Selection.Entry.parse(pattern.text())
                    .orElseThrow(() -> pattern.problem(Selection.Entry.problem(pattern.text()))))
        .toList();
  }

  /** Which things of the revisions and the models are compared, where no database is asked. */
  Selection selection() {
    Selection selection = entries();
    return selection.equals(Selection.ALL)
        ? selection
        : selection.in(configuration.database().schema().or(() -> dialect().usualSchema()));
  }

  /** Which things of the database, the revisions and the models are compared. */
  Selection selection(Database database) {
    Selection selection = entries();
    return selection.equals(Selection.ALL) ? selection : selection.in(database.currentSchema());
  }

  private Selection entries() {
    return new Selection(
        entries(configuration.database().include()),
        entries(configuration.database().exclude()),
        Optional.empty());
  }

  /** How long to wait while another migration runs. */
  Duration lockTimeout() {
    return options.lockTimeout().orElse(configuration.database().lockTimeout());
  }

  /** Connects to the database. */
  Database connect(Access access) {
    Optional<ConnectionSource> own = options.connections();
    if (own.isPresent()) {
      return Database.borrow(own.get(), Dialects::ofProduct);
    }
    DatabaseUrl url = configuration.database().url();
    return Database.open(Dialects.named(url.dialect()), url.jdbc(), url.credentials(), access);
  }

  /** The dialect, which a URL tells without a database. */
  Dialect dialect() {
    if (options.connections().isEmpty()) {
      return Dialects.named(configuration.database().url().dialect());
    }
    try (Database database = connect(Access.READ)) {
      return database.dialect();
    }
  }

  /** The address of the database for people, without a password. */
  String address(Database database) {
    return options.connections().isPresent()
        ? database.address()
        : configuration.database().url().printable();
  }

  /** The version rows of the database. */
  SortedSet<RevisionId> currentRows() {
    try (Database database = connect(Access.READ)) {
      return database.state(ownTables()).heads();
    }
  }

  /** The schema that the revisions give for these version rows, without any database. */
  Schema replay(Set<RevisionId> rows) {
    return Replay.of(graph(rows), revisions, rows);
  }

  /** What the applied revisions say of the database, which may have begun with more. */
  Schema replayApplied(Set<RevisionId> rows) {
    return Replay.ofApplied(graph(rows), revisions, rows);
  }
}
