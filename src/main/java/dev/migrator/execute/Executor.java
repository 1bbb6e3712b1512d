package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.LockTimeoutException;
import dev.migrator.dialect.Locker.Lock;
import dev.migrator.dialect.Transaction;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.RevisionStep;
import dev.migrator.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/**
 * Takes a database from revision to revision. One writing command at a time: the state is read
 * after the lock is held, and each transaction makes sure that its step is still due.
 */
public final class Executor {

  private final Database database;
  private final Connection connection;
  private final Dialect dialect;
  private final ExecutionSettings settings;
  private final RevisionSource revisions;
  private final SchemaSource schemas;
  private final JavaRunner java;
  private final ExecutionListener listener;
  private final Arguments arguments;
  private final Bookkeeping bookkeeping;
  private final Preparation preparation;

  public Executor(
      Database database,
      ExecutionSettings settings,
      RevisionSource revisions,
      SchemaSource schemas,
      JavaRunner java,
      ExecutionListener listener) {
    this.database = database;
    this.connection = database.connection();
    this.dialect = database.dialect();
    this.settings = settings;
    this.revisions = revisions;
    this.schemas = schemas;
    this.java = java;
    this.listener = listener;
    this.arguments = new Arguments(settings.arguments(), dialect::literal);
    this.bookkeeping = Bookkeeping.of(dialect, settings.tables(), settings.toolVersion());
    this.preparation = new Preparation(dialect, revisions, arguments, listener::warning);
  }

  /**
   * Runs the steps of a plan. A step is committed before the next begins.
   *
   * @param plan the steps from the version rows, as they are once the lock is held
   * @throws StatementFailedException if a statement fails; the steps before it stay committed
   * @throws LockTimeoutException if another migration runs all the while
   * @throws MigrationException if a half-finished revision is in the way, or a step does not fit
   * @throws UnfilledPlacesException if a step has a place that a person has to fill in; nothing was
   *     run then
   */
  public ExecutionResult run(Function<SortedSet<RevisionId>, List<RevisionStep>> plan) {
    return locked(lock -> run(lock, plan));
  }

  /**
   * Makes version rows say what a person knows, without running anything. The listener hears of
   * each half-finished revision, which counts as finished or as never begun from now on.
   *
   * @param plan what the rows are to be, from what is recorded once the lock is held
   */
  public ExecutionResult stamp(Function<DatabaseState, StampTarget> plan) {
    return locked(
        lock -> {
          StampTarget target = plan.apply(bookkeeping.read(connection));
          createTables(lock);
          try (Transaction transaction = dialect.begin(connection, settings.ddlLockTimeout())) {
            lock.verify();
            DatabaseState state = bookkeeping.read(connection);
            for (String sql : target.statements(bookkeeping, state, Optional.of(Instant.now()))) {
              Sql.execute(connection, sql);
            }
            transaction.commit();
            state.partial().forEach(half -> listener.warning(half.forgetting()));
            return new ExecutionResult(state.heads(), target.heads(), List.of());
          }
        });
  }

  /** Creates the tool's own tables. The names of those that were not there. */
  public List<String> createTables() {
    return locked(
        lock -> {
          List<String> missing = bookkeeping.missing(connection);
          createTables(lock);
          return missing;
        });
  }

  private ExecutionResult run(Lock lock, Function<SortedSet<RevisionId>, List<RevisionStep>> plan)
      throws SQLException {
    DatabaseState before = bookkeeping.read(connection);
    SortedSet<RevisionId> after = before.heads();
    List<RevisionStep> taken = new ArrayList<>();
    Itinerary itinerary = itinerary(before, plan);
    createTables(lock);
    Optional<Schema> schema = Optional.empty();
    while (itinerary.hasNext()) {
      RevisionStep step = itinerary.next();
      Optional<PartialRevision> partial = itinerary.partial(step);
      Optional<PreparedStep> prepared = prepare(step, schemaBefore(step, partial, schema), taken);
      if (prepared.isPresent() && take(lock, prepared.get(), partial)) {
        taken.add(step);
        after = step.after();
        boolean known = partial.isEmpty() && !prepared.get().opaque();
        schema = known ? Optional.of(prepared.get().after()) : Optional.empty();
      } else {
        DatabaseState state = bookkeeping.read(connection);
        itinerary = itinerary(state, plan);
        after = state.heads();
        schema = Optional.empty();
      }
    }
    return new ExecutionResult(before.heads(), after, taken);
  }

