package dev.migrator.cli;

import dev.migrator.command.CommandException;
import dev.migrator.command.Decisions.Answer;
import dev.migrator.command.Decisions.Questions;
import dev.migrator.diff.RenameCandidate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/** Asks the person at the terminal whether something is renamed. */
final class RenameQuestions implements Questions {

  private final Optional<BufferedReader> person;
  private final Output output;

  RenameQuestions(CliEnvironment environment, Output output) {
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
    output.question("  d  drop the one and add the other: its data is lost");
    output.question("  q  quit, and write nothing");
    while (true) {
      output.question("r, d or q?");
      switch (line(reader)) {
        case "r" -> {
          return Answer.RENAME;
        }
        case "d" -> {
          return Answer.DROP;
        }
        case "q" -> throw new CommandException("quit; nothing was written");
        default -> {
          // Asked again.
        }
      }
    }
  }

  /** What was typed; the end of the input is a no to everything. */
  private static String line(BufferedReader reader) {
    try {
      String line = reader.readLine();
      return line == null ? "q" : line.strip().toLowerCase(Locale.ROOT);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
