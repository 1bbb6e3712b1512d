package dev.migrator.entity;

import dev.migrator.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The configured packages hold no entity. */
final class NoEntityFoundException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /** How many entries of a long class path are named. */
  private static final int LISTED = 3;

  private static final String NO_CLASS_FILE =
      "there is no class file. Compile the project, or correct models.packages"
          + " (a.b is one package, a.b.** also those below it) or models.classpath.";

  /**
   * @param source what was searched
   * @param seen the number of class files in the packages
   * @param oldNamespace whether entities of {@code javax.persistence} were among them
   */
  NoEntityFoundException(EntitySource source, int seen, boolean oldNamespace) {
    super(
        "no entity was found in %s of the class path %s: %s"
            .formatted(
                searched(source.packages()),
                listing(source.classpath()),
                advice(seen, oldNamespace)));
  }

  private NoEntityFoundException(String message) {
    super(message);
  }

  /**
   * One of the configured packages has no class file at all, as if its name were misspelt.
   *
   * @param wanted the package's name or pattern
   * @param nearest what is probably meant
   */
  static NoEntityFoundException emptyPackage(
      String wanted, Optional<String> nearest, List<Path> classpath) {
    return new NoEntityFoundException(
        "no entity was found in the package %s of the class path %s: %s"
            .formatted(
                wanted,
                listing(classpath),
                NO_CLASS_FILE + nearest.map(" Did you mean %s?"::formatted).orElse("")));
  }

  /** The class path in one line of a message; of a long one the beginning and how much more. */
  static String listing(List<Path> classpath) {
    if (classpath.isEmpty()) {
      return "which is empty";
    }
    int shown = classpath.size() <= LISTED + 1 ? classpath.size() : LISTED;
    return classpath.stream().limit(shown).map(Path::toString).collect(Collectors.joining(", "))
        + (shown < classpath.size() ? " and %d more".formatted(classpath.size() - shown) : "");
  }

  private static String searched(List<String> packages) {
    return switch (packages.size()) {
      case 0 -> "the directories";
      case 1 -> "the package " + packages.get(0);
      default -> "the packages " + String.join(", ", packages);
    };
  }

  private static String advice(int seen, boolean oldNamespace) {
    if (oldNamespace) {
      return "its entities use javax.persistence, and only jakarta.persistence is read.";
    }
    if (seen == 0) {
      return NO_CLASS_FILE;
    }
    return "none of its %d class files carries @Entity. Correct models.packages (a.b is one package, a.b.** also those below it)."
        .formatted(seen);
  }
}
