package dev.migrator.command;

import dev.migrator.operation.Operation;
import dev.migrator.operation.SchemaMismatchException;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.file.RevisionDirectory;
import dev.migrator.schema.Schema;
import java.util.Set;

/** The schema that revisions give, worked out from their files alone. */
final class Replay {

  private Replay() {}

  /**
   * The schema of a database at these version rows.
   *
   * @throws CommandException naming the revision, if its operations do not fit what comes before
   */
  static Schema of(RevisionGraph graph, RevisionDirectory revisions, Set<RevisionId> rows) {
    Schema schema = Schema.EMPTY;
    for (RevisionHeader header : graph.applied(rows)) {
      schema = apply(header.id(), revisions, schema);
    }
    return schema;
  }

  /**
   * What the revisions of a database say of it. They may have changed things that they did not make
   * (a table that the model took over): these are left out here, and known by an inspection alone.
   */
  static Schema ofApplied(RevisionGraph graph, RevisionDirectory revisions, Set<RevisionId> rows) {
    Schema schema = Schema.EMPTY;
    for (RevisionHeader header : graph.applied(rows)) {
      for (Operation operation : revisions.upgrade(header.id())) {
        schema = operation.applyIfKnown(schema);
      }
    }
    return schema;
  }

  private static Schema apply(RevisionId id, RevisionDirectory revisions, Schema before) {
    Schema schema = before;
    try {
      for (Operation operation : revisions.upgrade(id)) {
        schema = operation.applyTo(schema);
      }
      return schema;
    } catch (SchemaMismatchException mismatch) {
      throw new CommandException(
          "revision '%s' does not fit the revisions before it: %s (%s)"
              .formatted(id, mismatch.getMessage(), revisions.path(id)),
          mismatch);
    }
  }
}
