package dev.migrator.cli;

import dev.migrator.command.CreateRevision;
import dev.migrator.command.Decisions;
import dev.migrator.command.Project;
import dev.migrator.diff.Fill;
import dev.migrator.diff.RequiredColumn;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.UnfilledPlace;
import dev.migrator.revision.file.RevisionFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "revision",
    description = "Writes a new revision: empty, or with what the models want of the database.",
    footer = {
      "",
      "Examples:",
      "  migrator revision -m \"back-fill names\"",
      "  migrator revision --autogenerate -m \"add posts\"",
      "  migrator revision -m \"begin billing\" --head base --branch-label billing",
      "  migrator revision -m \"views\" --format sql --edit"
    })
final class RevisionCommand implements CliCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private MessageOption message = new MessageOption();

  @Mixin private NewFileOptions file = new NewFileOptions();

  @Option(
      names = "--head",
      paramLabel = "TARGET",
      description =
          "What it follows: a head, BRANCH@head, or base to begin a line of its own (default: the"
              + " head).")
  private String head = "head";

  @Option(
      names = "--splice",
      description = "Let it follow a revision that others follow already: a branch begins.")
  private boolean splice;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Candidates.Formats.class,
      description = "The form of the file: yaml or sql (default: yaml).")
  private RevisionFormat format = RevisionFormat.YAML;

  @Option(
      names = "--autogenerate",
      description = "Compare the models with the database, which must be at the heads.")
  private boolean autogenerate;

  @Option(names = "--allow-empty", description = "Write the revision even if nothing differs.")
  private boolean allowEmpty;

  @Option(
      names = "--from-revisions",
      description = "Compare the models with what the revisions give, without a database.")
  private boolean fromRevisions;

  @Option(
      names = "--drop",
      paramLabel = "NAME",
      description =
          "Drop this table, TABLE.column, TABLE.index or TABLE.constraint, which no revision knows;"
              + " of a table or column that goes: it is not renamed. Repeatable.")
  private List<String> drop = new ArrayList<>();

  @Option(
      names = "--rename",
      paramLabel = "OLD:NEW",
      description =
          "Rename a table (users:accounts), a column (users.name:users.full_name), an enum"
              + " (gender:sex) or an enum value (gender.MALE:gender.MAN, or"
              + " users.gender.MALE:users.gender.MAN). Repeatable.")
  private List<String> renames = new ArrayList<>();

  @Option(
      names = "--fill",
      paramLabel = "TABLE.column=VALUE",
      description =
          "Give the rows that are there this value before the column becomes NOT NULL. Repeatable.")
  private List<String> fills = new ArrayList<>();

  @Option(
      names = "--fill-sql",
      paramLabel = "TABLE.column=EXPRESSION",
      description = "The same with an SQL expression, which may use the row's other columns.")
  private List<String> fillExpressions = new ArrayList<>();

  @Option(
      names = "--replace",
      paramLabel = "ENUM.VALUE=NEW",
      description =
          "Give the rows that hold a value which goes another one (gender_enum.OTHER=UNDEFINED, or"
              + " TABLE.column.VALUE=NEW). Repeatable.")
  private List<String> replacements = new ArrayList<>();

  @Option(
      names = "--strict",
      description = "Take a warning about the models as an error, and write nothing then.")
  private boolean strict;

  @Mixin private KeepEnumsOption enums = new KeepEnumsOption();

  @Override
  public int run(Session session) {
    Output output = session.output();
    Project project = session.projectOrBegin();
    Optional<Path> missing = project.missingDirectory();
    CreateRevision.Result result =
        CreateRevision.run(
            project,
            new CreateRevision.Request(
                file.revision(message.line(), List.of(head), splice, format),
                source(),
                allowEmpty,
                decisions(session),
                strict,
                enums.keep()));
    result.warnings().forEach(output::warning);
    missing.filter(directory -> result.file().isPresent()).ifPresent(output::madeMigrations);
    if (!output.json(json(output, result))) {
      print(output, result);
    }
    result.unfilled().forEach(place -> output.warning(unfilled(place)));
    result.file().ifPresent(written -> file.editIfAsked(session, written));
    return ExitCode.DONE;
  }

  private static String unfilled(UnfilledPlace place) {
    return "%s: nobody knows how to convert %s. Write an SQL expression for the new value in place of TO DO; the %s is refused until then."
        .formatted(
            place.place(), place.subject(), place.direction().name().toLowerCase(Locale.ROOT));
  }

  private CreateRevision.Source source() {
    boolean decided =
        Stream.of(drop, renames, fills, fillExpressions, replacements)
            .anyMatch(given -> !given.isEmpty());
    if (!autogenerate && (allowEmpty || fromRevisions || strict || enums.keep() || decided)) {
      throw new ParameterException(
          spec.commandLine(),
          "--allow-empty, --from-revisions, --drop, --rename, --fill, --fill-sql, --replace, --keep-unused-enums and --strict need --autogenerate");
    }
    if (!autogenerate) {
      return CreateRevision.Source.EMPTY;
    }
    return fromRevisions ? CreateRevision.Source.REVISIONS : CreateRevision.Source.DATABASE;
  }

  private Decisions decisions(Session session) {
    List<Fill> given =
        Stream.concat(
                fills.stream().map(Fill::value), fillExpressions.stream().map(Fill::expression))
            .toList();
    return new Decisions(renames, Set.copyOf(drop), given, replacements, session.questions());
  }

  private static void print(Output output, CreateRevision.Result result) {
    result
        .changes()
        .forEach(
            change ->
                output.result(
                    "found: " + change.text() + (change.losesData() ? " (loses data)" : "")));
    result
        .unmanaged()
        .forEach(object -> output.detail("left alone, no model or revision knows it: " + object));
    output.result(
        result
            .file()
            .map(file -> "created " + output.path(file))
            .orElse("nothing differs, so no revision was written"));
  }

  private static Map<String, Object> json(Output output, CreateRevision.Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", result.file().map(output::path).orElse(null));
    json.put("revision", result.revision().map(RevisionId::value).orElse(null));
    json.put("changes", result.changes().stream().map(RevisionCommand::json).toList());
    json.put(
        "fills",
        result.fills().entrySet().stream()
            .map(fill -> json(fill.getKey(), fill.getValue()))
            .toList());
    json.put("unmanaged", result.unmanaged());
    json.put("warnings", result.warnings());
    json.put("unfilled", result.unfilled().stream().map(place -> json(output, place)).toList());
    return json;
  }

  private static Map<String, Object> json(RequiredColumn column, Fill fill) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("column", column.name());
    json.put(fill.form().name().toLowerCase(Locale.ROOT), fill.text());
    return json;
  }

  private static Map<String, Object> json(Output output, UnfilledPlace place) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("direction", place.direction().name().toLowerCase(Locale.ROOT));
    json.put("table", place.alteration().table().toString());
    json.put("column", place.alteration().column());
    json.put("place", output.relative(place.place()));
    return json;
  }

  private static Map<String, Object> json(CreateRevision.Found change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("text", change.text());
    json.put("loses_data", change.losesData());
    return json;
  }
}
