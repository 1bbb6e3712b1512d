package dev.migrator.command;

import dev.migrator.dialect.Background;
import dev.migrator.dialect.Dialect.Access;
import dev.migrator.diff.ModelComparison;
import dev.migrator.diff.SchemaDiffer;
import dev.migrator.diff.Unmanaged;
import dev.migrator.entity.EntityModel;
import dev.migrator.entity.ModelWarning;
import dev.migrator.execute.Database;
import dev.migrator.execute.DatabaseState;
import dev.migrator.execute.PartialRevision;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells whether the database, the revisions and the models agree. */
public final class Check {

  private Check() {}

  /** Why they do not. */
  public enum Reason {
    /** Two lines of revisions end in heads, and one is meant. */
    HEADS,
    /** A revision is not applied. */
    PENDING,
    /** A new revision would hold this. */
    MODEL,
    /** The database is not what its revisions made it. */
    DRIFT,
    /** The file of an applied revision has changed or is missing. */
    EDITED
  }

  /**
   * One difference.
   *
   * @param reason why it is one
   * @param text what differs, in a line
   */
  public record Finding(Reason reason, String text) {}

  /**
   * What was found.
   *
   * @param findings the differences; none is agreement
   * @param advice what to do about them
   * @param unmanaged what the database holds that neither model nor revisions know
   * @param warnings what in the models is most likely not meant
   */
  public record Result(
      List<Finding> findings, List<String> advice, List<String> unmanaged, List<String> warnings) {}

  /**
   * Compares; nothing is changed. Where revisions are pending, the models are not compared.
   *
   * @param strict whether a warning about the models is an error
   * @param keepUnusedEnums whether an enumeration stays that the models use no more
   */
  public static Result run(Project project, boolean strict, boolean keepUnusedEnums) {
    try (Database database = project.connect(Access.READ)) {
      DatabaseState state = database.state(project.ownTables());
      if (!AppliedFiles.allRowsKnown(project, state)) {
        return new Result(
            edited(project, state),
            List.of(
                "Bring the missing files back, or set the version anew with 'migrator stamp --purge REVISION'."),
            List.of(),
            List.of());
      }
      project
          .graph(state.heads())
          .contradiction(state.heads())
          .ifPresent(
              contradiction -> {
                throw contradiction;
              });
      Heading heading = Heading.of(project.graph(state.heads()), state.heads());
      List<Finding> pending = pending(project, state);
      List<Finding> findings = new ArrayList<>(heading.findings());
      findings.addAll(pending);
      if (!pending.isEmpty()) {
        return new Result(
            findings,
            concat(heading.advice(), List.of("Run 'migrator upgrade heads'.")),
            List.of(),
            List.of());
      }
      findings.addAll(edited(project, state));
      return compare(project, strict, keepUnusedEnums, database, state, findings);
    }
  }

  private static Result compare(
      Project project,
      boolean strict,
      boolean keepUnusedEnums,
      Database database,
      DatabaseState state,
      List<Finding> findings) {
    Supplier<Optional<EntityModel>> models =
        Background.begin(() -> Models.read(project.configuration(), strict));
    Supplier<Schema> replay = Background.begin(() -> project.replayApplied(state.heads()));
    Comparison compared =
        Comparison.of(
            project,
            database,
            replay,
            () -> models.get().map(EntityModel::schema).stream().toList());
    Comparison comparison = keepUnusedEnums ? compared.keepingEnums() : compared;
    Optional<EntityModel> model = models.get();
    Optional<ModelComparison> wanted = model.map(m -> comparison.with(m, List.of(), name -> false));
    wanted
        .map(ModelComparison::changes)
        .orElse(List.of())
        .forEach(change -> findings.add(new Finding(Reason.MODEL, change.describe())));
    List<String> advice =
        new ArrayList<>(Heading.of(project.graph(state.heads()), state.heads()).advice());
    if (findings.stream().anyMatch(finding -> finding.reason() == Reason.MODEL)) {
      advice.add("Run 'migrator revision --autogenerate -m MESSAGE' to write a revision.");
    }
    findings.addAll(drift(comparison));
    comparison.faults().forEach(fault -> findings.add(new Finding(Reason.DRIFT, fault)));
    return new Result(
        findings,
        advice,
        wanted.map(ModelComparison::unmanaged).orElse(List.of()).stream()
            .filter(object -> !isDrift(object, comparison.replayed()))
            .map(Unmanaged::toString)
            .toList(),
        model.map(EntityModel::warnings).orElse(List.of()).stream()
            .map(ModelWarning::toString)
            .toList());
  }

  private static List<String> concat(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** What stands on a table that the revisions made is found as drift. */
  private static boolean isDrift(Unmanaged object, Schema replayed) {
    return replayed.tables().stream()
        .anyMatch(table -> object.name().startsWith(table.name() + "."));
  }

  private static List<Finding> pending(Project project, DatabaseState state) {
    List<Finding> findings = new ArrayList<>();
    state.partial().stream()
        .map(PartialRevision::describe)
        .forEach(text -> findings.add(new Finding(Reason.PENDING, text)));
    for (RevisionHeader header : project.graph(state.heads()).pending(state.heads())) {
      findings.add(new Finding(Reason.PENDING, "%s, %s".formatted(header.id(), header.message())));
    }
    return findings;
  }

  private static List<Finding> edited(Project project, DatabaseState state) {
    return AppliedFiles.changes(project, state).stream()
        .map(text -> new Finding(Reason.EDITED, text))
        .toList();
  }

  private static List<Finding> drift(Comparison comparison) {
    return SchemaDiffer.diff(comparison.replayed(), comparison.managed()).stream()
        .map(change -> new Finding(Reason.DRIFT, "outside the revisions: " + change.describe()))
        .collect(Collectors.toList());
  }
}
