package dev.migrator.cli;

import dev.migrator.command.Decisions.Questions;
import dev.migrator.command.Project;
import dev.migrator.problem.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a command works with: the project that was asked for, and where its words go. */
final class Session {

  private final CliEnvironment environment;
  private final GlobalOptions options;
  private final Output output;

  Session(CliEnvironment environment, GlobalOptions options) {
    this.environment = environment;
    this.options = options;
    this.output = new Output(environment, options);
  }

  Output output() {
    return output;
  }

  /** Where to ask what the schemas alone do not tell. */
  Questions questions() {
    return new TerminalQuestions(environment, output);
  }

  /** What the person at the terminal edits files with. */
  Editor editor() {
    return new Editor(environment);
  }

  boolean verbose() {
    return options.verbose;
  }

  /** The configuration file that the options name. */
  Path configuration() {
    return options.configuration(environment.directory());
  }

  /** Opens the project; each call reads its files anew. */
  Project project() {
    return Project.open(options.project(environment, Optional.empty(), Optional.empty()));
  }

  /** Opens the part of the project that is sound; {@link #faults} tells what is not. */
  Project soundProject() {
    return Project.openSound(options.project(environment, Optional.empty(), Optional.empty()));
  }

  /** What is asked of the sound part; where that fails, what was left out may be the reason. */
  <T> T sound(Project project, Supplier<T> asked) {
    try {
      return asked.get();
    } catch (ProblemException problem) {
      faults(project);
      throw problem;
    }
  }

  /** Prints what was left out; the exit code tells of it as well. */
  int faults(Project project) {
    return faults(project, List.of());
  }

  /**
   * The same where there is more that is not sound.
   *
   * @param others a sentence for each
   */
  int faults(Project project, List<String> others) {
    project.faults().forEach(output::error);
    others.forEach(output::error);
    return project.faults().isEmpty() && others.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** Opens a project that may not have a directory of revisions yet. */
  Project projectOrBegin() {
    return Project.openOrBegin(options.project(environment, Optional.empty(), Optional.empty()));
  }

  /**
   * Opens the project.
   *
   * @param lockTimeout how long to wait while another migration runs, in place of the configured
   *     time
   * @param tag the argument {@code tag}, beside those of {@code -x}
   */
  Project project(Optional<Duration> lockTimeout, Optional<String> tag) {
    return Project.open(options.project(environment, lockTimeout, tag));
  }
}
