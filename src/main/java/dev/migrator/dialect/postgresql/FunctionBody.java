package dev.migrator.dialect.postgresql;

import dev.migrator.schema.Definition;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import java.util.List;
import java.util.Optional;

/**
 * The body of a function or procedure, which the server keeps word for word. The rest of its
 * definition, and a body that is no string, are shown in the server's own words.
 */
final class FunctionBody {

  private FunctionBody() {}

  /** Whether two definitions of one thing are told apart by their bodies. */
  static boolean differs(Definition one, Definition other) {
    Optional<String> body = of(one);
    Optional<String> otherBody = of(other);
    return body.isPresent() && otherBody.isPresent() && !body.equals(otherBody);
  }

  private static Optional<String> of(Definition definition) {
    return definition.kind().isCallable()
        ? DefinitionSql.text(definition).flatMap(FunctionBody::of)
        : Optional.empty();
  }

  private static Optional<String> of(String sql) {
    List<Token> tokens = SqlTokens.of(sql);
    for (int index = 1; index < tokens.size(); index++) {
      if (tokens.get(index - 1).isWord("as") && tokens.get(index).kind() == SqlTokens.Kind.STRING) {
        return value(tokens.get(index).text());
      }
    }
    return Optional.empty();
  }

  /** What a literal stands for; empty for one with escapes. */
  private static Optional<String> value(String literal) {
    if (literal.startsWith("$")) {
      int tag = literal.indexOf('$', 1) + 1;
      return Optional.of(literal.substring(tag, literal.length() - tag));
    }
    return literal.startsWith("'")
        ? Optional.of(literal.substring(1, literal.length() - 1).replace("''", "'"))
        : Optional.empty();
  }
}
