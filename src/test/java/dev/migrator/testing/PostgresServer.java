package dev.migrator.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL server of this test run, found or started on first use: the one that {@code
 * MIGRATOR_TEST_POSTGRES_URL} names, else a container where a Docker engine answers, else a process
 * of our own. The last two end with this JVM.
 */
final class PostgresServer {
  private static final String IMAGE = "postgres:18-alpine";

  /** The fastest way to create a database, provided that nothing is synced to disk. */
  private static final String FILE_COPY = " STRATEGY file_copy";

  private final String url;
  private final String strategy;
  private final Connection connection;

  private PostgresServer(String url, String strategy, String origin) {
    this.url = url;
    this.strategy = strategy;
    try {
      connection = DriverManager.getConnection(url);
      System.out.printf(
          "Tests use PostgreSQL %s: %s%n",
          connection.getMetaData().getDatabaseProductVersion(), origin);
    } catch (SQLException e) {
      throw new IllegalStateException("no PostgreSQL server at " + origin, e);
    }
  }

  static PostgresServer shared() {
    return Shared.INSTANCE;
  }

  /** Creates an empty database under a name of its own and returns the name. */
  synchronized String createDatabase() throws SQLException {
    String name = "migrator_" + UUID.randomUUID().toString().replace("-", "");
    execute("CREATE DATABASE " + name + " TEMPLATE template0" + strategy);
    return name;
  }

  /** Drops a database, whoever is still connected to it. */
  synchronized void dropDatabase(String name) throws SQLException {
    execute("DROP DATABASE " + name + " WITH (FORCE)");
  }

  String url(String database) {
    return url.replaceFirst("^(jdbc:postgresql://[^/]*/)[^?]*", "$1" + database);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static PostgresServer find() {
    String given = System.getenv("MIGRATOR_TEST_POSTGRES_URL");
    if (given != null) {
      return new PostgresServer(jdbcUrl(given), "", "MIGRATOR_TEST_POSTGRES_URL");
    }
    if (DockerClientFactory.instance().isDockerAvailable()) {
      return container();
    }
    return embedded();
  }

  /** Turns {@code postgresql://user:password@host/database}, which the driver does not take. */
  static String jdbcUrl(String given) {
    if (given.startsWith("jdbc:")) {
      return given;
    }
    URI uri = URI.create(given);
    StringBuilder jdbc = new StringBuilder("jdbc:postgresql://").append(uri.getHost());
    if (uri.getPort() >= 0) {
      jdbc.append(':').append(uri.getPort());
    }
    jdbc.append(uri.getRawPath().isEmpty() ? "/" : uri.getRawPath());
    String separator = "?";
    if (uri.getRawQuery() != null) {
      jdbc.append(separator).append(uri.getRawQuery());
      separator = "&";
    }
    if (uri.getRawUserInfo() != null) {
      String[] userInfo = uri.getRawUserInfo().split(":", 2);
      jdbc.append(separator).append("user=").append(userInfo[0]);
      if (userInfo.length == 2) {
        jdbc.append("&password=").append(userInfo[1]);
      }
    }
    return jdbc.toString();
  }

  @SuppressWarnings("resource") // Testcontainers removes it when this JVM ends.
  private static PostgresServer container() {
    PostgreSQLContainer container =
        new PostgreSQLContainer(IMAGE)
            .withUrlParam("user", "test")
            .withUrlParam("password", "test");
    container.setCommand("postgres", "-c", "fsync=off", "-c", "full_page_writes=off");
    container.start();
    return new PostgresServer(container.getJdbcUrl(), FILE_COPY, "container " + IMAGE);
  }

  @SuppressWarnings("resource") // It stops itself when this JVM ends.
  private static PostgresServer embedded() {
    try {
      // Nothing here needs to survive a crash of the machine.
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("synchronous_commit", "off")
              .setServerConfig("full_page_writes", "off")
              .start();
      return new PostgresServer(
          server.getJdbcUrl("postgres", "postgres"),
          FILE_COPY,
          "embedded, port " + server.getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    static final PostgresServer INSTANCE = find();
  }
}
