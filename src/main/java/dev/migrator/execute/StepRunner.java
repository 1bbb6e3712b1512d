package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Locker.Lock;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.dialect.Statement;
import dev.migrator.dialect.Transaction;
import dev.migrator.execute.HistoryEntry.State;
import dev.migrator.problem.ProblemException;
import dev.migrator.schema.SqlTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the commit groups of one step, each in its transaction. */
final class StepRunner {

  private final Connection connection;
  private final Lock lock;
  private final Dialect dialect;
  private final Bookkeeping bookkeeping;
  private final Duration ddlLockTimeout;
  private final JavaRunner java;
  private final Arguments arguments;
  private final ExecutionListener listener;
  private final PreparedStep step;

  StepRunner(
      Connection connection,
      Lock lock,
      Bookkeeping bookkeeping,
      Duration ddlLockTimeout,
      JavaRunner java,
      Arguments arguments,
      ExecutionListener listener,
      PreparedStep step) {
    this.connection = connection;
    this.lock = lock;
    this.dialect = bookkeeping.dialect();
    this.bookkeeping = bookkeeping;
    this.ddlLockTimeout = ddlLockTimeout;
    this.java = java;
    this.arguments = arguments;
    this.listener = listener;
    this.step = step;
  }

  /**
   * Runs the groups.
   *
   * @param first the first group to run; those before it are committed
   * @return false if another program took the step in the meantime, and nothing was done
   */
  boolean run(int first) {
    int group = 0;
    boolean finished = false;
    try {
      for (; group < first; group++) {
        repeatSession(group);
      }
      for (; group < step.groups().size(); group++) {
        if (!runGroup(group)) {
          return false;
        }
      }
      finished = true;
      return true;
    } finally {
      if (!finished) {
        restoreFrom(group);
      }
    }
  }

  /** What a committed group did to the session is done again; the session is another one now. */
  private void repeatSession(int group) {
    runSession(group, step.groups().get(group).before());
    runSession(group, step.groups().get(group).after());
  }

  private boolean runGroup(int group) {
    CommitGroup statements = step.groups().get(group);
    runSession(group, statements.before());
    boolean due = statements.alone() ? runAlone(group) : runInTransaction(group);
    if (due) {
      runSession(group, statements.after());
    }
    return due;
  }

  private void runSession(int group, List<Statement> statements) {
    try {
      for (Statement statement : statements) {
        execute(statement);
      }
    } catch (FailedStatement failed) {
      throw failure(group, failed);
    }
  }

  private void restoreFrom(int group) {
    for (CommitGroup rest : step.groups().subList(group, step.groups().size())) {
      for (Statement statement : rest.after()) {
        try {
          execute(statement);
        } catch (FailedStatement secondary) {
          // The failure that led here is the one to report, and a broken connection needs no
          // restoring.
          return;
        }
      }
    }
  }

  private boolean runInTransaction(int group) {
    for (int attempt = 1; ; attempt++) {
      Instant startedAt = Instant.now();
      try {
        return commit(
            group,
            step.groups().get(group).statements(),
            () -> entries(group, State.DONE, startedAt));
      } catch (FailedStatement failed) {
        Optional<SqlFailure> kind = failed.failure().map(dialect::classify);
        if (kind.equals(Optional.of(SqlFailure.RETRYABLE)) && attempt < Retry.ATTEMPTS) {
          Duration delay = Retry.delay(attempt);
          listener.retry(step.step(), attempt, delay, failed.reason().text());
          Retry.sleep(delay);
        } else {
          recordFailure(group, startedAt, failed);
          throw failure(group, failed);
        }
      }
    }
  }

  /**
   * Outside a transaction nothing tells afterwards whether a statement ended, so its beginning is
   * recorded first.
   */
  private boolean runAlone(int group) {
    Instant startedAt = Instant.now();
    try {
      boolean due =
          commit(
              group,
              List.of(),
              () ->
                  List.of(
                      bookkeeping
                          .history()
                          .insert(
                              step.entry(
                                  group,
                                  State.STARTED,
                                  Optional.of(startedAt),
                                  Optional.empty(),
                                  Optional.empty()))));
      if (!due) {
        return false;
      }
      for (Statement statement : step.groups().get(group).statements()) {
        execute(statement);
      }
      return commit(group, List.of(), () -> entries(group, State.DONE, startedAt));
    } catch (FailedStatement failed) {
      recordFailure(group, startedAt, failed);
      throw failure(group, failed);
    }
  }

