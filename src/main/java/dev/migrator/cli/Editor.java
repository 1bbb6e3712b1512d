package dev.migrator.cli;

import dev.migrator.command.CommandException;
import dev.migrator.command.EditRevision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The editor of the person at the terminal: {@code $VISUAL}, {@code $EDITOR}, or what every system
 * of its kind has. Where no one is at a terminal, that last one would wait for ever.
 */
final class Editor {

  private final Map<String, String> variables;
  private final Path directory;
  private final boolean attended;

  Editor(CliEnvironment environment) {
    this.variables = environment.variables();
    this.directory = environment.directory();
    this.attended = environment.person().isPresent();
  }

  /**
   * Waits until the editor is closed; what was written has to be a revision still.
   *
   * @throws CommandException if it cannot be started or fails
   */
  void open(List<Path> files) {
    String program = program();
    List<String> command = new ArrayList<>(List.of(program.strip().split("\\s+")));
    files.forEach(file -> command.add(file.toString()));
    try {
      Process editor =
          new ProcessBuilder(command).directory(directory.toFile()).inheritIO().start();
      int status = editor.waitFor();
      if (status != 0) {
        throw new CommandException(
            "the editor '%s' ended with status %d.".formatted(program, status));
      }
    } catch (IOException failure) {
      throw new CommandException(
          "the editor '%s' cannot be started. Set EDITOR to one that is there.".formatted(program),
          failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandException("interrupted while the editor was open.", interrupted);
    }
    EditRevision.verify(files);
  }

  private String program() {
    String otherwise = System.getProperty("os.name", "").startsWith("Windows") ? "notepad" : "vi";
    return Stream.of("VISUAL", "EDITOR")
        .map(name -> variables.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .or(() -> Optional.of(otherwise).filter(program -> attended))
        .orElseThrow(
            () ->
                new CommandException(
                    "no one is at a terminal, and neither VISUAL nor EDITOR names an editor. Set one."));
  }
}
