package dev.migrator.config;

import java.nio.file.Path;

/** The spellings of an SQLite file's address. */
final class SqliteUrl {

  private static final String JDBC = "jdbc:sqlite:";

  private SqliteUrl() {}

  /**
   * The JDBC URL of an address, its path relative to a folder. {@code sqlite:///blog.db} is
   * relative and {@code sqlite:////var/blog.db} absolute, as in SQLAlchemy.
   */
  static String jdbc(String url, Path base) {
    if (url.startsWith(JDBC)) {
      return JDBC + place(url.substring(JDBC.length()), base);
    }
    if (url.equals("sqlite:") || url.equals("sqlite://")) {
      return JDBC + ":memory:";
    }
    if (!url.startsWith("sqlite:///")) {
      throw new IllegalArgumentException(
          "an SQLite URL has three slashes before a relative path and four before an absolute one:"
              + " sqlite:///blog.db, sqlite:////var/blog.db");
    }
    return JDBC + place(url.substring("sqlite:///".length()), base);
  }

  /** Empty and {@code :memory:} are databases in memory, {@code :resource:} one in a class path. */
  private static String place(String address, Path base) {
    if (address.isEmpty() || address.startsWith(":")) {
      return address;
    }
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    String parameters = query < 0 ? "" : address.substring(query);
    // https://www.sqlite.org/uri.html: file:name is relative, file:/name and file:///name are not.
    if (path.startsWith("file:")) {
      String name = path.substring("file:".length());
      boolean absolute = name.startsWith("/") || name.startsWith(":");
      return "file:" + (absolute ? name : base.resolve(name)) + parameters;
    }
    return base.resolve(path) + parameters;
  }
}
