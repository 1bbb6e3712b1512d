package dev.migrator.revision.file;

import dev.migrator.revision.Revision;

/** Writes a revision as text: the same revision as the same characters. */
public final class RevisionWriter {

  private RevisionWriter() {}

  /**
   * The text of a revision.
   *
   * @throws UnwritableRevisionException if the format cannot hold it
   */
  public static String write(Revision revision, RevisionFormat format) {
    return format.write(revision);
  }
}
