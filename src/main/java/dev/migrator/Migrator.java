package dev.migrator;

import dev.migrator.command.Branches;
import dev.migrator.command.Check;
import dev.migrator.command.CreateRevision;
import dev.migrator.command.Current;
import dev.migrator.command.Decisions;
import dev.migrator.command.Downgrade;
import dev.migrator.command.EnsureVersion;
import dev.migrator.command.Heads;
import dev.migrator.command.History;
import dev.migrator.command.Import;
import dev.migrator.command.Init;
import dev.migrator.command.Merge;
import dev.migrator.command.NewRevision;
import dev.migrator.command.PlanMove;
import dev.migrator.command.PrintScript;
import dev.migrator.command.Project;
import dev.migrator.command.ProjectOptions;
import dev.migrator.command.Rebase;
import dev.migrator.command.RevisionInfo;
import dev.migrator.command.ShowRevision;
import dev.migrator.command.Squash;
import dev.migrator.command.Stamp;
import dev.migrator.command.Upgrade;
import dev.migrator.execute.ConnectionSource;
import dev.migrator.execute.ExecutionListener;
import dev.migrator.execute.ExecutionResult;
import dev.migrator.execute.PlannedStep;
import dev.migrator.revision.Direction;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Migrations from a Java program: at the start of a service, in a test. It does what the command
 * line does and prints nothing: a result says what was done, an {@link ExecutionListener} hears it
 * as it is done.
 *
 * <pre>{@code
 * Migrator.of(Path.of("migrator.yaml")).withDataSource(pool).upgrade("head");
 * }</pre>
 *
 * <p>An instance never changes, and each call reads the project's files anew, so one serves several
 * threads; those that change a database wait for each other, as processes do. Whatever goes wrong
 * is a {@link dev.migrator.problem.ProblemException} whose message is the sentence that the command
 * line prints.
 */
public final class Migrator {

  private final ProjectOptions options;

  private Migrator(ProjectOptions options) {
    this.options = options;
  }

  /** The project of a configuration file, with the process's environment variables. */
  public static Migrator of(Path configuration) {
    return new Migrator(ProjectOptions.of(configuration, System.getenv()));
  }

  /** Writes a commented configuration file and makes the directory of revisions, or neither. */
  public static Init.Result init(Init.Request request) {
    return Init.run(request);
  }

  /** The same project on another database. */
  public Migrator withUrl(String url) {
    return new Migrator(options.withUrl(url));
  }

  /**
   * The same project on the database of a pool; the configuration needs no URL then. Each call
   * borrows a connection and gives it back as it came.
   */
  public Migrator withDataSource(DataSource pool) {
    return new Migrator(options.withConnections(ConnectionSource.of(pool)));
  }

  /**
   * The same project on the database of a connection, which has to be in auto-commit mode and stays
   * open. Threads use it one after the other.
   */
  public Migrator withConnection(Connection connection) {
    return new Migrator(options.withConnections(ConnectionSource.of(connection)));
  }

  /** The same project in one of its environments. */
  public Migrator withEnvironment(String name) {
    return new Migrator(options.withEnvironment(name));
  }

  /** The same project with variables for the configuration's <code>${NAME}</code>. */
  public Migrator withVariables(Map<String, String> variables) {
    return new Migrator(options.withVariables(variables));
  }

  /** The same project with what {@code :name} stands for in statements that declare it. */
  public Migrator withArguments(Map<String, String> arguments) {
    return new Migrator(options.withArguments(arguments));
  }

  /** The same project with another time to wait while another migration runs. */
  public Migrator withLockTimeout(Duration timeout) {
    return new Migrator(options.withLockTimeout(timeout));
  }

  /**
   * Applies revisions.
   *
   * @param target {@code head}, {@code heads}, an id or its beginning, {@code +N}
   */
  public ExecutionResult upgrade(String target) {
    return upgrade(target, ExecutionListener.SILENT);
  }

  /** Applies revisions and tells how it goes. */
  public ExecutionResult upgrade(String target, ExecutionListener listener) {
    return Upgrade.run(project(), new Upgrade.Request(target), listener);
  }

