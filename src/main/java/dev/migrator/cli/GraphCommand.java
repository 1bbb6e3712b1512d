package dev.migrator.cli;

import dev.migrator.command.History;
import dev.migrator.command.Project;
import dev.migrator.command.RevisionInfo;
import dev.migrator.revision.RevisionHeader;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private HistoryOptions options = new HistoryOptions();

  @Override
  public int run(Session session) {
    Project project = session.soundProject();
    Output output = session.output();
    History.Result result = session.sound(project, () -> History.run(project, options.request()));
    if (!output.json(RevisionLines.json(output, result.revisions()))) {
      draw(output, result.revisions());
    }
    return session.faults(project, result.faults());
  }

  private void draw(Output output, List<RevisionInfo> revisions) {
    switch (format) {
      case lanes -> lanes(output, revisions);
      case mermaid -> Mermaid.of(revisions).forEach(output::verbatim);
    }
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
