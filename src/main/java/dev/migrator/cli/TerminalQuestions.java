package dev.migrator.cli;

import dev.migrator.command.CommandException;
import dev.migrator.command.Decisions.Answer;
import dev.migrator.command.Decisions.Questions;
import dev.migrator.command.HeldValue;
import dev.migrator.command.UnfilledColumn;
import dev.migrator.diff.Fill;
import dev.migrator.diff.InvalidFillException;
import dev.migrator.diff.RenameCandidate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks the person at the terminal what the schemas alone do not tell. */
final class TerminalQuestions implements Questions {

  private final Optional<BufferedReader> person;
  private final Output output;

  TerminalQuestions(CliEnvironment environment, Output output) {
    this.person = environment.person();
    this.output = output;
  }

  @Override
  public Optional<Answer> ask(RenameCandidate pair) {
    return person.map(reader -> ask(pair, reader));
  }

  private Answer ask(RenameCandidate pair, BufferedReader reader) {
    output.question("The %s %s goes, and %s comes.".formatted(pair.kind(), pair.from(), pair.to()));
    output.question("  r  rename it: its data stays");
    output.question(
        pair.counted()
            ? "  d  take the one away and add the other: rows that hold it need another value"
            : "  d  drop the one and add the other: its data is lost");
    output.question("  q  quit, and write nothing");
    while (true) {
      output.question("r, d or q?");
      switch (line(reader).toLowerCase(Locale.ROOT)) {
        case "r" -> {
          return Answer.RENAME;
        }
        case "d" -> {
          return Answer.DROP;
        }
        case "q" -> throw quit();
        default -> {
          // Asked again.
        }
      }
    }
  }

  @Override
  public Optional<Fill> ask(UnfilledColumn column) {
    return person.map(reader -> ask(column, reader));
  }

  private Fill ask(UnfilledColumn column, BufferedReader reader) {
    output.question(column.describe() + ".");
    output.question("  v VALUE       give the rows this value");
    output.question("  e EXPRESSION  give each row what this SQL expression is for it");
    output.question("  q             quit, and write nothing");
    while (true) {
      output.question("v VALUE, e EXPRESSION or q?");
      Optional<Fill> fill = fill(line(reader)).filter(given -> fits(column, given));
      if (fill.isPresent()) {
        return fill.get();
      }
    }
  }

  private static Optional<Fill> fill(String line) {
    String rest = line.length() > 1 ? line.substring(2) : "";
    return switch ((line + " ").substring(0, 2).toLowerCase(Locale.ROOT)) {
      case "v " -> Optional.of(Fill.value(rest));
      case "e " -> Optional.of(Fill.expression(rest));
      case "q " -> throw quit();
      default -> Optional.empty();
    };
  }

  private boolean fits(UnfilledColumn column, Fill fill) {
    try {
      column.check(fill);
      return true;
    } catch (InvalidFillException problem) {
      output.question(String.valueOf(problem.getMessage()));
      return false;
    }
  }

  @Override
  public Optional<String> ask(HeldValue value) {
    return person.map(reader -> ask(value, reader));
  }

  private String ask(HeldValue value, BufferedReader reader) {
    List<String> others = value.lost().others();
    output.question(value.describe() + ".");
    output.question("  one of %s: give the rows this value".formatted(String.join(", ", others)));
    output.question("  q: quit, and write nothing");
    while (true) {
      output.question("which value?");
      String line = line(reader);
      if (others.contains(line)) {
        return line;
      }
      if (line.equalsIgnoreCase("q")) {
        throw quit();
      }
    }
  }

  private static CommandException quit() {
    return new CommandException("quit; nothing was written");
  }

  /** What was typed; the end of the input is a no to everything. */
  private static String line(BufferedReader reader) {
    try {
      String line = reader.readLine();
      return line == null ? "q" : line.strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
