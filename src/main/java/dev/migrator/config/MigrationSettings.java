package dev.migrator.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the revisions are.
 *
 * @param directories the folders with the revision files, at least one
 */
public record MigrationSettings(List<Path> directories) {

  public MigrationSettings {
    directories = List.copyOf(directories);
  }
}
