package dev.migrator.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The version of this program, as the build wrote it down. */
public final class Version {

  private Version() {}

  /** {@code 0.1.0}. */
  public static String text() {
    try (InputStream input = Version.class.getResourceAsStream("/dev/migrator/version.txt")) {
      return new String(
              Objects.requireNonNull(input, "version.txt").readAllBytes(), StandardCharsets.UTF_8)
          .strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
