package dev.migrator.revision.file;

import dev.migrator.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A file or directory cannot be read or written. */
public final class FileAccessException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private FileAccessException(String message, Throwable cause) {
    super(message, cause);
  }

  static FileAccessException reading(Path file, IOException cause) {
    String reason =
        cause instanceof AccessDeniedException ? "it may not be read by this user" : reason(cause);
    return new FileAccessException("cannot read %s: %s.".formatted(file, reason), cause);
  }

  static FileAccessException readingDirectory(Path directory, IOException cause) {
    String reason =
        cause instanceof AccessDeniedException
            ? "it may not be read by this user. Allow it"
            : reason(cause)
                + (cause instanceof NoSuchFileException ? ". Create it" : ". Make it one");
    return new FileAccessException(
        "cannot read the migrations directory %s: %s, or correct migrations.directory in the configuration."
            .formatted(directory, reason),
        cause);
  }

  /** A file or directory cannot be made. */
  public static FileAccessException writing(Path file, IOException cause) {
    String reason =
        cause instanceof AccessDeniedException
            ? "this user may not write there"
            : cause instanceof NoSuchFileException
                ? "the directory for it does not exist"
                : fileAbove(file).map(above -> above + " is no directory").orElse(reason(cause));
    return new FileAccessException("cannot write %s: %s.".formatted(file, reason), cause);
  }

  /** What is no directory, though the path goes through it. */
  private static Optional<Path> fileAbove(Path file) {
    return Stream.iterate(file.toAbsolutePath().getParent(), Objects::nonNull, Path::getParent)
        .filter(Files::exists)
        .findFirst()
        .filter(above -> !Files.isDirectory(above));
  }

  private static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "it exists already";
    }
    if (cause instanceof NotDirectoryException) {
      return "it is no directory";
    }
    String words =
        cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
    return words == null ? "the file system refuses" : words;
  }
}
