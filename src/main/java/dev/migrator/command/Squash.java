package dev.migrator.command;

import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.RevisionStep;
import dev.migrator.revision.Target;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts one revision in place of several that follow one another. */
public final class Squash {

  private Squash() {}

  /**
   * What to squash.
   *
   * @param range {@code FROM:TO}: what an upgrade from the one to the other would run
   * @param revision what the new revision's file is like; its place follows from the range
   */
  public record Request(String range, NewRevision revision) {}

  /**
   * What was written.
   *
   * @param file the new revision's file
   * @param id the new revision
   * @param replaced the files of those that it replaces, oldest first
   * @param before how many operations these have together on the way up
   * @param after how many the new one has
   */
  public record Result(Path file, RevisionId id, List<Path> replaced, int before, int after) {}

  /**
   * Writes the revision; no other file is touched, and no database asked.
   *
   * @throws CommandException if the range is none, or something outside begins inside of it
   */
  public static Result run(Project project, Request request) {
    RevisionGraph graph = project.graph();
    TargetRange ends = ends(request.range());
    SortedSet<RevisionId> rows = ends.rows(graph);
    List<RevisionHeader> range =
        graph.upgrade(rows, Target.of(end(project, ends.to()))).stream()
            .map(RevisionStep::revision)
            .toList();
    requireRange(graph, range, request.range());
    List<Revision> revisions =
        range.stream().map(header -> project.revisions().read(header.id())).toList();
    SquashedOperations operations = SquashedOperations.of(revisions, project.replay(rows));
    Placement placement = placement(project, graph, range, request.revision());
    Path file =
        placement.write(
            project,
            new Revision(placement.header(), operations.upgrade(), operations.downgrade()));
    return new Result(
        file,
        placement.header().id(),
        range.stream().map(header -> project.revisions().path(header.id())).toList(),
        revisions.stream().mapToInt(revision -> revision.upgrade().size()).sum(),
        operations.upgrade().size());
  }

  private static TargetRange ends(String text) {
    return TargetRange.of(text)
        .orElseThrow(
            () ->
                new CommandException(
                    "'%s' is no range. Give FROM:TO, as in base:%s.".formatted(text, text)));
  }

  private static RevisionId end(Project project, String to) {
    String text = to.isEmpty() ? "head" : to;
    List<RevisionHeader> end = Revisions.named(project, text);
    return end.size() == 1 ? end.get(0).id() : project.graph().resolve(text).id();
  }

  private static void requireRange(RevisionGraph graph, List<RevisionHeader> range, String text) {
    if (range.size() < 2) {
      throw new CommandException(
          "'%s' is a range of %s: there is nothing to squash."
              .formatted(text, range.isEmpty() ? "no revision" : "one revision"));
    }
    Set<RevisionId> inside = Revisions.ids(range);
    for (RevisionHeader header : range.subList(0, range.size() - 1)) {
      graph.children(header.id()).stream()
          .filter(child -> !inside.contains(child.id()))
          .findFirst()
          .ifPresent(
              child -> {
                throw new CommandException(
                    "revision '%s' follows '%s', which lies inside of the range. End the range at '%s', or begin it there."
                        .formatted(child.id(), header.id(), header.id()));
              });
    }
  }

  private static Placement placement(
      Project project, RevisionGraph graph, List<RevisionHeader> range, NewRevision wanted) {
    Set<RevisionId> inside = Revisions.ids(range);
    Set<RevisionId> below =
        range.stream()
            .flatMap(header -> header.parents().stream())
            .filter(parent -> !inside.contains(parent))
            .map(parent -> graph.resolve(parent.value()).id())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<String> parents =
        below.stream()
            .filter(
                parent ->
                    below.stream()
                        .noneMatch(other -> !other.equals(parent) && graph.follows(other, parent)))
            .map(RevisionId::value)
            .toList();
    Placement placement = Placement.of(project, wanted.spliced(parents));
    List<String> dependencies =
        Stream.concat(
                range.stream()
                    .flatMap(header -> header.dependsOn().stream())
                    .filter(text -> !inside.contains(graph.resolve(text).id())),
                placement.header().dependsOn().stream())
            .distinct()
            .toList();
    List<String> labels =
        Stream.concat(
                range.stream().flatMap(header -> header.branchLabels().stream()),
                placement.header().branchLabels().stream())
            .distinct()
            .toList();
    List<RevisionId> replaced =
        range.stream()
            .flatMap(header -> Stream.concat(header.replaces().stream(), Stream.of(header.id())))
            .toList();
    return placement.with(project, placement.header().replacing(replaced, dependencies, labels));
  }
}
