package dev.migrator.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** The terminal that a process was started from. */
final class Terminal {

  private Terminal() {}

  /** Whether results are shown on a terminal that knows colours. */
  static boolean out() {
    return Ansi.AUTO.enabled();
  }

  /** Whether errors are; Java does not know, but Linux does. */
  static boolean err() {
    Path descriptor = Path.of("/proc/self/fd/2");
    try {
      return Files.isSymbolicLink(descriptor)
          ? Files.readSymbolicLink(descriptor).toString().matches("/dev/(pts/|tty|console).*")
          : out();
    } catch (IOException unreadable) {
      return out();
    }
  }

  /** What a person types; empty where input or output is a file or another program. */
  static Optional<BufferedReader> person() {
    return Optional.ofNullable(System.console())
        .filter(Terminal::isInteractive)
        .map(console -> new BufferedReader(console.reader()));
  }

  /** Since Java 22 there is a console even where there is no terminal, and a method that tells. */
  private static boolean isInteractive(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (ReflectiveOperationException unknown) {
      return false;
    }
  }
}
