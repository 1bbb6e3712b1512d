package dev.migrator.revision.file;

import dev.migrator.operation.Operation;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.UnfilledPlace;
import java.nio.file.Path;
import java.util.List;

/** Reads a revision file, strictly: whatever it does not know is an error with its place. */
public final class RevisionReader {

  private RevisionReader() {}

  /**
   * The revision in a file, whose name tells its format.
   *
   * @throws RevisionFileException if it holds none
   * @throws FileAccessException if it cannot be read
   */
  public static Revision read(Path file) {
    return format(file).read(file.toString(), TextFiles.read(file));
  }

  /**
   * The revision of a text.
   *
   * @param file what messages call the text
   * @throws RevisionFileException if it holds none
   */
  public static Revision read(String file, String text, RevisionFormat format) {
    return format.read(file, text);
  }

  /**
   * What the revision in a file does on the way up; what it does on the way down is not looked at.
   *
   * @throws RevisionFileException if that cannot be told
   * @throws FileAccessException if it cannot be read
   */
  public static List<Operation> readUpgrade(Path file) {
    return format(file).readUpgrade(file.toString(), TextFiles.read(file));
  }

  /**
   * The places of the revision in a file that are marked for a person to fill in.
   *
   * @throws RevisionFileException if it holds none
   * @throws FileAccessException if it cannot be read
   */
  static List<UnfilledPlace> readUnfilled(Path file) {
    return format(file).readUnfilled(file.toString(), TextFiles.read(file));
  }

  /**
   * The header of the revision in a file; its operations are not looked at.
   *
   * @throws RevisionFileException if it holds none
   * @throws FileAccessException if it cannot be read
   */
  public static RevisionHeader readHeader(Path file) {
    return format(file).readHeader(file.toString(), TextFiles.read(file));
  }

  /** Where a value of a revision's header stands. */
  static Position place(Path file, String key) {
    return format(file).place(file.toString(), TextFiles.read(file), key);
  }

  /** The text of a file's revision with another parent in place of the only one. */
  static String follow(Path file, String text, RevisionId parent) {
    return format(file).follow(file.toString(), text, parent);
  }

  private static RevisionFormat format(Path file) {
    return RevisionFormat.of(file)
        .orElseThrow(
            () ->
                new RevisionFileException(
                    Position.start(file.toString()),
                    "a revision's file name ends in .yaml, .yml or .sql"));
  }
}
