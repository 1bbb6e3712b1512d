package dev.migrator.revision;

import java.time.Instant;
import java.util.List;

/**
 * What the graph needs of a revision; its operations are read only where they are run.
 *
 * @param id the identifier
 * @param parents the revisions that it follows: none for a base, two or more for a merge
 * @param dependsOn revisions, or labels of revisions, that must be applied before without being
 *     parents
 * @param branchLabels names for the branch that begins here
 * @param replaces the revisions that this one stands for, oldest first
 * @param message what it does, in a line
 * @param created when it was written
 */
public record RevisionHeader(
    RevisionId id,
    List<RevisionId> parents,
    List<String> dependsOn,
    List<String> branchLabels,
    List<RevisionId> replaces,
    String message,
    Instant created) {

  public RevisionHeader {
    parents = List.copyOf(parents);
    dependsOn = List.copyOf(dependsOn);
    branchLabels = List.copyOf(branchLabels);
    replaces = List.copyOf(replaces);
  }

  /** The same behind other revisions. */
  public RevisionHeader withParents(List<RevisionId> others) {
    return new RevisionHeader(id, others, dependsOn, branchLabels, replaces, message, created);
  }

  /** The same with another message. */
  public RevisionHeader withMessage(String other) {
    return new RevisionHeader(id, parents, dependsOn, branchLabels, replaces, other, created);
  }

  /** The same as what others were squashed into. */
  public RevisionHeader replacing(
      List<RevisionId> others, List<String> dependencies, List<String> labels) {
    return new RevisionHeader(id, parents, dependencies, labels, others, message, created);
  }

  /** A revision without dependencies, labels and replaced revisions. */
  public static RevisionHeader of(
      RevisionId id, List<RevisionId> parents, String message, Instant created) {
    return new RevisionHeader(id, parents, List.of(), List.of(), List.of(), message, created);
  }
}
