package dev.migrator.cli;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/**
 * Prints: results to one stream, progress and errors to the other. Paths are shown as short as they
 * can be.
 */
final class Output {

  private final PrintStream out;
  private final PrintStream err;
  private final Path directory;
  private final GlobalOptions options;
  private final Ansi ansi;

  Output(CliEnvironment environment, GlobalOptions options) {
    this.out = environment.out();
    this.err = environment.err();
    this.directory = environment.directory();
    this.options = options;
    this.ansi = ansi(environment, options);
  }

  private static Ansi ansi(CliEnvironment environment, GlobalOptions options) {
    boolean coloured =
        switch (options.color) {
          case always -> true;
          case never -> false;
          case auto ->
              environment.terminal()
                  && environment.variables().getOrDefault("NO_COLOR", "").isEmpty()
                  && !environment.variables().getOrDefault("TERM", "").equals("dumb");
        };
    return coloured ? Ansi.ON : Ansi.OFF;
  }

  /** A line of a result. */
  void result(String line) {
    out.println(relative(line));
  }

  /** A line of a result that is for another program: nothing in it is changed. */
  void verbatim(String line) {
    out.println(line);
  }

  /** A result as JSON, if that was asked for. */
  boolean json(Object value) {
    if (options.output == GlobalOptions.OutputFormat.json) {
      out.println(Json.write(value));
      return true;
    }
    return false;
  }

  /** A line that tells how it goes; not with {@code --quiet}. */
  void progress(String line) {
    if (!options.quiet) {
      err.println(relative(line));
    }
  }

  /** A directory of revisions was not there and is now. */
  void madeMigrations(Path made) {
    progress("made the migrations directory " + path(made));
  }

  /** A line of a question, which is asked even with {@code --quiet}. */
  void question(String line) {
    err.println(line);
    err.flush();
  }

  /** A line for {@code --verbose}. */
  void detail(String line) {
    if (options.verbose) {
      progress(line);
    }
  }

  void warning(String sentence) {
    err.println(styled("yellow", "warning:") + " " + relative(sentence));
  }

  void error(String sentence) {
    err.println(styled("red,bold", "error:") + " " + relative(sentence));
  }

  /** A text in a style of picocli's markup, where colours are on. */
  String styled(String style, String text) {
    return ansi.enabled() ? ansi.string("@|%s %s|@".formatted(style, text)) : text;
  }

  /** A path as seen from the working directory. */
  String path(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(directory)
        ? directory.relativize(absolute).toString()
        : path.toString();
  }

  /** A text whose paths are as seen from the working directory. */
  String relative(String text) {
    return text.replace(directory + File.separator, "");
  }
}
