package dev.migrator.command;

import dev.migrator.revision.file.EditorLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schemas with which editors complete and check the files that people write. */
public enum EditorSchema {
  /** That of {@code migrator.yaml}. */
  CONFIGURATION("migrator.schema.json"),
  /** That of a revision. */
  REVISION(EditorLine.REVISION_SCHEMA);

  private final String fileName;

  EditorSchema(String fileName) {
    this.fileName = fileName;
  }

  /** What its file is called. */
  String fileName() {
    return fileName;
  }

  /** The schema. */
  public String text() {
    try (InputStream input = EditorSchema.class.getResourceAsStream("/dev/migrator/" + fileName)) {
      return new String(
          Objects.requireNonNull(input, fileName).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
