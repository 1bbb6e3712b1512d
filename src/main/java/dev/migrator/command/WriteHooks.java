package dev.migrator.command;

import dev.migrator.config.ConfigurationReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a project runs with each file that is written: a formatter, {@code git add}. */
final class WriteHooks {

  private static final String FILE = "{file}";

  private WriteHooks() {}

  /**
   * Runs the configured commands in the folder of the configuration, one after the other; the file
   * has to be a revision still.
   *
   * @throws CommandException with what a command said, if it fails
   */
  static void run(Project project, Path file) {
    List<String> hooks = project.configuration().migrations().afterWrite();
    Path folder = ConfigurationReader.folder(project.options().configuration()).toAbsolutePath();
    hooks.forEach(hook -> run(hook, folder, file));
    if (!hooks.isEmpty()) {
      EditRevision.verify(List.of(file));
    }
  }

  private static void run(String hook, Path folder, Path file) {
    List<String> words = List.of(hook.strip().split("\\s+"));
    List<String> command =
        new ArrayList<>(words.stream().map(word -> word.replace(FILE, file.toString())).toList());
    if (command.equals(words)) {
      command.add(file.toString());
    }
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int status = process.waitFor();
      if (status != 0) {
        throw new CommandException(
            "%s was written, but the command '%s' of migrations.after_write failed with status %d%s"
                .formatted(file, hook, status, quoted(output)));
      }
    } catch (IOException failure) {
      throw new CommandException(
          "%s was written, but the command '%s' of migrations.after_write cannot be started. Correct it, or install it."
              .formatted(file, hook),
          failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandException(
          "interrupted while '%s' of migrations.after_write ran.".formatted(hook), interrupted);
    }
  }

  private static String quoted(String output) {
    return output.isEmpty()
        ? "."
        : Stream.concat(Stream.of(":"), output.lines().map(line -> "  " + line))
            .reduce((first, second) -> first + "\n" + second)
            .orElse(".");
  }
}
