package dev.migrator.command;

import dev.migrator.revision.file.EditorLine;
import dev.migrator.revision.file.FileAccessException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Starts a project: a commented {@code migrator.yaml} and a migrations folder, with the JSON
 * Schemas that editors check both by.
 */
public final class Init {

  private Init() {}

  /**
   * What to create.
   *
   * @param configuration the file to write, absolute
   * @param directory the migrations folder, relative to the configuration's folder
   * @param template the kind of project
   */
  public record Request(Path configuration, String directory, Template template) {}

  /**
   * What was created.
   *
   * @param configuration the file
   * @param directory the migrations folder
   */
  public record Result(Path configuration, Path directory) {}

  /**
   * Creates both, or neither.
   *
   * @throws CommandException if one of them is there already
   * @throws FileAccessException if one of them cannot be written
   */
  public static Result run(Request request) {
    Path folder = request.configuration().resolveSibling(request.directory()).normalize();
    refuseExisting(request.configuration(), folder);
    try {
      Files.createDirectories(folder);
      for (EditorSchema schema : EditorSchema.values()) {
        Files.writeString(folder.resolve(schema.fileName()), schema.text());
      }
      Files.writeString(request.configuration(), configuration(request));
    } catch (IOException failure) {
      throw FileAccessException.writing(refused(failure, request.configuration()), failure);
    }
    return new Result(request.configuration(), folder);
  }

  private static String configuration(Request request) {
    return EditorLine.naming(request.directory() + "/" + EditorSchema.CONFIGURATION.fileName())
        + request.template().configuration(request.directory());
  }

  private static Path refused(IOException failure, Path otherwise) {
    return failure instanceof FileSystemException named && named.getFile() != null
        ? Path.of(named.getFile())
        : otherwise;
  }

  private static void refuseExisting(Path configuration, Path folder) {
    if (Files.exists(configuration)) {
      throw new CommandException(
          "%s exists already, and init does not overwrite. Remove it, or edit it."
              .formatted(configuration.getFileName()));
    }
    if (Files.exists(folder) && !isEmptyDirectory(folder)) {
      throw new CommandException(
          "%s exists already and is not an empty folder. Name another: migrator init DIR."
              .formatted(folder.getFileName()));
    }
  }

  private static boolean isEmptyDirectory(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    } catch (IOException unreadable) {
      return false;
    }
  }
}
