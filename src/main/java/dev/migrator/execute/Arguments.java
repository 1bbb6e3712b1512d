package dev.migrator.execute;

import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values that a revision takes from the command line.
 *
 * @param values all that were given, by name
 * @param literal makes a literal of the database
 */
record Arguments(Map<String, String> values, UnaryOperator<String> literal) {

  private static final int SHORTEST_SECRET = 4;

  /** The operations with each {@code :name} that they declare replaced by its value. */
  List<Operation> bind(List<Operation> operations) {
    return operations.stream().map(this::bind).toList();
  }

  /**
   * The text with the declared values hidden behind their names again, for people to read. Very
   * short ones are no secrets, and stand in many a text by chance.
   */
  String hide(List<Operation> operations, String text) {
    String hidden = text;
    for (Map.Entry<String, String> value : declared(operations).entrySet()) {
      if (value.getValue().strip().length() >= SHORTEST_SECRET) {
        String name = Matcher.quoteReplacement(":" + value.getKey());
        hidden = alone(literal.apply(value.getValue())).matcher(hidden).replaceAll(name);
        hidden = alone(value.getValue()).matcher(hidden).replaceAll(name);
      }
    }
    return hidden;
  }

  /** The text where it is no part of a longer word. */
  private static Pattern alone(String text) {
    return Pattern.compile("(?<![\\p{L}\\p{Nd}_])" + Pattern.quote(text) + "(?![\\p{L}\\p{Nd}_])");
  }

  private Map<String, String> declared(List<Operation> operations) {
    Map<String, String> declared = new LinkedHashMap<>();
    for (Operation operation : operations) {
      if (operation instanceof ExecuteSql execute) {
        execute.arguments().forEach(name -> declared.put(name, values.getOrDefault(name, "")));
      }
    }
    return declared;
  }

  private Operation bind(Operation operation) {
    if (!(operation instanceof ExecuteSql execute) || execute.arguments().isEmpty()) {
      return operation;
    }
    for (String name : new TreeSet<>(execute.arguments())) {
      if (!values.containsKey(name)) {
        throw new MigrationException(
            "the argument '%s' is not given. Give it with -x %s=VALUE.".formatted(name, name));
      }
    }
    return new ExecuteSql(
        execute.sql().map(sql -> substitute(sql, execute.arguments())), List.of());
  }

  /** A colon directly before a name, but not the second one of a cast ({@code ::text}). */
  private String substitute(String sql, List<String> names) {
    StringBuilder text = new StringBuilder();
    int copied = 0;
    List<Token> tokens = SqlTokens.of(sql);
    for (int index = 1; index < tokens.size(); index++) {
      Token colon = tokens.get(index - 1);
      Token name = tokens.get(index);
      if (isMarker(colon) && colon.end() == name.start() && names.contains(name.text())) {
        text.append(sql, copied, colon.end() - 1)
            .append(literal.apply(values.getOrDefault(name.text(), "")));
        copied = name.end();
      }
    }
    return text.append(sql, copied, sql.length()).toString();
  }

  private static boolean isMarker(Token token) {
    return token.kind() == Kind.SYMBOL
        && token.text().endsWith(":")
        && !token.text().endsWith("::");
  }
}
