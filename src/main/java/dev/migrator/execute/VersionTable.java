package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import dev.migrator.revision.RevisionId;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.Column;
import dev.migrator.schema.Names;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The table that holds the current revisions, a row each.
 *
 * @param dialect the database
 * @param name the table's name
 */
record VersionTable(Dialect dialect, QualifiedName name) {

  /** What it is made of. */
  Table table() {
    return Table.of(name, List.of(Column.of("revision", BasicType.of(BasicType.Kind.TEXT), false)))
        .withPrimaryKey(
            Optional.of(new PrimaryKey(Optional.of(Names.primaryKey(name)), List.of("revision"))));
  }

  /** The name as SQL. */
  String sqlName() {
    return Quoting.name(dialect, name);
  }

  /** The rows. */
  SortedSet<RevisionId> read(Connection connection) throws SQLException {
    SortedSet<RevisionId> heads = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT revision FROM " + sqlName())) {
      while (rows.next()) {
        heads.add(revision(rows.getString(1)));
      }
    }
    return heads;
  }

  /** The statements that turn rows into others. */
  List<String> move(SortedSet<RevisionId> before, SortedSet<RevisionId> after) {
    List<String> statements = new ArrayList<>();
    before.stream()
        .filter(id -> !after.contains(id))
        .forEach(
            id ->
                statements.add(
                    "DELETE FROM %s WHERE revision = %s".formatted(sqlName(), literal(id))));
    after.stream()
        .filter(id -> !before.contains(id))
        .forEach(
            id ->
                statements.add(
                    "INSERT INTO %s (revision) VALUES (%s)".formatted(sqlName(), literal(id))));
    return statements;
  }

  private String literal(RevisionId id) {
    return dialect.literal(id.value());
  }

  private RevisionId revision(String text) {
    try {
      return new RevisionId(text);
    } catch (IllegalArgumentException malformed) {
      throw new MigrationException(
          "table %s has the row '%s', which is no revision: %s. Is it another tool's table? Name ours with database.version_table."
              .formatted(name, text, malformed.getMessage()),
          malformed);
    }
  }
}
