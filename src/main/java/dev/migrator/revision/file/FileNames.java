package dev.migrator.revision.file;

import dev.migrator.revision.RevisionHeader;
import java.text.Normalizer;
import java.util.Locale;

/** The names of revision files: the id, and what can be kept of the message. */
final class FileNames {

  private static final int MAXIMUM_SLUG = 40;

  private FileNames() {}

  /** {@code aa79e1d59e68_creating_database.yaml}. */
  static String of(RevisionHeader header, RevisionFormat format) {
    String id = header.id().value().replaceAll("[^\\p{L}\\p{Nd}_.]|^\\.", "_");
    String slug = slug(header.message());
    return id + (slug.isEmpty() ? "" : "_" + slug) + format.suffix();
  }

  /**
   * The words of a message in lower case, joined by underscores; no more whole words than fit 40
   * characters.
   */
  static String slug(String message) {
    String words =
        Normalizer.normalize(message, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{Nd}]+", "_")
            .replaceAll("^_|_$", "");
    if (words.length() <= MAXIMUM_SLUG) {
      return words;
    }
    int end = words.lastIndexOf('_', MAXIMUM_SLUG);
    return words.substring(0, end > 0 ? end : MAXIMUM_SLUG);
  }
}
