package dev.migrator.revision.file;

import java.text.Normalizer;
import java.util.Locale;

/** What can be kept of a message in the name of a file. */
final class FileNames {

  private static final int MAXIMUM_SLUG = 40;

  private FileNames() {}

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
