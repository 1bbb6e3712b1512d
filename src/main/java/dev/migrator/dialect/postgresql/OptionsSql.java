package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.literal;
import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.operation.Change;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnOptions;
import dev.migrator.schema.Parameters;
import dev.migrator.schema.Partition;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.ReplicaIdentity;
import dev.migrator.schema.RowSecurity;
import dev.migrator.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The clauses and statements that say how tables and columns are kept.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
final class OptionsSql {

  private static final String USUAL_TABLESPACE = "pg_default";
  private static final String USUAL_ACCESS_METHOD = "heap";

  private final QualifiedName table;
  private final TableOptions from;
  private final TableOptions to;
  private final List<String> statements = new ArrayList<>();

  private OptionsSql(QualifiedName table, TableOptions from, TableOptions to) {
    this.table = table;
    this.from = from;
    this.to = to;
  }

  /** What stands behind the columns in CREATE TABLE. */
  static String clauses(TableOptions options) {
    String parents =
        options.inherits().isEmpty()
            ? ""
            : options.inherits().stream()
                .map(PostgresqlIdentifiers::quote)
                .collect(Collectors.joining(", ", " INHERITS (", ")"));
    return parents
        + options.partitionBy().map(key -> " PARTITION BY " + key).orElse("")
        + options.accessMethod().map(method -> " USING " + quote(method)).orElse("")
        + with(options.parameters())
        + options.tablespace().map(name -> " TABLESPACE " + quote(name)).orElse("");
  }

  /** {@code WITH (…)} behind a space; nothing where there is no setting. */
  static String with(Parameters parameters) {
    return parameters.isEmpty() ? "" : " WITH (" + settings(parameters) + ")";
  }

  private static String settings(Parameters parameters) {
    return parameters.values().entrySet().stream()
        .map(entry -> entry.getKey() + " = " + literal(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** The statements that say of a new table what CREATE TABLE cannot. */
  static List<String> added(QualifiedName table, TableOptions options) {
    OptionsSql sql = new OptionsSql(table, TableOptions.NONE, options);
    sql.partition();
    sql.rowSecurity();
    sql.replicaIdentity();
    return sql.statements;
  }

  /** The statements that change how a table is kept. */
  static List<String> alter(QualifiedName table, Change<TableOptions> options) {
    OptionsSql sql = new OptionsSql(table, options.from(), options.to());
    sql.partition();
    sql.parents();
    if (sql.from.unlogged() != sql.to.unlogged()) {
      sql.alter(sql.to.unlogged() ? "SET UNLOGGED" : "SET LOGGED");
    }
    sql.changed(TableOptions::accessMethod)
        .ifPresent(
            method -> sql.alter("SET ACCESS METHOD " + quote(method.orElse(USUAL_ACCESS_METHOD))));
    sql.changed(TableOptions::tablespace)
        .ifPresent(name -> sql.alter("SET TABLESPACE " + quote(name.orElse(USUAL_TABLESPACE))));
    sql.statements.addAll(
        parameters("ALTER TABLE " + quote(table), sql.from.parameters(), sql.to.parameters()));
    sql.rowSecurity();
    sql.replicaIdentity();
    return sql.statements;
  }

  private <T> Optional<T> changed(Function<TableOptions, T> attribute) {
    return Change.between(from, to, attribute).map(Change::to);
  }

  private void partition() {
    if (from.partition().equals(to.partition())) {
      return;
    }
    from.partition()
        .ifPresent(
            part ->
                statements.add(
                    "ALTER TABLE %s DETACH PARTITION %s"
                        .formatted(quote(part.of()), quote(table))));
    to.partition().ifPresent(part -> statements.add(attach(part)));
  }

  private String attach(Partition part) {
    return "ALTER TABLE %s ATTACH PARTITION %s %s"
        .formatted(quote(part.of()), quote(table), part.bound());
  }

  private void parents() {
    from.inherits().stream()
        .filter(parent -> !to.inherits().contains(parent))
        .forEach(parent -> alter("NO INHERIT " + quote(parent)));
    to.inherits().stream()
        .filter(parent -> !from.inherits().contains(parent))
        .forEach(parent -> alter("INHERIT " + quote(parent)));
  }

  private void rowSecurity() {
    if (isEnabled(from) != isEnabled(to)) {
      alter(isEnabled(to) ? "ENABLE ROW LEVEL SECURITY" : "DISABLE ROW LEVEL SECURITY");
    }
    if (isForced(from) != isForced(to)) {
      alter(isForced(to) ? "FORCE ROW LEVEL SECURITY" : "NO FORCE ROW LEVEL SECURITY");
    }
  }

  private static boolean isEnabled(TableOptions options) {
    return options.rowSecurity() == RowSecurity.ENABLED
        || options.rowSecurity() == RowSecurity.FORCED;
  }

  private static boolean isForced(TableOptions options) {
    return options.rowSecurity() == RowSecurity.FORCED
        || options.rowSecurity() == RowSecurity.FORCED_WHEN_ENABLED;
  }

  private void replicaIdentity() {
    changed(TableOptions::replicaIdentity)
        .ifPresent(
            identity ->
                alter("REPLICA IDENTITY " + identity.map(OptionsSql::words).orElse("DEFAULT")));
  }

  private static String words(ReplicaIdentity identity) {
    return switch (identity.kind()) {
      case FULL -> "FULL";
      case NOTHING -> "NOTHING";
      case INDEX -> "USING INDEX " + quote(identity.index().orElseThrow());
    };
  }

  private void alter(String action) {
    statements.add("ALTER TABLE " + quote(table) + " " + action);
  }

  /** The statements that say how a new column is kept. */
  static List<String> added(QualifiedName table, Column column) {
    return alter(table, column.name(), new Change<>(ColumnOptions.NONE, column.options()));
  }

  /** The statements that change how a column is kept. */
  static List<String> alter(QualifiedName table, String column, Change<ColumnOptions> options) {
    String alter = "ALTER TABLE %s ALTER COLUMN %s".formatted(quote(table), quote(column));
    ColumnOptions from = options.from();
    ColumnOptions to = options.to();
    List<String> statements = new ArrayList<>();
    Change.between(from, to, ColumnOptions::storage)
        .ifPresent(c -> statements.add(alter + " SET STORAGE " + c.to().orElse("DEFAULT")));
    Change.between(from, to, ColumnOptions::compression)
        .ifPresent(c -> statements.add(alter + " SET COMPRESSION " + c.to().orElse("DEFAULT")));
    Change.between(from, to, ColumnOptions::statistics)
        .ifPresent(c -> statements.add(alter + " SET STATISTICS " + c.to().orElse(-1)));
    statements.addAll(parameters(alter, from.parameters(), to.parameters()));
    return statements;
  }

  private static List<String> parameters(String alter, Parameters from, Parameters to) {
    List<String> statements = new ArrayList<>();
    List<String> gone =
        from.values().keySet().stream().filter(name -> !to.values().containsKey(name)).toList();
    if (!gone.isEmpty()) {
      statements.add(alter + " RESET (" + String.join(", ", gone) + ")");
    }
    Parameters set =
        Parameters.of(
            to.values().entrySet().stream()
                .filter(entry -> !from.values().entrySet().contains(entry))
                .collect(Collectors.toMap(entry -> entry.getKey(), entry -> entry.getValue())));
    if (!set.isEmpty()) {
      statements.add(alter + " SET (" + settings(set) + ")");
    }
    return statements;
  }
}
