package dev.migrator.dialect.sqlite;

import dev.migrator.schema.Expression;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses CREATE INDEX.
 *
 * @see <a href="https://www.sqlite.org/lang_createindex.html">SQLite: CREATE INDEX</a>
 */
final class IndexParser {

  private final TokenReader reader;
  private final List<String> columns;

  private IndexParser(String sql, List<String> columns) {
    this.reader = new TokenReader(sql);
    this.columns = columns;
  }

  /**
   * What a CREATE INDEX statement says.
   *
   * @param columns the names of the table's columns
   */
  static Index parse(String sql, List<String> columns) {
    return new IndexParser(sql, columns).index();
  }

  private Index index() {
    reader.expectWords("create");
    boolean unique = reader.acceptWords("unique");
    reader.expectWords("index");
    reader.acceptWords("if", "not", "exists");
    String name = reader.name();
    if (reader.acceptSymbol(".")) {
      name = reader.name();
    }
    reader.expectWords("on");
    reader.name();
    reader.expectSymbol("(");
    List<IndexKey> keys = new ArrayList<>();
    do {
      keys.add(key(reader.upToSeparator()));
    } while (reader.acceptSymbol(","));
    reader.expectSymbol(")");
    Optional<Expression> where =
        reader.acceptWords("where")
            ? Optional.of(Expression.of(SqliteExpressions.canonical(reader.rest(), columns)))
            : Optional.empty();
    return new Index(Optional.of(name), keys, unique, where, Optional.empty(), List.of());
  }

  /** A column or an expression with its direction; a collation makes an expression of a column. */
  private IndexKey key(String text) {
    List<Token> tokens = SqlTokens.of(text);
    Token last = tokens.get(tokens.size() - 1);
    boolean directed = tokens.size() > 1 && (last.isWord("desc") || last.isWord("asc"));
    String expression = directed ? text.substring(0, last.start()).strip() : text;
    return new IndexKey(part(expression), directed && last.isWord("desc"));
  }

  private IndexKey.Part part(String expression) {
    List<Token> tokens = SqlTokens.of(expression);
    if (tokens.size() == 1 && tokens.get(0).kind() != Kind.NUMBER) {
      String name = new TokenReader(expression).name();
      Optional<String> column =
          columns.stream().filter(candidate -> candidate.equalsIgnoreCase(name)).findFirst();
      if (column.isPresent()) {
        return new IndexKey.OnColumn(column.get());
      }
    }
    return new IndexKey.OnExpression(
        Expression.of(SqliteExpressions.canonical(expression, columns)));
  }
}
