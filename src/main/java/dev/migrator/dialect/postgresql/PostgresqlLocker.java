package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.LockLostException;
import dev.migrator.dialect.LockTimeoutException;
import dev.migrator.dialect.Locker;
import dev.migrator.schema.QualifiedName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Locks a version table by a session-level advisory lock. It is tried again and again and never
 * waited for: a waiting session holds a snapshot, for which {@code CREATE INDEX CONCURRENTLY} in
 * the session that holds the lock would wait in turn.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">PostgreSQL:
 *     advisory locks</a>
 */
final class PostgresqlLocker implements Locker {

  private static final int SHORTEST_PAUSE_MILLIS = 50;
  private static final int LONGEST_PAUSE_MILLIS = 250;

  @Override
  public Lock acquire(Connection connection, QualifiedName versionTable, Duration timeout)
      throws SQLException {
    long key = key(connection, versionTable);
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!tryLock(connection, key)) {
      long remaining = deadline - System.nanoTime();
      if (remaining <= 0 || !pause(Duration.ofNanos(remaining))) {
        throw new LockTimeoutException(holder(connection, key));
      }
    }
    return new AdvisoryLock(connection, key);
  }

  /** The first eight bytes of the SHA-256 of schema and table. */
  private static long key(Connection connection, QualifiedName versionTable) throws SQLException {
    String schema = versionTable.schema().orElse("");
    if (schema.isEmpty()) {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT coalesce(current_schema(), '')")) {
        row.next();
        schema = row.getString(1);
      }
    }
    byte[] name = (schema + "\0" + versionTable.name()).getBytes(StandardCharsets.UTF_8);
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name)).getLong();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  private static boolean tryLock(Connection connection, long key) throws SQLException {
    return isTrue(connection, "SELECT pg_try_advisory_lock(?)", key);
  }

  /** Waits for a moment; false if the thread is asked to stop. */
  private static boolean pause(Duration longest) {
    int millis =
        ThreadLocalRandom.current().nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS + 1);
    try {
      Thread.sleep(Math.min(millis, longest.toMillis() + 1));
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Who holds the lock, as far as this user may see. */
  private static String holder(Connection connection, long key) throws SQLException {
    String sql =
        """
        SELECT l.pid, a.usename, date_trunc('second', a.backend_start)
        FROM pg_catalog.pg_locks AS l
        LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
        WHERE\s"""
            + AdvisoryLock.IS_LOCK;
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, key);
      query.setLong(2, key);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return "a session that has just ended";
        }
        StringBuilder holder = new StringBuilder("process ").append(row.getInt(1));
        append(holder, ", user ", row.getString(2));
        append(holder, ", since ", row.getString(3));
        return holder.toString();
      }
    }
  }

  private static void append(StringBuilder text, String words, @Nullable String value) {
    if (value != null) {
      text.append(words).append(value);
    }
  }

  private static boolean isTrue(Connection connection, String sql, long... parameters)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int index = 0; index < parameters.length; index++) {
        query.setLong(index + 1, parameters[index]);
      }
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /**
   * The lock, held by the server process that served the connection when it was taken.
   *
   * @param key the lock's number
   */
  private record AdvisoryLock(Connection connection, long key) implements Lock {

    /**
     * The row of a lock in {@code pg_locks}, which shows the upper and lower half of its number.
     *
     * @see <a href="https://www.postgresql.org/docs/current/view-pg-locks.html">pg_locks</a>
     */
    static final String IS_LOCK =
        """
        locktype = 'advisory' AND granted AND objsubid = 1
          AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
          AND classid = ((? >> 32) & 4294967295)::oid AND objid = (? & 4294967295)::oid""";

    @Override
    public void verify() throws SQLException {
      String sql =
          "SELECT EXISTS (SELECT FROM pg_catalog.pg_locks WHERE pid = pg_backend_pid() AND "
              + IS_LOCK
              + ")";
      if (!isTrue(connection, sql, key, key)) {
        throw new LockLostException();
      }
    }

    @Override
    public void close() throws SQLException {
      if (!connection.isClosed()) {
        isTrue(connection, "SELECT pg_advisory_unlock(?)", key);
      }
    }
  }
}