  /**
   * The step's statements; none where it does not fit because another program, which SQLite does
   * not keep out until a transaction begins, has taken it meanwhile.
   */
  private Optional<PreparedStep> prepare(
      RevisionStep step, Schema before, List<RevisionStep> taken) {
    try {
      return Optional.of(preparation.prepare(step, before));
    } catch (MigrationException misfit) {
      if (!bookkeeping.read(connection).heads().equals(step.before())) {
        return Optional.empty();
      }
      throw taken.isEmpty() ? misfit : misfit.behind(step.before());
    }
  }

  /** What is ahead; with several steps, all of them are read before the first is taken. */
  private Itinerary itinerary(
      DatabaseState state, Function<SortedSet<RevisionId>, List<RevisionStep>> plan) {
    Itinerary itinerary = Itinerary.of(state, plan, revisions);
    if (itinerary.steps().size() > 1) {
      preparation.requireSound(itinerary.steps());
    }
    return itinerary;
  }

  /**
   * A revision that is half done was planned from the schema before it, which the database no
   * longer has; so must its other half be.
   */
  private Schema schemaBefore(
      RevisionStep step, Optional<PartialRevision> partial, Optional<Schema> known) {
    if (partial.isPresent()) {
      return schemas.replayed(step.before());
    }
    return known.isPresent() ? known.get() : schemas.current(database, step.before());
  }

  /** Whether the step was taken; another program may have been faster. */
  private boolean take(Lock lock, PreparedStep prepared, Optional<PartialRevision> partial) {
    partial.ifPresent(half -> listener.warning(half.continuation(prepared)));
    listener.stepStarted(prepared.step());
    Instant startedAt = Instant.now();
    StepRunner runner =
        new StepRunner(
            connection,
            lock,
            bookkeeping,
            settings.ddlLockTimeout(),
            java,
            arguments,
            listener,
            prepared);
    boolean taken = runner.run(partial.map(PartialRevision::done).orElse(0));
    if (taken) {
      listener.stepDone(
          prepared.step(),
          prepared.operations().size(),
          Duration.between(startedAt, Instant.now()));
    }
    return taken;
  }

  private void createTables(Lock lock) throws SQLException {
    if (bookkeeping.createMissing(connection).isEmpty()) {
      return;
    }
    try (Transaction transaction = dialect.begin(connection, settings.ddlLockTimeout())) {
      lock.verify();
      for (String sql : bookkeeping.createMissing(connection)) {
        Sql.execute(connection, sql);
      }
      transaction.commit();
    } catch (SQLException failure) {
      throw DatabaseFailure.of(
          dialect,
          "create tables %s and %s"
              .formatted(settings.tables().version(), settings.tables().history()),
          failure);
    }
  }

  private <T> T locked(Work<T> work) {
    try {
      if (!connection.getAutoCommit()) {
        throw new MigrationException(
            "the connection has an open transaction. Commit it, and set the connection to"
                + " auto-commit, before migrating.");
      }
      try (Lock lock =
          dialect
              .locker()
              .acquire(connection, settings.tables().version(), settings.lockTimeout())) {
        return work.run(lock);
      }
    } catch (SQLException failure) {
      throw DatabaseFailure.of(dialect, "migrate the database", failure);
    }
  }

  /** What is done while the lock is held. */
  private interface Work<T> {
    T run(Lock lock) throws SQLException;
  }
}
