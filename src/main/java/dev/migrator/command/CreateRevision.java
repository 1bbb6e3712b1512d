package dev.migrator.command;

import dev.migrator.dialect.Background;
import dev.migrator.dialect.Dialect.Access;
import dev.migrator.diff.Fill;
import dev.migrator.diff.ModelComparison;
import dev.migrator.diff.RequiredColumn;
import dev.migrator.diff.Unmanaged;
import dev.migrator.entity.EntityModel;
import dev.migrator.entity.ModelWarning;
import dev.migrator.execute.CountedRows;
import dev.migrator.execute.Database;
import dev.migrator.execute.DatabaseState;
import dev.migrator.operation.SchemaChange;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.UnfilledPlace;
import dev.migrator.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a new revision: an empty one, or one with what the models want. */
public final class CreateRevision {

  private CreateRevision() {}

  /**
   * What to write.
   *
   * @param revision where it comes, and what its file is like
   * @param source what it holds
   * @param allowEmpty whether to write a generated revision that would hold nothing
   * @param decisions what is renamed and dropped
   * @param strict whether a warning about the models is an error
   * @param keepUnusedEnums whether an enumeration stays that the models use no more
   */
  public record Request(
      NewRevision revision,
      Source source,
      boolean allowEmpty,
      Decisions decisions,
      boolean strict,
      boolean keepUnusedEnums) {}

  /** What a new revision holds. */
  public enum Source {
    /** Nothing: a person writes it. */
    EMPTY,
    /** What differs between the models and the database. */
    DATABASE,
    /** What differs between the models and what the revisions give, without any database. */
    REVISIONS
  }

  /**
   * What was written.
   *
   * @param file the revision's file; empty where nothing differed
   * @param revision its identifier; likewise
   * @param changes what the upgrade does
   * @param fills what rows get that have no value for a column which takes no NULL
   * @param unmanaged what the database holds that neither model nor revisions know
   * @param warnings what in the models is most likely not meant
   * @param unfilled the places of the file that a person has to fill in before it runs
   */
  public record Result(
      Optional<Path> file,
      Optional<RevisionId> revision,
      List<Found> changes,
      Map<RequiredColumn, Fill> fills,
      List<String> unmanaged,
      List<String> warnings,
      List<UnfilledPlace> unfilled) {}

  /**
   * One change.
   *
   * @param text what it does, in a line
   * @param losesData whether values of rows are gone after it
   */
  public record Found(String text, boolean losesData) {}

  /**
   * Finds the changes and writes the file, whole or not at all.
   *
   * @throws CommandException if the database is not at the heads, no models are configured, or a
   *     name to drop is not there
   * @throws HeldValuesException if rows of the database hold a value that is to go
   * @throws UnfilledColumnsException if the revision would fail on the rows of the database
   */
  public static Result run(Project project, Request request) {
    Placement placement = Placement.of(project, request.revision());
    if (request.source() == Source.EMPTY) {
      Path file = placement.write(project, List.of(), List.of());
      return new Result(
          Optional.of(file),
          Optional.of(placement.header().id()),
          List.of(),
          Map.of(),
          List.of(),
          List.of(),
          List.of());
    }
    EntityModel model = model(project, request.strict());
    Comparison compared = compare(project, request, model);
    Comparison schemas = request.keepUnusedEnums() ? compared.keepingEnums() : compared;
    ModelComparison comparison = Settlement.of(schemas, model, request.decisions());
    requireDropped(request, comparison);
    Filling filling =
        filling(project, request, replaced(project, request, schemas.current(), comparison));
    List<SchemaChange> changes = comparison.changes();
    StatedConversions conversions =
        new StatedConversions(comparison.target(), model.hints().enumColumns());
    StatedSequences sequences = new StatedSequences(comparison.target(), model.hints().numbered());
    Optional<Path> file =
        changes.isEmpty() && !request.allowEmpty()
            ? Optional.empty()
            : Optional.of(
                placement.write(
                    project,
                    sequences.of(conversions.of(filling.comparison().upgrade())),
                    conversions.of(filling.comparison().downgrade())));
    return new Result(
        file,
        file.map(written -> placement.header().id()),
        changes.stream().map(change -> new Found(change.describe(), change.losesData())).toList(),
        filling.fills(),
        comparison.unmanaged().stream().map(Unmanaged::toString).toList(),
        Stream.of(
                model.warnings().stream().map(ModelWarning::toString),
                comparison.unclear().stream(),
                filling.warnings().stream())
            .flatMap(Function.identity())
            .toList(),
        file.map(written -> project.revisions().unfilled(placement.header().id()))
            .orElse(List.of()));
  }

