package dev.migrator.execute;

import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionId;

/** Where revisions come from. */
public interface RevisionSource {

  /** A revision, whole. */
  Revision read(RevisionId id);

  /** What tells whether a revision is still what it was: {@code sha256:…}. */
  String checksum(RevisionId id);
}