  /**
   * The statements of an upgrade, which is not run.
   *
   * @param target as of {@link #upgrade}, or {@code FROM:TO}, for which no database is asked
   */
  public String upgradeScript(String target) {
    return script(Direction.UPGRADE, target);
  }

  /**
   * Undoes revisions.
   *
   * @param target {@code base}, an id or its beginning, {@code -N}
   */
  public ExecutionResult downgrade(String target) {
    return downgrade(target, ExecutionListener.SILENT);
  }

  /** Undoes revisions and tells how it goes. */
  public ExecutionResult downgrade(String target, ExecutionListener listener) {
    return Downgrade.run(project(), new Downgrade.Request(target), listener);
  }

  /**
   * The statements of a downgrade, which is not run.
   *
   * @param target as of {@link #downgrade}, or {@code FROM:TO}, for which no database is asked
   */
  public String downgradeScript(String target) {
    return script(Direction.DOWNGRADE, target);
  }

  /** What an upgrade or downgrade would run, which is not run. */
  public List<PlannedStep> plan(PlanMove.Request request) {
    return PlanMove.run(project(), request, warning -> {});
  }

  /** Records revisions as applied without running them. */
  public ExecutionResult stamp(String... targets) {
    return stamp(new Stamp.Request(List.of(targets), false));
  }

  /** The same, after forgetting all that is recorded where that is asked. */
  public ExecutionResult stamp(Stamp.Request request) {
    return Stamp.run(project(), request, ExecutionListener.SILENT);
  }

  /** Creates the tables that record the revisions; the names of those that were not there. */
  public List<String> ensureVersion() {
    return EnsureVersion.run(project());
  }

  /** Tells which revisions the database is at; nothing is created. */
  public Current.Result current() {
    return Current.run(project(), new Current.Request(true));
  }

  /** All revisions, newest first, from the files. */
  public List<RevisionInfo> history() {
    return history(new History.Request(Optional.empty(), false));
  }

  /** A part of the revisions, or with those marked that the database is at. */
  public List<RevisionInfo> history(History.Request request) {
    return History.run(project(), request).revisions();
  }

  /** The newest revision of each branch, from the files. */
  public List<RevisionInfo> heads() {
    return Heads.run(project(), new Heads.Request(false));
  }

  /** The revisions that several follow, from the files. */
  public List<Branches.Result> branches() {
    return Branches.run(project());
  }

  /**
   * Revisions, whole.
   *
   * @param target an id or its beginning, {@code head}, {@code heads}, or {@code current}: what the
   *     database is at
   */
  public List<ShowRevision.Result> show(String target) {
    return ShowRevision.run(project(), target);
  }

  /** Tells whether the database, the revisions and the models agree. */
  public Check.Result check() {
    return Check.run(beginning(), false, false);
  }

  /**
   * Writes a revision with what the models want of the database; none where nothing differs.
   *
   * @param message what it does, in a line
   */
  public CreateRevision.Result autogenerate(String message) {
    return revision(
        new CreateRevision.Request(
            NewRevision.of(message),
            CreateRevision.Source.DATABASE,
            false,
            Decisions.NONE,
            false,
            false));
  }

  /** Writes a revision: an empty one, or one with what the models want. */
  public CreateRevision.Result revision(CreateRevision.Request request) {
    return CreateRevision.run(beginning(), request);
  }

  /** Writes a revision that follows several heads: all, where none is named. */
  public Merge.Result merge(NewRevision revision) {
    return Merge.run(project(), revision);
  }

  /** Lets a revision that is not applied follow another one. */
  public Rebase.Result rebase(Rebase.Request request) {
    return Rebase.run(project(), request);
  }

  /** Writes one revision in place of several. */
  public Squash.Result squash(Squash.Request request) {
    return Squash.run(project(), request);
  }

  /** Writes the first revision of a database that is there already. */
  public Import.Result importDatabase(Import.Request request) {
    return Import.run(beginning(), request, ExecutionListener.SILENT);
  }

  private String script(Direction direction, String target) {
    return PrintScript.run(
        project(), new PrintScript.Request(direction, target, true), warning -> {});
  }

  private Project project() {
    return Project.open(options);
  }

  /** The project, of which there may be no directory of revisions yet. */
  private Project beginning() {
    return Project.openOrBegin(options);
  }
}
