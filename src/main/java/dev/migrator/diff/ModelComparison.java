package dev.migrator.diff;

import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.NamedDrop;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.ModelHints;
import dev.migrator.schema.RenameHint;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a new revision holds: the changes from the current schema to what the model wants.
 *
 * @param changes the changes, renames first
 * @param upgrade the same as a revision states them
 * @param downgrade what undoes it
 * @param target the schema that they lead to
 * @param unmanaged what the database holds that neither model nor revisions know; it stays as it is
 * @param dropped the names of what was to be dropped, and goes
 * @param candidates what may be renamed rather than dropped and added
 * @param required the columns that become NOT NULL while rows may have no value for them
 * @param lost the values that enumerations hold no more, and that nothing replaces
 * @param unclear a sentence for each thing that the model says and that was not heeded
 */
public record ModelComparison(
    List<SchemaChange> changes,
    List<Operation> upgrade,
    List<Operation> downgrade,
    Schema target,
    List<Unmanaged> unmanaged,
    Set<String> dropped,
    List<RenameCandidate> candidates,
    List<RequiredColumn> required,
    List<LostValue> lost,
    List<String> unclear) {

  public ModelComparison {
    changes = List.copyOf(changes);
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
    unmanaged = List.copyOf(unmanaged);
    dropped = Set.copyOf(dropped);
    candidates = List.copyOf(candidates);
    required = List.copyOf(required);
    lost = List.copyOf(lost);
    unclear = List.copyOf(unclear);
  }

  /**
   * Compares a model with the current schema.
   *
   * @param model the model's schema; what it does not name is unnamed
   * @param given renames that a person asked for
   * @param hints what the model says of the way to it
   * @param current the schema of the database, reconciled with its revisions
   * @param replayed what the applied revisions give
   * @param normalize the database's normalisation
   * @param drop whether to drop an unmanaged object, by its name; for what goes anyway, that it is
   *     no rename
   */
  public static ModelComparison compare(
      Schema model,
      List<RenameHint> given,
      ModelHints hints,
      Schema current,
      Schema replayed,
      UnaryOperator<Schema> normalize,
      Predicate<String> drop) {
    List<RenameHint> hinted =
        Stream.concat(hints.renames().stream(), SameLetters.hints(replayed, model, drop).stream())
            .toList();
    Renames renames = Renames.of(given, hinted, current, model);
    List<SchemaChange> changes = new ArrayList<>(renames.changes());
    Schema renamed = apply(changes, current);
    TargetSchema target =
        new TargetSchema(
            KnownDomains.in(model, renamed),
            renamed,
            renamedReplay(changes, replayed),
            normalize,
            hints.enumColumns(),
            drop);
    Schema wanted = target.schema();
    changes.addAll(SchemaDiffer.diff(target.start(), wanted));
    ModelComparison comparison =
        new ModelComparison(
            changes,
            stated(changes, replayed),
            List.copyOf(SchemaChange.undoing(changes)),
            wanted,
            target.unmanaged(),
            dropped(changes, target.dropped(), drop),
            RenameCandidate.among(changes, drop),
            RequiredColumns.among(changes, wanted),
            LostValues.among(changes, current, wanted, hints.enumColumns()),
            Stream.of(
                    renames.unclear(),
                    ViewsInTheWay.of(changes, wanted),
                    MovedPositions.of(changes, hints.enumColumns()))
                .flatMap(List::stream)
                .toList());
    return comparison
        .replaced(HintedReplacements.of(given, hints, comparison.lost()))
        .withValuePairs();
  }

  /** The same, with the rows of these columns filled before they become NOT NULL. */
  public ModelComparison filled(Map<RequiredColumn, Fill> fills) {
    return new ModelComparison(
        changes,
        FillPlan.of(upgrade, fills, target),
        downgrade,
        target,
        unmanaged,
        dropped,
        candidates,
        required.stream().filter(column -> !fills.containsKey(column)).toList(),
        lost,
        unclear);
  }

  /** The same with the values among the candidates that nobody has said anything of. */
  private ModelComparison withValuePairs() {
    return new ModelComparison(
        changes,
        upgrade,
        downgrade,
        target,
        unmanaged,
        dropped,
        Stream.concat(candidates.stream(), RenameCandidate.ofValues(lost).stream()).toList(),
        required,
        lost,
        unclear);
  }

  /** The same, with the rows that hold these values getting others. */
  public ModelComparison replaced(Map<LostValue, String> replacements) {
    return new ModelComparison(
        changes,
        ReplacementPlan.of(upgrade, replacements),
        ReplacementPlan.undone(downgrade, replacements),
        target,
        unmanaged,
        dropped,
        candidates,
        required,
        lost.stream().filter(value -> !replacements.containsKey(value)).toList(),
        unclear);
  }

  private static Set<String> dropped(
      List<SchemaChange> changes, Set<String> unmanaged, Predicate<String> drop) {
    Set<String> dropped = new TreeSet<>(unmanaged);
    for (SchemaChange change : changes) {
      if (change instanceof DropTable table) {
        dropped.add(table.table().name().toString());
      } else if (change instanceof DropColumn column) {
        dropped.add(RenameCandidate.name(column));
      }
    }
    dropped.removeIf(drop.negate());
    return dropped;
  }

  /** What no revision knows is not on every database: its drop is one that may find nothing. */
  private static List<Operation> stated(List<SchemaChange> changes, Schema replayed) {
    List<Operation> operations = new ArrayList<>();
    Schema known = replayed;
    for (SchemaChange change : changes) {
      Schema after = change.applyIfKnown(known);
      boolean isKnown = !after.equals(known);
      Optional<Operation> drop = isKnown ? Optional.empty() : NamedDrop.ifExists(change);
      operations.add(drop.orElse(change));
      known = after;
    }
    return operations;
  }

  private static Schema apply(List<? extends Operation> operations, Schema before) {
    Schema schema = before;
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  /** The replay under the new names, where it knows the old ones. */
  private static Schema renamedReplay(List<SchemaChange> renames, Schema replayed) {
    Schema schema = replayed;
    for (SchemaChange rename : renames) {
      schema = rename.applyIfKnown(schema);
    }
    return schema;
  }
}
