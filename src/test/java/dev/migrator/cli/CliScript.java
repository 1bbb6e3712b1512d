package dev.migrator.cli;

import dev.migrator.testing.SectionedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A session at the command line: files and commands, in the order in which they come about. The
 * form is described in {@code CONTRIBUTING.md}.
 *
 * @param prose what stands above the first file or command
 * @param steps the files and commands
 */
record CliScript(String prose, List<Step> steps) {

  CliScript {
    steps = List.copyOf(steps);
  }

  static CliScript read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static CliScript parse(String text) {
    StringBuilder prose = new StringBuilder();
    List<Step> steps = new ArrayList<>();
    List<String> block = new ArrayList<>();
    int start = 0;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.startsWith("$ ") || SectionedText.header(line).isPresent()) {
        finish(prose, steps, block, start);
        block = new ArrayList<>();
        start = number;
      }
      block.add(line);
    }
    finish(prose, steps, block, start);
    return new CliScript(prose.toString(), steps);
  }

  private static void finish(StringBuilder prose, List<Step> steps, List<String> block, int line) {
    if (line == 0) {
      block.forEach(text -> prose.append(text).append('\n'));
      return;
    }
    String head = block.get(0);
    List<String> body = block.subList(1, block.size());
    Optional<String> path = SectionedText.header(head);
    steps.add(
        path.isPresent()
            ? new WriteFile(path.get(), body)
            : new Command(line, head.substring(2).strip(), typed(body), Answer.parse(body)));
  }

  /** The lines that a person types while the command runs. */
  private static List<String> typed(List<String> body) {
    return body.stream()
        .filter(line -> line.startsWith("< "))
        .map(line -> line.substring(2))
        .toList();
  }

  /** Whether the first line restricts it to another database. */
  boolean runsOn(String dialect) {
    String first = prose.lines().findFirst().orElse("").strip();
    return !first.startsWith("only:") || first.equals("only: " + dialect);
  }

  @Override
  public String toString() {
    return prose + steps.stream().map(Step::toString).collect(Collectors.joining());
  }

  /** One thing that happens. */
  sealed interface Step {}

  /**
   * A file appears, or takes the place of another.
   *
   * @param path its path in the working directory
   * @param lines its lines
   */
  record WriteFile(String path, List<String> lines) implements Step {

    @Override
    public String toString() {
      return "-- %s --\n%s".formatted(path, text());
    }

    String text() {
      return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
  }

  /**
   * A command is typed.
   *
   * @param line the number of its line
   * @param text what is typed
   * @param typed what is typed while it runs, a line each
   * @param expected its answer
   */
  record Command(int line, String text, List<String> typed, Answer expected) implements Step {

    @Override
    public String toString() {
      String answers = typed.stream().map("< %s\n"::formatted).collect(Collectors.joining());
      return "$ %s\n%s%s\n".formatted(text, answers, expected);
    }
  }

  /**
   * What a command gives back.
   *
   * @param out the lines on standard output
   * @param err the lines on standard error, written with {@code ! } before them
   * @param status the exit status, written as {@code ? 3} where it is not 0
   */
  record Answer(List<String> out, List<String> err, int status) {

    static Answer parse(List<String> lines) {
      List<String> out = new ArrayList<>();
      List<String> err = new ArrayList<>();
      int status = 0;
      for (String line : lines) {
        if (line.startsWith("? ")) {
          status = Integer.parseInt(line.substring(2).strip());
        } else if (line.equals("!") || line.startsWith("! ")) {
          err.add(line.substring(Math.min(2, line.length())));
        } else if (!line.startsWith("< ")) {
          out.add(line.startsWith("\\") ? line.substring(1) : line);
        }
      }
      return new Answer(trimmed(out), trimmed(err), status);
    }

    static Answer of(String out, String err, int status) {
      return new Answer(trimmed(out.lines().toList()), trimmed(err.lines().toList()), status);
    }

    /** Without the empty lines at its end and the spaces at its lines' ends. */
    private static List<String> trimmed(List<String> lines) {
      String text = lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
      return text.isBlank() ? List.of() : text.stripTrailing().lines().toList();
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      out.forEach(line -> text.append(isMarked(line) ? "\\" : "").append(line).append('\n'));
      err.forEach(line -> text.append(("! " + line).stripTrailing()).append('\n'));
      if (status != 0) {
        text.append("? ").append(status).append('\n');
      }
      return text.toString();
    }

    private static boolean isMarked(String line) {
      return line.matches("(?s)([$!?<] |!$|\\\\).*") || SectionedText.header(line).isPresent();
    }
  }
}
