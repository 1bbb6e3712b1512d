package dev.migrator.config;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/**
 * Where the revisions are, and how new ones are written.
 *
 * @param directories the folders with the revision files, at least one
 * @param recursive whether the folders in these are searched as well
 * @param fileName how a new file is called: {@code {id}_{slug}}
 * @param timezone where the time in a file's name is told
 * @param afterWrite commands that are run with each new file, in order
 */
public record MigrationSettings(
    List<Path> directories,
    boolean recursive,
    String fileName,
    ZoneId timezone,
    List<String> afterWrite) {

  /** What may stand in braces in the name of a file. */
  public static final List<String> FILE_NAME_PARTS =
      List.of("id", "slug", "epoch", "year", "month", "day", "hour", "minute", "second");

  public MigrationSettings {
    directories = List.copyOf(directories);
    afterWrite = List.copyOf(afterWrite);
  }
}
