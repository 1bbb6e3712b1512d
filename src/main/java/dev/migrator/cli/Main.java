package dev.migrator.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** The command line's entry. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int code =
        run(
            List.of(arguments),
            new CliEnvironment(
                out,
                err,
                Terminal.out(),
                Terminal.err(),
                Terminal.person(),
                System.getenv(),
                Path.of("").toAbsolutePath()));
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** Runs one command in this process. */
  public static int run(List<String> arguments, CliEnvironment environment) {
    CommandLine commandLine = new CommandLine(new MigratorCommand());
    return CommandLines.configure(commandLine, environment)
        .execute(arguments.toArray(String[]::new));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
