package dev.migrator.command;

import dev.migrator.revision.RevisionGraph;
import java.util.List;

/** Finds the newest revision of each branch, from the files alone. */
public final class Heads {

  private Heads() {}

  /**
   * What to find.
   *
   * @param resolveDependencies whether a revision that another depends on is no head
   */
  public record Request(boolean resolveDependencies) {}

  /** The heads, oldest first. */
  public static List<RevisionInfo> run(Project project, Request request) {
    RevisionGraph graph = project.graph();
    return RevisionInfo.of(
        project, request.resolveDependencies() ? graph.effectiveHeads() : graph.heads());
  }
}
