package dev.migrator.cli;

import dev.migrator.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The few commands beside {@code migrator} that a script may type. */
final class ShellCommands {

  private final Path directory;
  private final TestDatabase database;
  private final PrintStream out;

  ShellCommands(Path directory, TestDatabase database, PrintStream out) {
    this.directory = directory;
    this.database = database;
    this.out = out;
  }

  /**
   * Runs one.
   *
   * @param arguments its words
   * @param text the same as they are typed
   */
  int run(String name, List<String> arguments, String text) {
    try {
      switch (name) {
        case "cat" -> {
          for (Path file : matching(arguments)) {
            out.print(Files.readString(file));
          }
        }
        case "ls" -> list(arguments);
        case "rm" -> {
          for (Path file : matching(arguments)) {
            Files.delete(file);
          }
        }
        case "example" -> copy(Path.of("src/example/java"));
        case "sql" -> sql(text);
        default -> throw new IllegalArgumentException("a script cannot type '" + name + "'");
      }
      return 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void list(List<String> arguments) throws IOException {
    Path folder = arguments.isEmpty() ? directory : directory.resolve(arguments.get(0));
    try (Stream<Path> files = Files.list(folder)) {
      files.map(file -> file.getFileName().toString()).sorted().forEach(out::println);
    }
  }

  /** Copies a folder's files into the working directory. */
  private void copy(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = directory.resolve(folder.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  /** The files that the arguments, with {@code *}, stand for. */
  private List<Path> matching(List<String> arguments) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String argument : arguments) {
      PathMatcher matcher =
          FileSystems.getDefault().getPathMatcher("glob:" + directory.resolve(argument));
      try (Stream<Path> files = Files.walk(directory)) {
        files.filter(matcher::matches).sorted().forEach(found::add);
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("no file matches " + arguments);
    }
    return found;
  }

  private void sql(String text) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      if (!statement.execute(text)) {
        return;
      }
      try (ResultSet rows = statement.getResultSet()) {
        while (rows.next()) {
          List<String> cells = new ArrayList<>();
          for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            cells.add(String.valueOf(rows.getString(column)));
          }
          out.println(String.join(" | ", cells));
        }
      }
    }
  }
}
