package dev.migrator;

import dev.migrator.command.Check;
import dev.migrator.command.Current;
import dev.migrator.command.Downgrade;
import dev.migrator.command.Project;
import dev.migrator.command.ProjectOptions;
import dev.migrator.command.Stamp;
import dev.migrator.command.Upgrade;
import dev.migrator.execute.ExecutionListener;
import dev.migrator.execute.ExecutionResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Migrations from a Java program: at the start of a service, in a test. It does what the command
 * line does and prints nothing. Each call reads the project's files anew and uses a connection of
 * its own, so one instance serves several threads.
 *
 * <pre>{@code
 * Migrator.of(Path.of("migrator.yaml")).upgrade("head");
 * }</pre>
 */
public final class Migrator {

  private final ProjectOptions options;

  private Migrator(ProjectOptions options) {
    this.options = options;
  }

  /** The project of a configuration file, with the process's environment variables. */
  public static Migrator of(Path configuration) {
    return new Migrator(
        new ProjectOptions(
            configuration,
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            System.getenv(),
            Optional.empty()));
  }

  /** The same project on another database. */
  public Migrator withUrl(String url) {
    return new Migrator(options.withUrl(url));
  }

  /** The same project in one of its environments. */
  public Migrator withEnvironment(String name) {
    return new Migrator(options.withEnvironment(name));
  }

  /** The same project with variables for the configuration's <code>${NAME}</code>. */
  public Migrator withVariables(Map<String, String> variables) {
    return new Migrator(options.withVariables(variables));
  }

  /**
   * Applies revisions.
   *
   * @param target {@code head}, {@code heads}, an id or its beginning, {@code +N}
   * @throws dev.migrator.problem.ProblemException with a sentence, if that cannot be done
   */
  public ExecutionResult upgrade(String target) {
    return upgrade(target, ExecutionListener.SILENT);
  }

  /** Applies revisions and tells how it goes. */
  public ExecutionResult upgrade(String target, ExecutionListener listener) {
    return Upgrade.run(Project.open(options), new Upgrade.Request(target), listener);
  }

  /**
   * Undoes revisions.
   *
   * @param target {@code base}, an id or its beginning, {@code -N}
   * @throws dev.migrator.problem.ProblemException with a sentence, if that cannot be done
   */
  public ExecutionResult downgrade(String target) {
    return downgrade(target, ExecutionListener.SILENT);
  }

  /** Undoes revisions and tells how it goes. */
  public ExecutionResult downgrade(String target, ExecutionListener listener) {
    return Downgrade.run(Project.open(options), new Downgrade.Request(target), listener);
  }

  /** Records revisions as applied without running them. */
  public ExecutionResult stamp(String... targets) {
    return Stamp.run(
        Project.open(options),
        new Stamp.Request(List.of(targets), false),
        ExecutionListener.SILENT);
  }

  /** Tells which revisions the database is at; nothing is created. */
  public Current.Result current() {
    return Current.run(Project.open(options), new Current.Request(true));
  }

  /** Tells whether the database, the revisions and the models agree. */
  public Check.Result check() {
    return Check.run(Project.openOrBegin(options), false, false);
  }
}
