package dev.migrator.revision.file;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The comment that tells an editor which JSON Schema a file follows, as the YAML language server
 * reads it.
 *
 * @see <a href="https://github.com/redhat-developer/yaml-language-server#using-inlined-schema">YAML
 *     language server: inlined schema</a>
 */
public final class EditorLine {

  /** The schema of revisions; where it stands beside them, they name it. */
  public static final String REVISION_SCHEMA = "revision.schema.json";

  private EditorLine() {}

  /** The line with its end. */
  public static String naming(String schema) {
    return "# yaml-language-server: $schema=" + schema + "\n";
  }

  /** What a new revision begins with in a directory or in a folder of it. */
  static String of(RevisionFormat format, Path directory, Path file) {
    Path schema = directory.resolve(REVISION_SCHEMA);
    return format == RevisionFormat.YAML && Files.exists(schema)
        ? naming("../".repeat(directory.relativize(file).getNameCount() - 1) + REVISION_SCHEMA)
        : "";
  }
}
