package dev.migrator.schema;

import dev.migrator.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The name of a function or procedure with the types of its arguments, as PostgreSQL shows it:
 * {@code total(integer,character varying)} is what {@code total(int, varchar(20))} names as well.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">PostgreSQL: data types and
 *     their aliases</a>
 */
final class RoutineName {

  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("bool", "boolean"),
          Map.entry("int", "integer"),
          Map.entry("int2", "smallint"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("float", "double precision"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("decimal", "numeric"),
          Map.entry("dec", "numeric"),
          Map.entry("varchar", "character varying"),
          Map.entry("char varying", "character varying"),
          Map.entry("char", "character"),
          Map.entry("bpchar", "character"),
          Map.entry("varbit", "bit varying"),
          Map.entry("time", "time without time zone"),
          Map.entry("timetz", "time with time zone"),
          Map.entry("timestamp", "timestamp without time zone"),
          Map.entry("timestamptz", "timestamp with time zone"));

  private RoutineName() {}

  /** The name as it is shown; one without arguments stays as it is. */
  static String shown(String name) {
    List<Token> tokens = SqlTokens.of(name);
    int open = 0;
    while (open < tokens.size() && !tokens.get(open).isSymbol("(")) {
      open++;
    }
    if (open == tokens.size() || !tokens.get(tokens.size() - 1).isSymbol(")")) {
      return name;
    }
    String arguments =
        arguments(tokens.subList(open + 1, tokens.size() - 1)).stream()
            .map(RoutineName::type)
            .collect(Collectors.joining(","));
    return "%s(%s)".formatted(name.substring(0, tokens.get(open).start()).strip(), arguments);
  }

  /** The tokens of each argument, without what is in parentheses: a length says nothing. */
  private static List<List<Token>> arguments(List<Token> tokens) {
    List<List<Token>> arguments = new ArrayList<>();
    List<Token> argument = new ArrayList<>();
    int depth = 0;
    for (Token token : tokens) {
      if (depth == 0 && token.isSymbol(",")) {
        arguments.add(argument);
        argument = new ArrayList<>();
      } else if (token.isSymbol("(")) {
        depth++;
      } else if (token.isSymbol(")")) {
        depth--;
      } else if (depth == 0) {
        argument.add(token);
      }
    }
    if (!tokens.isEmpty()) {
      arguments.add(argument);
    }
    return arguments;
  }

  private static String type(List<Token> tokens) {
    String words =
        tokens.stream()
            .filter(token -> token.kind() == SqlTokens.Kind.WORD)
            .map(token -> token.text().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" "));
    String rest =
        tokens.stream()
            .filter(token -> token.kind() != SqlTokens.Kind.WORD)
            .map(Token::text)
            .collect(Collectors.joining());
    boolean plain = rest.isEmpty() || rest.matches("(\\[\\])+");
    return plain
        ? ALIASES.getOrDefault(words, words) + (rest.isEmpty() ? "" : "[]")
        : tokens.stream().map(RoutineName::spelled).collect(Collectors.joining());
  }

  /** What has a schema or quotes has no alias. */
  private static String spelled(Token token) {
    return token.kind() == SqlTokens.Kind.WORD
        ? token.text().toLowerCase(Locale.ROOT)
        : token.text();
  }
}
