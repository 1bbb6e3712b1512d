package dev.migrator.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The cases that are text files below some directories.
 *
 * <p>{@code -Dcase=TEXT} runs only those whose path contains the text, {@code -Dupdate} writes what
 * came out in place of what is expected.
 */
public final class TextCases {

  private final List<Path> directories;

  public TextCases(Path... directories) {
    this.directories = List.of(directories);
  }

  /** The directory of a project and those that a system property lists, as a class path does. */
  public static TextCases withFurther(Path directory, String property) {
    Stream<Path> further =
        Arrays.stream(System.getProperty(property, "").split(File.pathSeparator))
            .filter(path -> !path.isBlank())
            .map(String::strip)
            .map(Path::of);
    return new TextCases(Stream.concat(Stream.of(directory), further).toArray(Path[]::new));
  }

  /** Whether expectations are rewritten. */
  public static boolean isUpdate() {
    return System.getProperty("update") != null;
  }

  /**
   * A container for each file.
   *
   * @param tests the tests of one file, from its name and its path; reports show a test's own name
   *     alone, so it has to hold the file's
   */
  public Stream<DynamicNode> tests(BiFunction<String, Path, Stream<DynamicTest>> tests) {
    String wanted = System.getProperty("case", "");
    return directories.stream()
        .flatMap(
            directory ->
                files(directory)
                    .filter(file -> file.toString().contains(wanted))
                    .map(file -> container(name(directory, file), file, tests)));
  }

  private static DynamicNode container(
      String name, Path file, BiFunction<String, Path, Stream<DynamicTest>> tests) {
    return DynamicContainer.dynamicContainer(name, file.toUri(), tests.apply(name, file));
  }

  private static String name(Path directory, Path file) {
    return directory.relativize(file).toString().replaceFirst("\\.txt$", "");
  }

  private static Stream<Path> files(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
