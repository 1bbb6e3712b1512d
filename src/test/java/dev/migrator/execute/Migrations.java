package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.RevisionStep;
import dev.migrator.revision.Target;
import dev.migrator.revision.UnfilledPlace;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Schema;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;

/** Revisions in memory, each following the one before, and an executor for them. */
final class Migrations implements RevisionSource, SchemaSource {

  private final Map<RevisionId, Revision> revisions = new LinkedHashMap<>();
  private final List<RevisionId> schemasAskedAt = new ArrayList<>();
  private final Map<String, String> arguments = new LinkedHashMap<>();
  private ExecutionListener listener = ExecutionListener.SILENT;
  private Duration lockTimeout = Duration.ofSeconds(20);
  private OwnTables tables = OwnTables.DEFAULT;

  /** Adds a revision, or replaces the one of this id. */
  Migrations revision(String id, List<Operation> upgrade, List<Operation> downgrade) {
    RevisionId key = new RevisionId(id);
    List<RevisionId> before = revisions.keySet().stream().takeWhile(r -> !r.equals(key)).toList();
    List<RevisionId> parents =
        before.isEmpty() ? List.of() : List.of(before.get(before.size() - 1));
    RevisionHeader header = RevisionHeader.of(key, parents, "make " + id, Instant.EPOCH);
    revisions.put(key, new Revision(header, upgrade, downgrade));
    return this;
  }

  /** A revision of statements that a person wrote, all of them for the upgrade. */
  Migrations revision(String id, String... sql) {
    return revision(id, List.of(sql).stream().map(Migrations::sql).toList(), List.of());
  }

  static Operation sql(String sql, String... arguments) {
    return new ExecuteSql(Expression.of(sql), List.of(arguments));
  }

  Migrations argument(String name, String value) {
    arguments.put(name, value);
    return this;
  }

  Migrations listener(ExecutionListener other) {
    listener = other;
    return this;
  }

  Migrations lockTimeout(Duration other) {
    lockTimeout = other;
    return this;
  }

  Migrations tables(OwnTables other) {
    tables = other;
    return this;
  }

  /** The newest revision at which the schema was asked for, each time. */
  List<RevisionId> schemasAskedAt() {
    return schemasAskedAt;
  }

  ExecutionSettings settings() {
    return new ExecutionSettings(tables, lockTimeout, Duration.ofMillis(200), arguments, "1.2.3");
  }

  Executor executor(Dialect dialect, Connection connection) {
    return new Executor(
        Database.of(dialect, connection),
        settings(),
        this,
        this,
        new JavaRunner(List::of),
        listener);
  }

  ExecutionResult upgrade(Dialect dialect, Connection connection) {
    return executor(dialect, connection).run(upgradeTo("head"));
  }

  ExecutionResult downgrade(Dialect dialect, Connection connection, String target) {
    return executor(dialect, connection).run(downgradeTo(target));
  }

  Function<SortedSet<RevisionId>, List<RevisionStep>> upgradeTo(String target) {
    return current -> graph().upgrade(current, Target.parse(target));
  }

  Function<SortedSet<RevisionId>, List<RevisionStep>> downgradeTo(String target) {
    return current -> graph().downgrade(current, Target.parse(target));
  }

  private RevisionGraph graph() {
    return RevisionGraph.of(revisions.values().stream().map(Revision::header).toList());
  }

  @Override
  public Revision read(RevisionId id) {
    return revisions.get(id);
  }

  @Override
  public List<UnfilledPlace> unfilled(RevisionId id) {
    return List.of();
  }

  @Override
  public String checksum(RevisionId id) {
    return "sha256:" + Integer.toHexString(revisions.get(id).hashCode());
  }

  @Override
  public Schema current(Database database, SortedSet<RevisionId> heads) {
    schemasAskedAt.addAll(heads);
    return replayed(heads);
  }

  @Override
  public Schema replayed(SortedSet<RevisionId> heads) {
    Schema schema = Schema.EMPTY;
    for (RevisionHeader header : graph().applied(heads)) {
      for (Operation operation : revisions.get(header.id()).upgrade()) {
        schema = operation.applyTo(schema);
      }
    }
    return schema;
  }
}
