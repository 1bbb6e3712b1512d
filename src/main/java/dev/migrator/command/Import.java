package dev.migrator.command;

import dev.migrator.dialect.Dialect.Access;
import dev.migrator.dialect.Survey;
import dev.migrator.diff.DependencyOrder;
import dev.migrator.diff.SameLetters;
import dev.migrator.diff.SchemaDiffer;
import dev.migrator.diff.Selection;
import dev.migrator.entity.EntityModel;
import dev.migrator.execute.Database;
import dev.migrator.execute.DatabaseState;
import dev.migrator.execute.ExecutionListener;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.SchemaChange;
import dev.migrator.problem.ProblemException;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the first revision of a database that is there already: the one that recreates it. */
public final class Import {

  private Import() {}

  /**
   * What to write.
   *
   * @param message what the revision does, in a line
   * @param stamp whether to record it as applied
   */
  public record Request(String message, boolean stamp) {}

  /**
   * What was written.
   *
   * @param file the revision's file
   * @param revision its identifier
   * @param counts how much of each kind it recreates, by the kind's name
   * @param leftOut what the database holds that no revision recreates, a line for each thing
   * @param needed what include and exclude leave out and the revision needs, a line for each thing
   * @param unmodelled the tables that no model knows, where there are models
   * @param stamped whether it is recorded as applied
   */
  public record Result(
      Path file,
      RevisionId revision,
      Map<String, Integer> counts,
      List<String> leftOut,
      List<String> needed,
      List<String> unmodelled,
      boolean stamped) {}

  /**
   * Reads the database and writes the file.
   *
   * @param listener hears what the recording says
   * @throws CommandException if there is a revision already, in the files or in the database, or
   *     nothing to write
   */
  public static Result run(Project project, Request request, ExecutionListener listener) {
    requireNoRevision(project);
    Read read = read(project);
    Survey survey = read.survey();
    Recreatable recreatable = Recreatable.of(survey, read.selection());
    Schema found = recreatable.schema();
    if (found.equals(Schema.EMPTY)) {
      throw new CommandException("the database holds nothing that a revision could recreate.");
    }
    List<SchemaChange> changes =
        DependencyOrder.of(SchemaDiffer.diff(Schema.EMPTY, found), survey.dependencies()).stream()
            .map(change -> verbatim(change, survey))
            .toList();
    Placement placement = Placement.of(project, NewRevision.of(request.message()));
    Path file =
        placement.write(project, List.copyOf(changes), List.copyOf(SchemaChange.undoing(changes)));
    if (request.stamp()) {
      Stamp.run(
          Project.open(project.options()), new Stamp.Request(List.of("head"), false), listener);
    }
    return new Result(
        file,
        placement.header().id(),
        counts(found),
        recreatable.leftOut(),
        recreatable.needed(),
        unmodelled(project, found),
        request.stamp());
  }

  /** What a comparison with the models would drop. Models that cannot be read yet tell nothing. */
  private static List<String> unmodelled(Project project, Schema found) {
    Optional<EntityModel> model;
    try {
      model = Models.read(project.configuration(), false);
    } catch (ProblemException unreadable) {
      return List.of();
    }
    return model.stream()
        .flatMap(
            known ->
                SameLetters.spelled(found, found, known.schema()).tables().stream()
                    .filter(table -> table.options().parents().isEmpty())
                    .map(Table::name)
                    .filter(name -> known.schema().table(name).isEmpty()))
        .map(QualifiedName::toString)
        .toList();
  }

  /** A table as the database itself says that it is made, where it keeps that. */
  private static SchemaChange verbatim(SchemaChange change, Survey survey) {
    return change instanceof CreateTable creation
        ? new CreateTable(
            creation.table(), Optional.ofNullable(survey.texts().get(creation.table().name())))
        : change;
  }

  private static void requireNoRevision(Project project) {
    List<RevisionHeader> heads = project.graph().heads();
    if (!heads.isEmpty()) {
      throw new CommandException(
          "import writes the first revision, but there is '%s' already: %s. Keep to 'migrator revision', or begin in an empty directory."
              .formatted(heads.get(0).id(), project.revisions().path(heads.get(0).id())));
    }
  }

  /**
   * What the database holds.
   *
   * @param survey all of it
   * @param selection what of it is looked at
   */
  private record Read(Survey survey, Selection selection) {}

  private static Read read(Project project) {
    try (Database database = project.connect(Access.READ)) {
      DatabaseState state = database.state(project.ownTables());
      if (!state.heads().isEmpty()) {
        throw new CommandException(
            "the database is at revision '%s', of which there is no file. Bring the files back, or forget the revisions with 'migrator stamp --purge base' and import again."
                .formatted(state.heads().first()));
      }
      return new Read(database.survey(project.ownTables()), project.selection(database));
    }
  }

  private static Map<String, Integer> counts(Schema schema) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("schema", schema.namespaces().size());
    counts.put("enum", schema.enums().size());
    counts.put("domain", schema.domains().size());
    counts.put("composite type", schema.compositeTypes().size());
    counts.put("sequence", schema.sequences().size());
    counts.put("table", schema.tables().size());
    schema
        .definitions()
        .forEach(definition -> counts.merge(definition.kind().words(), 1, Integer::sum));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }
}
