package dev.migrator.revision.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The code blocks of {@code docs/revisions.md}. */
final class RevisionExamples {

  private static final String HEADER =
      """
      revision: 000000000001
      revises: []
      message: example
      created: 2026-11-22T05:40:00Z
      upgrade:
      """;

  private RevisionExamples() {}

  /** The blocks in YAML, each as a whole revision. */
  static List<String> yaml() {
    return blocks("yaml").stream()
        .map(
            block ->
                block.startsWith("revision:")
                    ? block
                    : HEADER + block.indent(2) + "downgrade: []\n")
        .toList();
  }

  static List<String> sql() {
    return blocks("sql");
  }

  private static List<String> blocks(String language) {
    try {
      return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
          .matcher(Files.readString(Path.of("docs/revisions.md")))
          .results()
          .map(block -> block.group(1))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
