package dev.migrator.execute;

import dev.migrator.revision.RevisionId;
import dev.migrator.schema.Schema;
import java.util.SortedSet;

/** Where the schema before a step comes from. */
public interface SchemaSource {

  /**
   * The portable schema that the database has now: the replay of the applied revisions, reconciled
   * with an inspection.
   *
   * @param heads the version rows
   */
  Schema current(Database database, SortedSet<RevisionId> heads);

  /**
   * The schema that the revisions say the database has.
   *
   * @param heads the version rows
   */
  Schema replayed(SortedSet<RevisionId> heads);
}
