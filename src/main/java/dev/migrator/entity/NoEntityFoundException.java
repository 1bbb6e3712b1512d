package dev.migrator.entity;

import dev.migrator.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
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
   * @param named the classes that were named one by one
   * @param oldNamespace whether entities of {@code javax.persistence} were among them
   */
  NoEntityFoundException(
      EntitySource source, int seen, Collection<String> named, boolean oldNamespace) {
    super(
        "no entity was found in %s of the class path %s: %s"
            .formatted(
                searched(source.packages(), seen, named),
                listing(source.classpath()),
                advice(source, seen, named, oldNamespace)));
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

  private static String searched(List<String> packages, int seen, Collection<String> named) {
    return switch (packages.size()) {
      case 0 -> seen == 0 && !named.isEmpty() ? "the named classes" : "the directories";
      case 1 -> "the package " + packages.get(0);
      default -> "the packages " + String.join(", ", packages);
    };
  }

  private static String advice(
      EntitySource source, int seen, Collection<String> named, boolean oldNamespace) {
    if (oldNamespace) {
      return "its entities use javax.persistence, and only jakarta.persistence is read.";
    }
    if (seen > 0) {
      return "none of its %d class files carries @Entity. Correct models.packages (a.b is one package, a.b.** also those below it)."
          .formatted(seen);
    }
    if (!named.isEmpty()) {
      return "%s carries no @Entity, and no other class is searched. Name the entities too, or their packages under models.packages."
          .formatted(String.join(", ", named));
    }
    return isOfJars(source)
        ? "none of its entries is a directory, and jars are searched only for what is named. Name the packages of the entities under models.packages (a.b is one package, a.b.** also those below it), or the entities under models.classes."
        : NO_CLASS_FILE;
  }

  private static boolean isOfJars(EntitySource source) {
    return source.packages().isEmpty()
        && !source.classpath().isEmpty()
        && source.classpath().stream().allMatch(Files::isRegularFile);
  }
}
