package dev.migrator.execute;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says about a failure, without what its driver adds.
 *
 * @param text the message
 * @param position where in the statement, counted from 1, if the server tells
 */
record ServerMessage(String text, Optional<Integer> position) {

  /** {@code ERROR: relation "users" does not exist}, then {@code Position: 15} on a line. */
  private static final Pattern POSITION = Pattern.compile("\\n\\s*Position: (\\d+)");

  /** {@code Where: PL/pgSQL function inline_code_block line 14 at RAISE} on a line, and more. */
  private static final Pattern CONTEXT = Pattern.compile("\\n\\s*Where: .*", Pattern.DOTALL);

  /** {@code [SQLITE_ERROR] SQL error or missing database (no such table: users)}. */
  private static final Pattern SQLITE =
      Pattern.compile("\\[SQLITE_\\w+\\]\\s+.*?\\((.*)\\)", Pattern.DOTALL);

  /** A message without a place. */
  static ServerMessage of(String text) {
    return new ServerMessage(text, Optional.empty());
  }

  static ServerMessage of(SQLException failure) {
    String message = Optional.ofNullable(failure.getMessage()).orElse(failure.toString()).strip();
    Matcher sqlite = SQLITE.matcher(message);
    if (sqlite.matches()) {
      return of(sqlite.group(1));
    }
    Matcher position = POSITION.matcher(message);
    Optional<Integer> place =
        position.find() ? Optional.of(Integer.valueOf(position.group(1))) : Optional.empty();
    String text = POSITION.matcher(message).replaceFirst("").replaceFirst("^[A-Z]+: ", "");
    return new ServerMessage(text, place);
  }

  /** The message without the place in the code that raised it. */
  ServerMessage withoutContext() {
    return new ServerMessage(CONTEXT.matcher(text).replaceFirst(""), position);
  }

  /** The position as {@code line 2, column 7} of the statement. */
  Optional<String> place(String sql) {
    return position
        .filter(place -> place <= sql.length() + 1)
        .map(
            place -> {
              String before = sql.substring(0, place - 1);
              long line = before.chars().filter(character -> character == '\n').count() + 1;
              int column = before.length() - before.lastIndexOf('\n');
              return "line %d, column %d".formatted(line, column);
            });
  }
}
