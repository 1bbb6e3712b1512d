package dev.migrator.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database is and who connects to it.
 *
 * @param dialect the dialect's name: {@code postgresql} or {@code sqlite}
 * @param jdbc the JDBC URL, without user and password
 * @param user the user, where one was given
 * @param password the password, where one was given
 */
public record DatabaseUrl(
    String dialect, String jdbc, Optional<String> user, Optional<String> password) {

  static final String POSTGRESQL = "postgresql";
  static final String SQLITE = "sqlite";

  private static final Pattern SCHEME = Pattern.compile("(jdbc:)?[A-Za-z0-9+.-]+:");

  /**
   * Reads a JDBC URL, {@code postgresql://user:password@host:port/database?name=value} ({@code
   * postgres://} too; percent-decoded), or {@code sqlite:///path}.
   *
   * @param base the folder that a relative SQLite path is relative to
   * @throws IllegalArgumentException with a sentence without the password, if it is none of them
   */
  public static DatabaseUrl parse(String url, Path base) {
    if (url.startsWith("jdbc:sqlite:") || url.startsWith("sqlite:")) {
      return new DatabaseUrl(SQLITE, SqliteUrl.jdbc(url, base), Optional.empty(), Optional.empty());
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return PostgresqlUrl.ofJdbc(url);
    }
    if (url.startsWith("postgresql://") || url.startsWith("postgres://")) {
      return PostgresqlUrl.ofUri(url);
    }
    throw new IllegalArgumentException(
        "no database is known for %s. Known are jdbc:postgresql://host/database, postgresql://user:password@host/database, jdbc:sqlite:path and sqlite:///path."
            .formatted(scheme(url)));
  }

  private static String scheme(String url) {
    Matcher scheme = SCHEME.matcher(url);
    return scheme.lookingAt() ? "a URL that begins with " + scheme.group() : "a URL without scheme";
  }

  /** The same address with a user and a password of its own, where they are given. */
  DatabaseUrl withCredentials(Optional<String> otherUser, Optional<String> otherPassword) {
    return new DatabaseUrl(
        dialect, jdbc, user.or(() -> otherUser), password.or(() -> otherPassword));
  }

  /** The same address with a schema that unqualified names stand for, unless it has one already. */
  DatabaseUrl withSchema(String schema) {
    return new DatabaseUrl(dialect, PostgresqlUrl.withSchema(jdbc, schema), user, password);
  }

  /** {@code user} and {@code password} as a driver takes them. */
  public Properties credentials() {
    Properties credentials = new Properties();
    user.ifPresent(name -> credentials.setProperty("user", name));
    password.ifPresent(secret -> credentials.setProperty("password", secret));
    return credentials;
  }

  /** The address for people: no password in it, whatever parameter carries one. */
  public String printable() {
    String address =
        jdbc.replaceAll("(?i)([?&][^=&]*(password|secret|token)[^=&]*=)[^&]*", "$1***");
    return user.map(name -> address + " as " + name).orElse(address);
  }

  @Override
  public String toString() {
    return printable();
  }
}
