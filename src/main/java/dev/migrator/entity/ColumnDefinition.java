package dev.migrator.entity;

import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.NativeType;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a {@code columnDefinition} says: the SQL that stands after the column's name. One that holds
 * more than these clauses is a type of the database as a whole.
 *
 * @param type the type alone
 * @param notNull whether it excludes NULL
 * @param unique whether it makes the column unique
 */
record ColumnDefinition(
    ColumnType type,
    boolean notNull,
    boolean unique,
    Optional<String> collation,
    Optional<Expression> defaultValue,
    Optional<Expression> check,
    Optional<Generated> generated) {

  /** How the clauses begin that may follow the type. */
  static final Set<String> CLAUSES =
      Set.of("default", "not", "null", "unique", "collate", "check", "generated");

  static ColumnDefinition parse(String sql) {
    return new Parser(sql).parse();
  }

  private static ColumnDefinition of(ColumnType type) {
    return new ColumnDefinition(
        type, false, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Goes through the tokens once; a clause ends where the next begins. */
  private static final class Parser {

    private final String sql;
    private final List<Token> tokens;
    private int at;

    private boolean notNull;
    private boolean unique;
    private Optional<String> collation = Optional.empty();
    private Optional<Expression> defaultValue = Optional.empty();
    private Optional<Expression> check = Optional.empty();
    private Optional<Generated> generated = Optional.empty();

    Parser(String sql) {
      this.sql = sql;
      this.tokens = SqlTokens.of(sql);
    }

    ColumnDefinition parse() {
      while (at < tokens.size() && !isClause()) {
        at++;
      }
      String type = at == 0 ? "" : sql.substring(0, tokens.get(at - 1).end());
      if (type.isEmpty() || !readClauses()) {
        return of(new NativeType(sql));
      }
      return new ColumnDefinition(
          SqlType.parse(type), notNull, unique, collation, defaultValue, check, generated);
    }

    private boolean isClause() {
      return CLAUSES.contains(word(at));
    }

    private String word(int index) {
      return index < tokens.size() && tokens.get(index).kind() == SqlTokens.Kind.WORD
          ? tokens.get(index).text().toLowerCase(Locale.ROOT)
          : "";
    }

    private boolean take(String... words) {
      for (int ahead = 0; ahead < words.length; ahead++) {
        if (!word(at + ahead).equals(words[ahead])) {
          return false;
        }
      }
      at += words.length;
      return true;
    }

    /** Whether all that is left is known. */
    private boolean readClauses() {
      while (at < tokens.size()) {
        if (take("not", "null")) {
          notNull = true;
        } else if (take("unique")) {
          unique = true;
        } else if (take("collate") && at < tokens.size()) {
          collation = tokens.get(at++).identifier();
        } else if (take("default") && at < tokens.size()) {
          defaultValue = Optional.of(Expression.of(expression()));
        } else if (take("check")) {
          check = parenthesized();
          if (check.isEmpty()) {
            return false;
          }
        } else if (take("generated", "always", "as")) {
          Optional<Expression> computed = parenthesized();
          boolean stored = take("stored");
          if (computed.isEmpty()) {
            return false;
          }
          take("virtual");
          generated = Optional.of(new Generated(computed.get(), stored));
        } else if (!take("null")) {
          return false;
        }
      }
      return true;
    }

    /** A default: at least one token, up to the next clause outside of parentheses. */
    private String expression() {
      int start = tokens.get(at).start();
      int depth = 0;
      do {
        Token token = tokens.get(at++);
        depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      } while (at < tokens.size() && (depth > 0 || !isClause()));
      return sql.substring(start, tokens.get(at - 1).end());
    }

    /** What stands in the parentheses that begin here, whatever follows them. */
    private Optional<Expression> parenthesized() {
      if (at >= tokens.size() || !tokens.get(at).isSymbol("(")) {
        return Optional.empty();
      }
      int start = tokens.get(at).end();
      int depth = 0;
      do {
        Token token = tokens.get(at++);
        depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      } while (at < tokens.size() && depth > 0);
      String inner = sql.substring(start, tokens.get(at - 1).start());
      return inner.isBlank() ? Optional.empty() : Optional.of(Expression.of(inner));
    }
  }
}
