package dev.migrator.cli;

import dev.migrator.command.History;
import dev.migrator.command.Project;
import dev.migrator.command.RevisionInfo;
import dev.migrator.revision.RevisionHeader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "graph",
    description = "Draws the revisions with what each follows, newest first.",
    footer = {
      "",
      "Examples:",
      "  migrator graph",
      "  migrator graph -i -r aa79:head",
      "  migrator graph --format mermaid > graph.mmd"
    })
final class GraphCommand implements CliCommand {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "lanes, or mermaid for a flowchart (default: lanes).")
  private Format format = Format.lanes;

  @Option(
      names = {"-r", "--rev-range"},
      paramLabel = "FROM:TO",
      description = "The part to draw, as history takes it.")
  private @Nullable String range;

  @Option(
      names = {"-i", "--indicate-current"},
      description = "Mark the revisions that the database is at.")
  private boolean indicateCurrent;

  @Override
  public int run(Session session) {
    Project project = session.soundProject();
    Output output = session.output();
    List<RevisionInfo> revisions =
        History.run(project, new History.Request(Optional.ofNullable(range), indicateCurrent));
    if (output.json(
        revisions.stream().map(revision -> RevisionLines.json(output, revision)).toList())) {
      return session.faults(project);
    }
    switch (format) {
      case lanes -> lanes(output, revisions);
      case mermaid -> Mermaid.of(revisions).forEach(output::verbatim);
    }
    return session.faults(project);
  }

  private static void lanes(Output output, List<RevisionInfo> revisions) {
    Lanes lanes = new Lanes();
    for (RevisionInfo revision : revisions) {
      RevisionHeader header = revision.header();
      String title =
          RevisionLines.titled(output, revision)
              + (header.dependsOn().isEmpty()
                  ? ""
                  : " (depends on %s)".formatted(String.join(", ", header.dependsOn())));
      lanes.draw(header.id(), header.parents(), title).forEach(output::result);
    }
  }

  /** The forms of the picture. */
  enum Format {
    lanes,
    mermaid
  }
}
