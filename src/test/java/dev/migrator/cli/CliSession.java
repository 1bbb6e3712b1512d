package dev.migrator.cli;

import dev.migrator.cli.CliScript.Answer;
import dev.migrator.cli.CliScript.Command;
import dev.migrator.cli.CliScript.Step;
import dev.migrator.cli.CliScript.WriteFile;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Locker;
import dev.migrator.dialect.Transaction;
import dev.migrator.dialect.postgresql.PostgresqlDialect;
import dev.migrator.dialect.sqlite.SqliteDialect;
import dev.migrator.execute.OwnTables;
import dev.migrator.testing.Folders;
import dev.migrator.testing.SourceCompiler;
import dev.migrator.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Plays a script in a directory of its own against one database. The {@code .java} files of the
 * directory are compiled into {@code classes} whenever one has changed.
 */
final class CliSession implements AutoCloseable {

  private static final Pattern WORD =
      Pattern.compile("\"([^\"]*)\"|'([^']*)'|([A-Z][A-Z0-9_]*=\"[^\"]*\"|\\S+)");
  private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z][A-Z0-9_]*)=\"?(.*?)\"?");

  private final TestDatabase database;
  private final CliScript script;
  private final Path directory;
  private final Placeholders placeholders;
  private Map<String, String> compiled = Map.of();

  CliSession(TestDatabase database, CliScript script) throws IOException {
    this.database = database;
    this.script = script;
    this.directory = Files.createTempDirectory("migrator-cli").toRealPath();
    this.placeholders = new Placeholders(script.toString(), directory, database.url());
  }

  /** The same script with what came out; what fits the placeholders stays as it is written. */
  CliScript run() throws IOException {
    List<Step> steps = new ArrayList<>();
    for (Step step : script.steps()) {
      if (step instanceof WriteFile file) {
        write(file);
        steps.add(file);
      } else if (step instanceof Command command) {
        compile();
        Answer actual = placeholders.fit(command.expected(), execute(command));
        steps.add(new Command(command.line(), command.text(), command.typed(), actual));
      }
    }
    return new CliScript(script.prose(), steps);
  }

  private void write(WriteFile file) throws IOException {
    Path path = directory.resolve(file.path());
    Files.createDirectories(path.getParent());
    Files.writeString(path, file.text());
  }

  private void compile() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        sources.put(directory.relativize(file).toString(), Files.readString(file));
      }
    }
    if (!sources.equals(compiled)) {
      Path classes = directory.resolve("classes");
      Folders.delete(classes);
      SourceCompiler.compile(sources, classes);
      compiled = sources;
    }
  }

  private Answer execute(Command command) {
    Map<String, String> variables = new HashMap<>(Map.of("DATABASE_URL", database.url()));
    List<String> words = words(command.text());
    while (!words.isEmpty() && ASSIGNMENT.matcher(words.get(0)).matches()) {
      Matcher assignment = ASSIGNMENT.matcher(words.remove(0));
      if (assignment.matches()) {
        variables.put(assignment.group(1), assignment.group(2));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status;
    try (PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      status = run(command, words, environment(outStream, errStream, command.typed(), variables));
    }
    return Answer.of(
        out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), status);
  }

  private int run(Command command, List<String> words, CliEnvironment environment) {
    List<String> arguments = words.subList(1, words.size());
    return switch (words.get(0)) {
      case "migrator" -> Main.run(arguments, environment);
      case "locked" -> whileLocked(() -> run(command, arguments, environment));
      default ->
          new ShellCommands(directory, database, environment.out())
              .run(words.get(0), arguments, command.text().replaceFirst("\\S+\\s*", ""));
    };
  }

  /** Does something while another program migrates the database. */
  private int whileLocked(IntSupplier action) {
    Dialect dialect =
        database.dialectName().equals("sqlite") ? new SqliteDialect() : new PostgresqlDialect();
    try (Connection other = database.connect();
        Locker.Lock lock =
            dialect.locker().acquire(other, OwnTables.DEFAULT.version(), Duration.ZERO)) {
      Transaction transaction = dialect.begin(other, Duration.ofSeconds(1));
      try {
        lock.verify();
        return action.getAsInt();
      } finally {
        transaction.close();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** With someone at the terminal where the script says what is typed. */
  private CliEnvironment environment(
      PrintStream out, PrintStream err, List<String> typed, Map<String, String> variables) {
    Optional<BufferedReader> person =
        Optional.of(typed)
            .filter(lines -> !lines.isEmpty())
            .map(lines -> new BufferedReader(new StringReader(String.join("\n", lines))));
    return new CliEnvironment(out, err, false, false, person, variables, directory);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(
          Stream.of(1, 2, 3).map(word::group).filter(part -> part != null).findFirst().orElse(""));
    }
    return words;
  }

  @Override
  public void close() throws IOException {
    Folders.delete(directory);
  }
}