  private static EntityModel model(Project project, boolean strict) {
    return Models.read(project.configuration(), strict)
        .orElseThrow(
            () ->
                new CommandException(
                    "no models are configured. Give models.classpath in %s, or leave --autogenerate out."
                        .formatted(project.configuration().file())));
  }

  private static Comparison compare(Project project, Request request, EntityModel model) {
    if (request.source() == Source.REVISIONS) {
      return Comparison.ofRevisions(project, project.replay(ids(project.graph().effectiveHeads())));
    }
    try (Database database = project.connect(Access.READ)) {
      DatabaseState state = database.state(project.ownTables());
      requireAtHeads(project, state);
      Supplier<Schema> replayed = Background.begin(() -> project.replayApplied(state.heads()));
      return Comparison.of(project, database, replayed, () -> List.of(model.schema()));
    }
  }

  private static ModelComparison replaced(
      Project project, Request request, Schema current, ModelComparison comparison) {
    return request.source() == Source.REVISIONS
        ? Replacing.given(comparison, request.decisions())
        : Replacing.of(comparison, request.decisions(), current, rows -> count(project, rows));
  }

  private static Filling filling(Project project, Request request, ModelComparison comparison) {
    return request.source() == Source.REVISIONS
        ? Filling.ofRevisions(comparison, request.decisions())
        : Filling.of(comparison, request.decisions(), rows -> count(project, rows));
  }

  private static <T extends CountedRows> Map<T, Long> count(Project project, List<T> rows) {
    try (Database database = project.connect(Access.READ)) {
      return database.count(rows);
    }
  }

  private static void requireAtHeads(Project project, DatabaseState state) {
    state
        .partial()
        .forEach(
            half -> {
              throw new CommandException(half.describe());
            });
    List<RevisionHeader> pending = project.graph(state.heads()).pending(state.heads());
    if (!pending.isEmpty()) {
      throw new CommandException(
          "the database lacks %s: %s. Run 'migrator upgrade heads' first, or compare the models with the revisions alone: --from-revisions."
              .formatted(
                  pending.size() == 1 ? "a revision" : pending.size() + " revisions",
                  pending.stream()
                      .map(header -> header.id().value())
                      .collect(Collectors.joining(", "))));
    }
  }

  /** A name to drop that is not there is a misspelt one. */
  private static void requireDropped(Request request, ModelComparison comparison) {
    Set<String> known =
        comparison.unmanaged().stream().map(Unmanaged::name).collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>(request.decisions().drop());
    unknown.removeAll(comparison.dropped());
    if (!unknown.isEmpty()) {
      throw new CommandException(
          "--drop %s: nothing of that name goes, and the database has nothing of that name that the models and revisions do not know. %s"
              .formatted(
                  String.join(", ", unknown),
                  known.isEmpty()
                      ? "There is nothing to drop."
                      : "It has: " + String.join(", ", new TreeSet<>(known)) + "."));
    }
  }

  private static Set<RevisionId> ids(List<RevisionHeader> headers) {
    return headers.stream().map(RevisionHeader::id).collect(Collectors.toSet());
  }
}
