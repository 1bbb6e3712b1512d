package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Statement;
import dev.migrator.operation.Operation;
import dev.migrator.revision.RevisionStep;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A step that is not taken, with all that it would run.
 *
 * @param step the step
 * @param operations what the revision states, a line each
 * @param statements what would be run, in order
 * @param commits in how many parts it would be committed
 */
public record PlannedStep(
    RevisionStep step, List<String> operations, List<Statement> statements, int commits) {

  public PlannedStep {
    operations = List.copyOf(operations);
    statements = List.copyOf(statements);
  }

  /**
   * What some steps would run, one after the other.
   *
   * @param before the portable schema before the first step
   * @param warning hears what is not as it should be
   * @throws MigrationException if a step does not fit
   */
  public static List<PlannedStep> of(
      List<RevisionStep> steps,
      Schema before,
      Dialect dialect,
      ExecutionSettings settings,
      RevisionSource revisions,
      Consumer<String> warning) {
    Preparation preparation =
        new Preparation(
            dialect, revisions, new Arguments(settings.arguments(), dialect::literal), warning);
    List<PlannedStep> planned = new ArrayList<>();
    Schema schema = before;
    for (RevisionStep step : steps) {
      PreparedStep prepared = preparation.prepare(step, schema);
      schema = prepared.after();
      planned.add(planned(prepared));
    }
    return planned;
  }

  private static PlannedStep planned(PreparedStep prepared) {
    return new PlannedStep(
        prepared.step(),
        prepared.operations().stream().map(Operation::describe).toList(),
        prepared.groups().stream()
            .flatMap(
                group ->
                    Stream.of(group.before(), group.statements(), group.after())
                        .flatMap(List::stream))
            .toList(),
        prepared.groups().size());
  }
}
