package dev.migrator.hibernate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of a failure and of what caused it. */
final class Causes {

  private Causes() {}

  static String of(Throwable failure) {
    List<String> messages = new ArrayList<>();
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getClass().getSimpleName() + ": " + cause.getMessage();
      if (messages.stream().noneMatch(earlier -> earlier.contains(message))) {
        messages.add(message);
      }
    }
    return String.join("\n  caused by ", messages);
  }
}
