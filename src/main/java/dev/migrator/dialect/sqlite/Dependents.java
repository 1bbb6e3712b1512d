package dev.migrator.dialect.sqlite;

import dev.migrator.schema.Definition;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a database depends on tables and does not work: views and triggers that do not compile,
 * foreign keys to missing tables. SQLite itself finds out only when they are used.
 *
 * @param broken the message for each broken object, by its description
 */
record Dependents(Map<String, String> broken) {

  private static final String VIEWS_AND_TRIGGERS =
      """
      SELECT type, name, tbl_name, sql
      FROM sqlite_schema
      WHERE type IN ('view', 'trigger')
      ORDER BY type DESC, name
      """;

  private static final String MISSING_TABLES =
      """
      SELECT DISTINCT child.name AS child, key."table" AS parent
      FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS key
      WHERE child.type = 'table'
        AND NOT EXISTS (
          SELECT 1 FROM sqlite_schema AS parent
          WHERE parent.type = 'table' AND parent.name = key."table" COLLATE NOCASE)
      ORDER BY 1, 2
      """;

  Dependents {
    broken = Map.copyOf(broken);
  }

  static Dependents of(Connection connection) throws SQLException {
    Map<String, String> broken = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(VIEWS_AND_TRIGGERS)) {
      while (rows.next()) {
        String description = "%s '%s'".formatted(rows.getString("type"), rows.getString("name"));
        String use =
            rows.getString("type").equals("view")
                ? "SELECT * FROM %s LIMIT 0".formatted(Identifiers.quote(rows.getString("name")))
                : "EXPLAIN "
                    + firing(connection, rows.getString("tbl_name"), rows.getString("sql"));
        compile(connection, use, description, broken);
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(MISSING_TABLES)) {
      while (rows.next()) {
        broken.put(
            "a foreign key of table '%s' to '%s'"
                .formatted(rows.getString("child"), rows.getString("parent")),
            "there is no such table");
      }
    }
    return new Dependents(broken);
  }

  /** Why a view or trigger does not work; empty where it does. */
  Optional<String> reason(Definition definition) {
    return Optional.ofNullable(
        broken.get("%s '%s'".formatted(definition.kind().words(), definition.name())));
  }

  /** Fails if something is broken that was not. */
  void verifyAgainst(Dependents before) throws SQLException {
    for (Map.Entry<String, String> entry : broken.entrySet()) {
      if (!before.broken().containsKey(entry.getKey())) {
        throw new SQLException(
            "%s would no longer work: %s".formatted(entry.getKey(), entry.getValue()));
      }
    }
  }

  private static void compile(
      Connection connection, String sql, String description, Map<String, String> broken) {
    try {
      Pragmas.execute(connection, sql);
    } catch (SQLException failure) {
      broken.put(description, ownWords(String.valueOf(failure.getMessage())));
    }
  }

  /** SQLite's message without the driver's: {@code [SQLITE_ERROR] … (no such column: a)}. */
  private static String ownWords(String message) {
    return message.replaceFirst("(?s)^\\[SQLITE_\\w+\\].*?\\((.*)\\)$", "$1");
  }

  /** A statement that would fire the trigger. */
  private static String firing(Connection connection, String table, String trigger)
      throws SQLException {
    String target = Identifiers.quote(table);
    for (Token token : SqlTokens.of(trigger)) {
      if (token.isWord("insert")) {
        return "INSERT INTO %s DEFAULT VALUES".formatted(target);
      }
      if (token.isWord("delete")) {
        return "DELETE FROM " + target;
      }
      if (token.isWord("update")) {
        return "UPDATE %s SET %s"
            .formatted(target, String.join(", ", assignments(connection, table)));
      }
    }
    throw new SqliteSyntaxException(trigger, "INSERT, UPDATE or DELETE", "none");
  }

  private static List<String> assignments(Connection connection, String table) throws SQLException {
    List<String> assignments = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name FROM pragma_table_xinfo(%s) WHERE hidden = 0"
                    .formatted(Identifiers.literal(table)))) {
      while (rows.next()) {
        String column = Identifiers.quote(rows.getString("name"));
        assignments.add(column + " = " + column);
      }
    }
    return assignments;
  }
}
