package dev.migrator.command;

import dev.migrator.revision.file.RevisionFormat;
import java.util.List;
import java.util.Optional;

/**
 * A revision that is to be written: where it comes in the graph, and what its file is like.
 *
 * @param message what it does, in a line
 * @param parents targets that it follows; {@code base} begins a line of its own
 * @param splice whether it may follow a revision that others follow already
 * @param branchLabels names for the branch that begins with it
 * @param dependsOn targets or labels that must be applied before
 * @param id its identifier, if it is not to be a new one
 * @param directory one of the project's directories, if it is not to be that of a parent
 * @param format the form of the file
 */
public record NewRevision(
    String message,
    List<String> parents,
    boolean splice,
    List<String> branchLabels,
    List<String> dependsOn,
    Optional<String> id,
    Optional<String> directory,
    RevisionFormat format) {

  public NewRevision {
    parents = List.copyOf(parents);
    branchLabels = List.copyOf(branchLabels);
    dependsOn = List.copyOf(dependsOn);
  }

  /** The same with other parents. */
  NewRevision withParents(List<String> others) {
    return new NewRevision(message, others, splice, branchLabels, dependsOn, id, directory, format);
  }

  /** The same behind these, whatever follows them already. */
  NewRevision spliced(List<String> others) {
    return new NewRevision(
        message,
        others.isEmpty() ? List.of("base") : others,
        true,
        branchLabels,
        dependsOn,
        id,
        directory,
        format);
  }

  /** One that follows the head. */
  public static NewRevision of(String message) {
    return new NewRevision(
        message,
        List.of("head"),
        false,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        RevisionFormat.YAML);
  }
}
