package dev.migrator.command;

import dev.migrator.dialect.Inspection;
import dev.migrator.dialect.Scope;
import dev.migrator.diff.CurrentSchema;
import dev.migrator.diff.GivenRenames;
import dev.migrator.diff.ModelComparison;
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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schemas that a command compares.
 *
 * @param replayed what the revisions say
 * @param current what the database holds, in the revisions' spelling where it is the same
 * @param normalize what the database would show of a schema
 */
record Comparison(Schema replayed, Schema current, UnaryOperator<Schema> normalize) {

  /** A database that is exactly what its revisions say. */
  static Comparison ofRevisions(Schema replayed) {
    return new Comparison(replayed, replayed, UnaryOperator.identity());
  }

  /**
   * What the database holds beside what the revisions say.
   *
   * @param models the schemas that will be compared with it
   */
  static Comparison of(Project project, Database database, Schema replayed, List<Schema> models) {
    List<Schema> compared = Stream.concat(Stream.of(replayed), models.stream()).toList();
    Inspection inspection =
        database.inspect(
            new Scope(
                compared.stream().flatMap(Comparison::schemaNames).collect(Collectors.toSet()),
                project.ownTables().names(),
                compared));
    UnaryOperator<Schema> normalize =
        schema -> database.dialect().normalizer().normalize(schema, inspection.spellings());
    return new Comparison(
        replayed, CurrentSchema.reconcile(replayed, inspection.schema(), normalize), normalize);
  }

  private static Stream<String> schemaNames(Schema schema) {
    return Stream.concat(
        schema.namespaces().stream().map(Namespace::name), schema.schemaNames().stream());
  }

  /**
   * What a new revision would hold.
   *
   * @param renames renames that a person asked for, {@code OLD:NEW} each
   * @param drop whether a thing, by its name, is to be dropped
   */
  ModelComparison with(EntityModel model, List<String> renames, Predicate<String> drop) {
    Schema settled = model.settled(current);
    return ModelComparison.compare(
        settled,
        GivenRenames.read(renames, current, settled),
        model.renames(),
        current,
        replayed,
        normalize,
        drop);
  }

  /** The current schema without what no revision knows. */
  Schema managed() {
    return new Schema(
        known(Schema::namespaces, Namespace::name),
        known(Schema::enums, EnumType::name),
        known(Schema::compositeTypes, CompositeType::name),
        known(Schema::domains, Domain::name),
        known(Schema::sequences, Sequence::name),
        known(Schema::tables, Table::name),
        known(Schema::definitions, Definition::toString));
  }

  private <T> List<T> known(Function<Schema, List<T>> items, Function<T, ?> name) {
    Set<?> names = items.apply(replayed).stream().map(name).collect(Collectors.toSet());
    return items.apply(current).stream().filter(item -> names.contains(name.apply(item))).toList();
  }
}
