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

  /** What fits into a line of any terminal. */
  private static final int STATUS_WIDTH = 79;

  /** To the line's begin, then erases to its end: ECMA-48, 8.3.41. */
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final PrintStream err;
  private final Path directory;
  private final GlobalOptions options;
  private final Ansi outAnsi;
  private final Ansi errAnsi;
  private final boolean showsStatus;
  private boolean statusShown;

  Output(CliEnvironment environment, GlobalOptions options) {
    this.out = environment.out();
    this.err = environment.err();
    this.directory = environment.directory();
    this.options = options;
    this.outAnsi = ansi(environment, options, environment.outTerminal());
    this.errAnsi = ansi(environment, options, environment.errTerminal());
    this.showsStatus = environment.errTerminal() && !isDumb(environment) && !options.quiet;
  }

  private static Ansi ansi(CliEnvironment environment, GlobalOptions options, boolean terminal) {
    boolean coloured =
        switch (options.color) {
          case always -> true;
          case never -> false;
          case auto ->
              terminal
                  && environment.variables().getOrDefault("NO_COLOR", "").isEmpty()
                  && !isDumb(environment);
        };
    return coloured ? Ansi.ON : Ansi.OFF;
  }

  /** A terminal that writes what it is given. */
  private static boolean isDumb(CliEnvironment environment) {
    return environment.variables().getOrDefault("TERM", "").equals("dumb");
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

  /** What is going on, in a line that the next one takes the place of; on a terminal alone. */
  void status(String line) {
    if (showsStatus) {
      String text = relative(line).lines().findFirst().orElse("");
      endStatus();
      err.print(text.substring(0, Math.min(STATUS_WIDTH, text.length())));
      err.flush();
      statusShown = true;
    }
  }

  /** Takes the line away. */
  void endStatus() {
    if (statusShown) {
      err.print(CLEAR_LINE);
      err.flush();
      statusShown = false;
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
    err.println(styled(errAnsi, "yellow", "warning:") + " " + relative(sentence));
  }

  void error(String sentence) {
    err.println(styled(errAnsi, "red,bold", "error:") + " " + relative(sentence));
  }

  /** A part of a result in a style of picocli's markup, where colours are on. */
  String styled(String style, String text) {
    return styled(outAnsi, style, text);
  }

  private static String styled(Ansi ansi, String style, String text) {
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
