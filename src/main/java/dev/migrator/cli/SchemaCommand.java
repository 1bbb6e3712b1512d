package dev.migrator.cli;

import dev.migrator.command.EditorSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "schema",
    description = "Prints the JSON Schema of migrator.yaml or of revisions, for editors.",
    footer = {
      "",
      "Examples:",
      "  migrator schema revision > migrations/revision.schema.json",
      "  migrator schema configuration > migrations/migrator.schema.json"
    })
final class SchemaCommand implements CliCommand {

  @Parameters(
      paramLabel = "KIND",
      completionCandidates = Candidates.Schemas.class,
      description = "configuration or revision.")
  private EditorSchema schema = EditorSchema.REVISION;

  @Override
  public int run(Session session) {
    schema.text().lines().forEach(session.output()::verbatim);
    return ExitCode.DONE;
  }
}
