package dev.migrator.command;

import dev.migrator.config.MigrationSettings;
import dev.migrator.operation.Operation;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.Target;
import dev.migrator.revision.file.FileNaming;
import dev.migrator.revision.file.RevisionFormat;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a new revision comes: a header that fits the graph, and a directory for its file.
 *
 * @param header its header
 * @param directory the directory of its file
 * @param format the form of the file
 */
record Placement(RevisionHeader header, Path directory, RevisionFormat format) {

  /**
   * The place that was asked for.
   *
   * @throws dev.migrator.problem.ProblemException if there is none: a parent that is no head, a
   *     label or id that is taken, a directory that is none of the project's
   */
  static Placement of(Project project, NewRevision wanted) {
    List<RevisionHeader> parents = parents(project.graph(), wanted);
    wanted.branchLabels().forEach(label -> requireFree(project, label));
    RevisionHeader header =
        new RevisionHeader(
            wanted.id().map(text -> id(project, text)).orElseGet(() -> newId(project)),
            parents.stream().map(RevisionHeader::id).toList(),
            dependencies(project.graph(), wanted.dependsOn()),
            wanted.branchLabels(),
            List.of(),
            wanted.message(),
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    requireFitting(project, header);
    return new Placement(header, directory(project, wanted, parents), wanted.format());
  }

  private static List<RevisionHeader> parents(RevisionGraph graph, NewRevision wanted) {
    Set<RevisionHeader> parents = new LinkedHashSet<>();
    for (String text : wanted.parents()) {
      Target target = Target.parse(text);
      parents.addAll(
          target.steps().isEmpty() && target.revision().equals(Target.HEADS.revision())
              ? graph.resolve(target)
              : one(graph, text));
    }
    for (RevisionHeader parent : parents) {
      List<RevisionHeader> children = graph.children(parent.id());
      if (!children.isEmpty() && !wanted.splice()) {
        throw new CommandException(
            "revision '%s' is no head: '%s' follows it already. Give --splice to begin a branch there, or name a head."
                .formatted(parent.id(), children.get(0).id()));
      }
    }
    return List.copyOf(parents);
  }

  /** The revision of a target; none for base, and for the head of a project without revisions. */
  private static Collection<RevisionHeader> one(RevisionGraph graph, String text) {
    List<RevisionHeader> found = graph.resolve(Target.parse(text));
    return found.isEmpty() ? List.of() : List.of(graph.resolve(text));
  }

  private static List<String> dependencies(RevisionGraph graph, List<String> texts) {
    return texts.stream()
        .map(
            text -> {
              RevisionHeader found = graph.resolve(text);
              return found.branchLabels().contains(text) ? text : found.id().value();
            })
        .distinct()
        .toList();
  }

  private static void requireFree(Project project, String label) {
    project.revisions().headers().stream()
        .filter(header -> header.branchLabels().contains(label))
        .findFirst()
        .ifPresent(
            holder -> {
              throw new CommandException(
                  "--branch-label %s: revision '%s' has this label. Give another one."
                      .formatted(label, holder.id()));
            });
  }

  private static RevisionId id(Project project, String text) {
    RevisionId id;
    try {
      id = new RevisionId(text);
    } catch (IllegalArgumentException refused) {
      throw new CommandException("--rev-id: %s.".formatted(refused.getMessage()), refused);
    }
    project
        .revisions()
        .find(id)
        .ifPresent(
            file -> {
              throw new CommandException(
                  "revision '%s' exists already: %s. Give the new one another id."
                      .formatted(id, file));
            });
    return id;
  }

  private static RevisionId newId(Project project) {
    SecureRandom random = new SecureRandom();
    RevisionId id;
    do {
      id = RevisionId.random(random);
    } while (project.revisions().find(id).isPresent());
    return id;
  }

  /** What the graph refuses is refused before there is a file. */
  private static void requireFitting(Project project, RevisionHeader header) {
    List<RevisionHeader> all = new ArrayList<>(project.revisions().headers());
    all.add(header);
    RevisionGraph.of(all);
  }

  private static Path directory(Project project, NewRevision wanted, List<RevisionHeader> parents) {
    List<Path> known = project.configuration().migrations().directories();
    if (wanted.directory().isPresent()) {
      return project
          .directory(wanted.directory().get())
          .orElseThrow(
              () ->
                  new CommandException(
                      "--directory %s is none of the directories in migrations.directory: %s."
                          .formatted(
                              wanted.directory().get(),
                              String.join(", ", known.stream().map(Path::toString).toList()))));
    }
    return parents.stream()
        .findFirst()
        .flatMap(parent -> project.revisions().directory(parent.id()))
        .orElse(known.get(0));
  }

  /** The same with another header, which has to fit as well. */
  Placement with(Project project, RevisionHeader other) {
    requireFitting(project, other);
    return new Placement(other, directory, format);
  }

  /** The same with another message. */
  Placement withMessage(String message) {
    return new Placement(header.withMessage(message), directory, format);
  }

  /** Writes an upgrade and what undoes it. */
  Path write(Project project, List<Operation> upgrade, List<Operation> downgrade) {
    return write(project, new Revision(header, upgrade, downgrade));
  }

  /** Writes a revision that has this header. */
  Path write(Project project, Revision revision) {
    MigrationSettings settings = project.configuration().migrations();
    Path file =
        project
            .revisions()
            .write(
                revision,
                format,
                directory,
                new FileNaming(settings.fileName(), settings.timezone()));
    WriteHooks.run(project, file);
    return file;
  }
}
