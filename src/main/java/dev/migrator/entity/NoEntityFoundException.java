package dev.migrator.entity;

import dev.migrator.problem.ProblemException;
import java.util.List;

/** The configured packages hold no entity. */
final class NoEntityFoundException extends ProblemException {

  private static final long serialVersionUID = 1L;

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
                ClassPath.listing(source.classpath()),
                advice(seen, oldNamespace)));
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
      return "there is no class file. Compile the project, or correct models.packages"
          + " (a.b is one package, a.b.** also those below it) or models.classpath.";
    }
    return "none of its %d class files carries @Entity. Correct models.packages (a.b is one package, a.b.** also those below it)."
        .formatted(seen);
  }
}
