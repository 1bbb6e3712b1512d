package dev.migrator.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.util.Optional;

/** The terminal that a process was started from. */
final class Terminal {

  private Terminal() {}

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
