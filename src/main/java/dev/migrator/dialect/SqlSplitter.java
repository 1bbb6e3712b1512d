package dev.migrator.dialect;

import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into its statements. Semicolons inside strings, dollar quotes, comments,
 * parentheses (a rule with several actions), the body of an SQLite trigger and a {@code BEGIN
 * ATOMIC} body separate nothing. The drivers cannot be asked to: sqlite-jdbc silently runs only the
 * first statement of a text.
 */
public final class SqlSplitter {

  private final String sql;
  private final List<String> statements = new ArrayList<>();
  private final List<Token> words = new ArrayList<>();
  private int start;
  private int depth;
  private int parentheses;

  private SqlSplitter(String sql) {
    this.sql = sql;
  }

  /**
   * The statements in order, without their semicolons; comments before a statement stay with it.
   */
  public static List<String> split(String sql) {
    return new SqlSplitter(sql).statements();
  }

  private List<String> statements() {
    for (Token token : SqlTokens.of(sql)) {
      if (token.isSymbol(";") && depth == 0 && parentheses == 0) {
        finish(token.start());
        start = token.end();
      } else {
        follow(token);
      }
    }
    finish(sql.length());
    return List.copyOf(statements);
  }

  /** Counts the blocks that hold statements of their own, and the parentheses. */
  private void follow(Token token) {
    boolean opensBody =
        depth == 0
            ? (token.isWord("begin") && isTriggerOfSqlite())
                || (token.isWord("atomic") && lastIs("begin"))
            : token.isWord("case") || token.isWord("begin");
    if (opensBody) {
      depth++;
    } else if (depth > 0 && token.isWord("end")) {
      depth--;
    }
    if (token.isSymbol("(")) {
      parentheses++;
    } else if (token.isSymbol(")")) {
      parentheses--;
    }
    words.add(token);
  }

  private boolean isTriggerOfSqlite() {
    return words.stream().limit(4).anyMatch(word -> word.isWord("trigger"))
        && words.get(0).isWord("create");
  }

  private boolean lastIs(String word) {
    return !words.isEmpty() && words.get(words.size() - 1).isWord(word);
  }

  private void finish(int end) {
    if (!words.isEmpty()) {
      statements.add(sql.substring(start, end).strip());
    }
    words.clear();
    depth = 0;
    parentheses = 0;
  }
}
