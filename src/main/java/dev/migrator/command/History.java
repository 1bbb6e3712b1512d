package dev.migrator.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists revisions, from the files, and from the database only where asked. */
public final class History {

  private History() {}

  /**
   * What to list.
   *
   * @param range {@code FROM:TO}, of which either may be missing; without one, everything
   * @param indicateCurrent whether to mark the database's revisions
   */
  public record Request(Optional<String> range, boolean indicateCurrent) {}

  /**
   * The revisions, newest first.
   *
   * @throws CommandException if the range is none
   */
  public static List<RevisionInfo> run(Project project, Request request) {
    return RevisionInfo.of(
        project,
        request
            .range()
            .map(range -> HistoryRange.parse(range).revisions(project))
            .orElseGet(project.graph()::history),
        request.indicateCurrent() ? project.positions() : Set.of());
  }
}
