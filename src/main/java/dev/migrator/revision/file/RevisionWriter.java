package dev.migrator.revision.file;

import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionHeader;
import java.util.regex.Pattern;

/** Writes a revision as text: the same revision as the same characters. */
public final class RevisionWriter {

  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private RevisionWriter() {}

  /**
   * The text of a revision.
   *
   * @throws UnwritableRevisionException if the format cannot hold it, or its message is no line
   */
  public static String write(Revision revision, RevisionFormat format) {
    refuseMessage(revision.header());
    return format.write(revision);
  }

  private static void refuseMessage(RevisionHeader header) {
    if (header.message().isBlank()) {
      throw UnwritableRevisionException.emptyMessage(header.id());
    }
    if (LINE_BREAK.matcher(header.message()).find()) {
      throw UnwritableRevisionException.severalLines(header.id());
    }
  }
}
