package dev.migrator.cli;

import dev.migrator.command.Branches;
import dev.migrator.command.Project;
import dev.migrator.command.RevisionInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

@Command(
    name = "branches",
    description = "Shows the revisions that several follow, and those, from the files.",
    footer = {"", "Examples:", "  migrator branches", "  migrator branches -v"})
final class BranchesCommand implements CliCommand {

  @Override
  public int run(Session session) {
    Project project = session.soundProject();
    Output output = session.output();
    List<Branches.Result> branches = Branches.run(project);
    if (!output.json(branches.stream().map(branch -> json(output, branch)).toList())) {
      branches.forEach(branch -> print(session, branch));
    }
    return session.faults(project);
  }

  private static void print(Session session, Branches.Result branch) {
    Output output = session.output();
    RevisionLines.print(session, List.of(branch.point()), RevisionLines::titled);
    for (RevisionInfo child : branch.children()) {
      output.result("  -> " + RevisionLines.titled(output, child));
    }
  }

  private static Map<String, Object> json(Output output, Branches.Result branch) {
    Map<String, Object> json = new LinkedHashMap<>(RevisionLines.json(output, branch.point()));
    json.put(
        "children", branch.children().stream().map(child -> child.header().id().value()).toList());
    return json;
  }
}