  /** One transaction: the statements, then the rows that say so. */
  private boolean commit(int group, List<Statement> statements, Rows rows) throws FailedStatement {
    Statement last = new Statement.Sql("BEGIN", "begin the transaction");
    try (Transaction transaction = dialect.begin(connection, ddlLockTimeout)) {
      last = new Statement.Sql("SELECT", "read the version rows");
      lock.verify();
      if (!bookkeeping.isDue(connection, step.step(), group)) {
        return false;
      }
      for (Statement statement : statements) {
        execute(statement);
      }
      for (String sql : rows.statements()) {
        execute(new Statement.Sql(sql, "record the revision"));
      }
      last = new Statement.Sql("COMMIT", "commit the transaction");
      transaction.commit();
      return true;
    } catch (SQLException failure) {
      throw new FailedStatement(last, failure);
    }
  }

  private List<String> entries(int group, State state, Instant startedAt) {
    List<String> statements = new ArrayList<>();
    if (step.isLast(group)) {
      statements.addAll(bookkeeping.versions().move(step.step().before(), step.step().after()));
    }
    Duration duration = Duration.between(startedAt, Instant.now());
    statements.add(
        bookkeeping
            .history()
            .insert(
                step.entry(
                    group,
                    state,
                    Optional.of(startedAt),
                    Optional.of(duration),
                    Optional.empty())));
    return statements;
  }

  private void execute(Statement statement) throws FailedStatement {
    listener.statement(statement);
    try {
      if (statement instanceof Statement.Sql sql) {
        Sql.execute(connection, sql.sql());
      } else if (statement instanceof Statement.Java call) {
        java.run(call.className(), GuardedConnection.of(connection));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new FailedStatement(statement, interrupted);
    } catch (Exception failure) {
      throw new FailedStatement(statement, failure, reason(statement));
    }
  }

  /** What the rows say that made a check fail, as long as the transaction still shows them. */
  private Optional<String> reason(Statement statement) {
    Optional<String> query =
        statement instanceof Statement.Sql sql
            ? sql.check().flatMap(Statement.Check::reason)
            : Optional.empty();
    try {
      return query.isEmpty() ? Optional.empty() : Sql.first(connection, query.get());
    } catch (SQLException unreadable) {
      // The failure that led here is the one to report.
      return Optional.empty();
    }
  }

  /** The failure is what matters: a row that cannot be written is not worth another message. */
  private void recordFailure(int group, Instant startedAt, FailedStatement failed) {
    String row =
        bookkeeping
            .history()
            .insert(
                step.entry(
                    group,
                    State.FAILED,
                    Optional.of(startedAt),
                    Optional.of(Duration.between(startedAt, Instant.now())),
                    Optional.of(hide(failed.reason().text()))));
    try (Transaction transaction = dialect.begin(connection, ddlLockTimeout)) {
      Sql.execute(connection, row);
      transaction.commit();
    } catch (SQLException | ProblemException unwritten) {
      failed.addSuppressed(unwritten);
    }
  }

  private RuntimeException failure(int group, FailedStatement failed) {
    Optional<SQLException> busy =
        failed.failure().filter(failure -> dialect.classify(failure) == SqlFailure.BUSY);
    if (busy.isPresent()) {
      return DatabaseFailure.of(dialect, failed.statement().description(), busy.get());
    }
    Optional<String> sql = failed.sql();
    ServerMessage reason = failed.reason();
    return new StatementFailedException(
        new StatementFailedException.Facts(
            step.step(),
            failed.statement().description(),
            sql.map(this::hide),
            hide(reason.text()),
            sql.flatMap(text -> reason.place(text)),
            advice(failed),
            group + 1,
            step.groups().size(),
            step.groups().get(group).alone()),
        Optional.ofNullable(failed.getCause()).orElse(failed));
  }

  /** The rows stand against a definition; against an INSERT they could not. */
  private Optional<String> advice(FailedStatement failed) {
    boolean missing =
        failed.failure().map(dialect::classify).equals(Optional.of(SqlFailure.MISSING_VALUE));
    return failed
        .sql()
        .filter(sql -> missing && SqlTokens.of(sql).get(0).isWord("alter"))
        .map(sql -> "Fill the rows first: add it nullable, fill it, then make it NOT NULL.");
  }

  private String hide(String text) {
    return arguments.hide(step.operations(), text);
  }

  /** Rows that are put together when the statements before them are done, for their duration. */
  private interface Rows {
    List<String> statements();
  }
}
