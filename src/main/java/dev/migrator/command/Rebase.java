package dev.migrator.command;

import dev.migrator.config.ConfigurationException;
import dev.migrator.dialect.Dialect.Access;
import dev.migrator.execute.ConnectionFailedException;
import dev.migrator.execute.Database;
import dev.migrator.execute.DatabaseState;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Moves a revision behind another: two heads become one line without a merge. */
public final class Rebase {

  private Rebase() {}

  /**
   * What to move.
   *
   * @param revision the revision, with all that follows it
   * @param onto what it is to follow; without it, the only other head
   */
  public record Request(String revision, Optional<String> onto) {}

  /**
   * What was moved.
   *
   * @param revision the revision
   * @param file its file
   * @param before what it followed
   * @param parent what it follows
   * @param unasked why no database could tell whether the revision is applied
   */
  public record Result(
      RevisionId revision,
      Path file,
      Optional<RevisionId> before,
      RevisionId parent,
      Optional<String> unasked) {}

  /**
   * Changes the one value in the revision's file.
   *
   * @throws CommandException if it is applied, or it cannot follow the other
   */
  public static Result run(Project project, Request request) {
    RevisionGraph graph = project.graph();
    RevisionHeader moved = graph.resolve(request.revision());
    if (moved.parents().size() > 1) {
      throw new CommandException(
          "revision '%s' is a merge. Move one of the lines that it joins.".formatted(moved.id()));
    }
    RevisionId parent =
        request.onto().map(text -> graph.resolve(text).id()).orElseGet(() -> other(graph, moved));
    requireFitting(project, moved, parent);
    if (request.onto().isEmpty()) {
      requireWhole(graph, moved, parent);
    }
    Optional<String> unasked = requireUnapplied(project, moved.id());
    Path file = project.revisions().follow(moved.id(), parent);
    return new Result(moved.id(), file, moved.parents().stream().findFirst(), parent, unasked);
  }

  /** The head of the other line. */
  private static RevisionId other(RevisionGraph graph, RevisionHeader moved) {
    List<RevisionId> others =
        graph.heads().stream()
            .map(RevisionHeader::id)
            .filter(head -> !graph.follows(head, moved.id()))
            .toList();
    if (others.size() == 1) {
      return others.get(0);
    }
    throw new CommandException(
        others.isEmpty()
            ? "there is no other line that '%s' could go behind: every head follows it."
                .formatted(moved.id())
            : "'%s' could go behind %s. Name one: --onto REVISION."
                .formatted(
                    moved.id(),
                    String.join(" or ", others.stream().map(RevisionId::value).toList())));
  }

  private static void requireFitting(Project project, RevisionHeader moved, RevisionId parent) {
    if (moved.parents().equals(List.of(parent))) {
      throw new CommandException(
          "revision '%s' follows '%s' already.".formatted(moved.id(), parent));
    }
    if (project.graph().follows(parent, moved.id())) {
      throw new CommandException(
          "revision '%s' cannot follow '%s', which %s."
              .formatted(moved.id(), parent, parent.equals(moved.id()) ? "it is" : "follows it"));
    }
    RevisionGraph.of(
        project.revisions().headers().stream()
            .map(
                header ->
                    header.id().equals(moved.id()) ? header.withParents(List.of(parent)) : header)
            .toList());
  }

  /** The rest of its own line would be another head, and nothing would be gained. */
  private static void requireWhole(RevisionGraph graph, RevisionHeader moved, RevisionId parent) {
    Optional<RevisionId> left =
        moved.parents().stream()
            .filter(below -> graph.children(below).size() == 1)
            .filter(below -> !graph.follows(parent, below))
            .findFirst();
    if (left.isPresent()) {
      throw new CommandException(
          "without '%s', '%s' would be a head. To move the whole line: migrator rebase %s. To move this one alone, give --onto %s."
              .formatted(
                  moved.id(),
                  left.get(),
                  graph.movable(List.of(moved), Set.of()).orElse(moved.id()),
                  parent));
    }
  }

  /** Why it is not known; a database that has the revision keeps it where it is. */
  private static Optional<String> requireUnapplied(Project project, RevisionId moved) {
    DatabaseState state;
    String address;
    try (Database database = project.connect(Access.READ)) {
      state = database.state(project.ownTables());
      address = project.address(database);
    } catch (ConnectionFailedException | ConfigurationException unreachable) {
      return Optional.of(String.valueOf(unreachable.getMessage()));
    }
    if (isApplied(project.graph(), state, moved)) {
      throw new CommandException(
          "revision '%s' is applied to %s, so it stays where it is. Move the other line, or 'migrator merge' the two."
              .formatted(moved, address));
    }
    return Optional.empty();
  }

  private static boolean isApplied(RevisionGraph graph, DatabaseState state, RevisionId moved) {
    return state.checksums().containsKey(moved)
        || state.partial().stream().anyMatch(half -> half.revision().equals(moved))
        || state.heads().stream()
            .filter(row -> graph.find(row).isPresent())
            .flatMap(row -> graph.applied(Set.of(row)).stream())
            .anyMatch(header -> header.id().equals(moved));
  }
}
