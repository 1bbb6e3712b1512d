package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.SqlSplitter;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A statement that begins, ends or divides a transaction. Written into a revision, it would commit
 * a part of it without its version row.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-commands.html">PostgreSQL: commands</a>
 * @see <a href="https://www.sqlite.org/lang_transaction.html">SQLite: transactions</a>
 */
final class TransactionCommand {

  private static final Set<String> VERBS =
      Set.of("begin", "commit", "end", "rollback", "abort", "savepoint", "release");

  /** Verbs that are of transactions only where the word follows: {@code PREPARE TRANSACTION}. */
  private static final Set<String> VERBS_OF_TRANSACTION = Set.of("start", "prepare");

  private TransactionCommand() {}

  /**
   * Makes sure that what a person wrote leaves the transaction to the tool.
   *
   * @throws MigrationException naming the statement that does not
   */
  static void refuse(Operation operation, Dialect dialect) {
    if (operation instanceof ExecuteSql execute) {
      execute.sql().sql(dialect.name()).map(SqlSplitter::split).orElse(List.of()).stream()
          .filter(TransactionCommand::isOne)
          .findFirst()
          .ifPresent(
              statement -> {
                throw new MigrationException(
                    "its SQL has the statement '%s', but a revision and its version row are committed together: the tool begins and ends the transaction. Take the statement out."
                        .formatted(onOneLine(statement)));
              });
    }
  }

  private static boolean isOne(String statement) {
    List<Token> tokens = SqlTokens.of(statement);
    String verb = tokens.get(0).text().toLowerCase(Locale.ROOT);
    return VERBS.contains(verb)
        || (VERBS_OF_TRANSACTION.contains(verb)
            && tokens.size() > 1
            && tokens.get(1).isWord("transaction"));
  }

  /** From the first word to the last: the comments around them tell nothing here. */
  private static String onOneLine(String statement) {
    List<Token> tokens = SqlTokens.of(statement);
    return statement
        .substring(tokens.get(0).start(), tokens.get(tokens.size() - 1).end())
        .replaceAll("\\s+", " ");
  }
}
