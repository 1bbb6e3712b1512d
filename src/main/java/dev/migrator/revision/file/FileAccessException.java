package dev.migrator.revision.file;

import dev.migrator.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** A file or directory cannot be read or written. */
public final class FileAccessException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private FileAccessException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * @param verb what was tried: {@code read}, {@code write}
   */
  static FileAccessException of(String verb, Path file, IOException cause) {
    return new FileAccessException("cannot %s %s: %s".formatted(verb, file, reason(cause)), cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (cause instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "it exists already";
    }
    if (cause instanceof NotDirectoryException) {
      return "it is no directory";
    }
    return String.valueOf(cause.getMessage());
  }
}
