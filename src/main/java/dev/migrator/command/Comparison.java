package dev.migrator.command;

import dev.migrator.dialect.Background;
import dev.migrator.dialect.Inspection;
import dev.migrator.dialect.Scope;
import dev.migrator.diff.CurrentSchema;
import dev.migrator.diff.GivenRenames;
import dev.migrator.diff.ModelComparison;
import dev.migrator.diff.SameLetters;
import dev.migrator.diff.Selection;
import dev.migrator.entity.EntityModel;
import dev.migrator.execute.Database;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Domain;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schemas that a command compares.
 *
 * @param replayed what the revisions say
 * @param current what the database holds, in the revisions' spelling where it is the same
 * @param faults what the database holds that does not work, a sentence for each
 * @param normalize what the database would show of a schema
 * @param selection which things are compared
 * @param keepsEnums whether an enumeration that the models use no more stays
 */
record Comparison(
    Schema replayed,
    Schema current,
    List<String> faults,
    UnaryOperator<Schema> normalize,
    Selection selection,
    boolean keepsEnums) {

  /** A database that is exactly what its revisions say. */
  static Comparison ofRevisions(Project project, Schema replayed) {
    Schema selected = project.selection().of(replayed);
    return new Comparison(
        selected, selected, List.of(), UnaryOperator.identity(), project.selection(), false);
  }

  /**
   * What of the selected the database holds beside what the revisions say. The database is looked
   * at while they are read.
   *
   * @param replayed what the revisions say
   * @param models the schemas that will be compared with it
   */
  static Comparison of(
      Project project,
      Database database,
      Supplier<Schema> replayed,
      Supplier<List<Schema>> models) {
    return of(project, database, replayed, models, project.selection(database));
  }

  /** Everything that the database holds, in the revisions' spelling where it is the same. */
  static Schema everything(Project project, Database database, Supplier<Schema> replayed) {
    return of(project, database, replayed, List::of, Selection.ALL).current();
  }

  private static Comparison of(
      Project project,
      Database database,
      Supplier<Schema> replayed,
      Supplier<List<Schema>> models,
      Selection selection) {
    Supplier<List<Schema>> compared =
        Background.begin(
            () ->
                Stream.concat(Stream.of(replayed.get()), models.get().stream())
                    .map(selection::of)
                    .toList());
    Inspection inspection = database.inspect(Scope.of(project.ownTables().names(), compared));
    UnaryOperator<Schema> normalize =
        schema -> database.dialect().normalizer().normalize(schema, inspection.spellings());
    Schema selected = compared.get().get(0);
    return new Comparison(
        selected,
        CurrentSchema.reconcile(selected, selection.of(inspection.schema()), normalize),
        inspection.faults(),
        normalize,
        selection,
        false);
  }

  /** The same, with the enumerations staying that the models use no more. */
  Comparison keepingEnums() {
    return new Comparison(replayed, current, faults, normalize, selection, true);
  }

  /**
   * What a new revision would hold.
   *
   * @param renames renames that a person asked for, {@code OLD:NEW} each
   * @param drop whether a thing, by its name, is to be dropped
   */
  ModelComparison with(EntityModel model, List<String> renames, Predicate<String> drop) {
    Schema spelled = SameLetters.spelled(current, replayed, model.schema());
    Schema settled = withKept(selection.of(model.settled(spelled)));
    return ModelComparison.compare(
        settled,
        GivenRenames.read(renames, current, settled, model.hints().enumColumns()),
        model.hints(),
        current,
        replayed,
        normalize,
        drop);
  }

  private Schema withKept(Schema model) {
    Schema kept = model;
    for (EnumType type : current.enums()) {
      if (keepsEnums && kept.enumType(type.name()).isEmpty()) {
        kept = kept.withEnums(kept.enums().plus(type));
      }
    }
    return kept;
  }

  /** The current schema without what no revision knows. */
  Schema managed() {
    return Schema.of(known(Schema::tables, Table::name))
        .withNamespaces(known(Schema::namespaces, Namespace::name))
        .withEnums(known(Schema::enums, EnumType::name))
        .withCompositeTypes(known(Schema::compositeTypes, CompositeType::name))
        .withDomains(known(Schema::domains, Domain::name))
        .withSequences(known(Schema::sequences, Sequence::name))
        .withDefinitions(known(Schema::definitions, Definition::toString));
  }

  private <T> List<T> known(Function<Schema, ? extends List<T>> items, Function<T, ?> name) {
    Set<?> names = items.apply(replayed).stream().map(name).collect(Collectors.toSet());
    return items.apply(current).stream().filter(item -> names.contains(name.apply(item))).toList();
  }
}
