package dev.migrator.execute;

import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.UnfilledPlace;
import java.util.List;

/** Where revisions come from. */
public interface RevisionSource {

  /** A revision, whole. */
  Revision read(RevisionId id);

  /** The places of a revision that are marked for a person to fill in. */
  List<UnfilledPlace> unfilled(RevisionId id);

  /** What tells whether a revision is still what it was: {@code sha256:…}. */
  String checksum(RevisionId id);
}
