package dev.migrator.command;

import dev.migrator.revision.RevisionGraph;
import java.util.List;
import java.util.Set;

/** Finds the newest revision of each branch, from the files alone. */
public final class Heads {

  private Heads() {}

  /** The heads, oldest first. */
  public static List<RevisionInfo> run(Project project) {
    RevisionGraph graph = project.graph();
    return RevisionInfo.of(graph, graph.heads(), Set.of());
  }
}
