package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import dev.migrator.execute.HistoryEntry.Action;
import dev.migrator.execute.HistoryEntry.State;
import dev.migrator.revision.RevisionId;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.Column;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Names;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table that records what was run. Rows are added, never changed.
 *
 * @param dialect the database
 * @param name the table's name
 * @param toolVersion the version that rows name
 */
record HistoryTable(Dialect dialect, QualifiedName name, String toolVersion) {

  /** What it is made of. */
  Table table() {
    Column id =
        Column.of("id", BasicType.of(Kind.BIGINT), false)
            .withIdentity(Optional.of(Identity.BY_DEFAULT));
    Column user =
        text("database_user", true)
            .withDefault(
                Optional.of(
                    new Expression.PerDialect(
                        Map.of("postgresql", "CURRENT_USER", "sqlite", "NULL"))));
    return Table.of(
            name,
            List.of(
                id,
                text("revision", false),
                text("direction", false),
                text("state", false),
                Column.of("group_number", BasicType.of(Kind.INTEGER), false),
                Column.of("group_count", BasicType.of(Kind.INTEGER), false),
                text("checksum", true),
                text("message", false),
                Column.of("started_at", BasicType.of(Kind.TIMESTAMPTZ), false),
                Column.of("duration_ms", BasicType.of(Kind.BIGINT), true),
                user,
                text("tool_version", false),
                text("error", true)))
        .withPrimaryKey(
            Optional.of(new PrimaryKey(Optional.of(Names.primaryKey(name)), List.of("id"))));
  }

  /** The statement that adds a row. The number and the user are the table's own defaults. */
  String insert(HistoryEntry entry) {
    return ("INSERT INTO %s (revision, direction, state, group_number, group_count, checksum,"
            + " message, started_at, duration_ms, tool_version, error)"
            + " VALUES (%s, %s, %s, %d, %d, %s, %s, %s, %s, %s, %s)")
        .formatted(
            Quoting.name(dialect, name),
            dialect.literal(entry.revision().value()),
            dialect.literal(entry.action().text()),
            dialect.literal(entry.state().text()),
            entry.group(),
            entry.groups(),
            literal(entry.checksum()),
            dialect.literal(entry.message()),
            entry
                .startedAt()
                .map(moment -> dialect.literal(moment.truncatedTo(ChronoUnit.MILLIS).toString()))
                .orElse("CURRENT_TIMESTAMP"),
            entry.duration().map(Duration::toMillis).map(String::valueOf).orElse("NULL"),
            dialect.literal(toolVersion),
            literal(entry.error()));
  }

  /** The rows, oldest first. */
  List<HistoryEntry> read(Connection connection) throws SQLException {
    return read(connection, "");
  }

  /** The rows of a revision, oldest first. */
  List<HistoryEntry> read(Connection connection, RevisionId revision) throws SQLException {
    return read(connection, " WHERE revision = " + dialect.literal(revision.value()));
  }

  private List<HistoryEntry> read(Connection connection, String where) throws SQLException {
    String query =
        "SELECT revision, direction, state, group_number, group_count, checksum, message, error"
            + " FROM %s%s ORDER BY id".formatted(Quoting.name(dialect, name), where);
    List<HistoryEntry> entries = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        entries.add(
            new HistoryEntry(
                new RevisionId(rows.getString(1)),
                Action.of(rows.getString(2)),
                State.of(rows.getString(3)),
                rows.getInt(4),
                rows.getInt(5),
                Optional.ofNullable(rows.getString(6)),
                rows.getString(7),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(rows.getString(8))));
      }
    }
    return entries;
  }

  private String literal(Optional<String> text) {
    return text.map(dialect::literal).orElse("NULL");
  }

  private static Column text(String column, boolean nullable) {
    return Column.of(column, BasicType.of(Kind.TEXT), nullable);
  }
}
