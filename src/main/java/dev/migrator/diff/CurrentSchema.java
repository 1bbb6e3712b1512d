package dev.migrator.diff;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Domain;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.ExclusionConstraint;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.Names;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the database holds, in the portable spelling of the revisions wherever it is what they say.
 * An inspection shows what the database made of a type or an expression (SQLite: varchar and a
 * CHECK for an enum); the revisions know what was meant.
 */
public final class CurrentSchema {

  private final Schema replayed;
  private final Schema normalized;
  private final Schema inspected;

  private CurrentSchema(Schema replayed, Schema inspected, UnaryOperator<Schema> normalize) {
    this.replayed = replayed;
    this.normalized = normalize.apply(replayed);
    this.inspected = inspected;
  }

  /**
   * The inspected schema, with each object that is what the revisions made it in their spelling.
   *
   * @param replayed what the applied revisions give
   * @param inspected what the database holds, in normalised form
   * @param normalize the database's normalisation
   */
  public static Schema reconcile(
      Schema replayed, Schema inspected, UnaryOperator<Schema> normalize) {
    return new CurrentSchema(replayed, inspected, normalize).reconcile();
  }

  private Schema reconcile() {
    TablesByName portable = new TablesByName(replayed);
    TablesByName shown = new TablesByName(normalized);
    return inspected
        .withNamespaces(namespaces())
        .withEnums(enums())
        .withCompositeTypes(compositeTypes())
        .withDomains(domains())
        .withDefinitions(definitions())
        .withSequences(sequences())
        .withTables(
            inspected.tables().stream()
                .filter(table -> !standsForSequence(table))
                .map(
                    table ->
                        portable.contains(table.name())
                            ? new Reconciled(
                                    portable.get(table.name()), shown.get(table.name()), table)
                                .table()
                            : table)
                .toList());
  }

  /**
   * Schemas, enums, composite types and domains that the database cannot show are as the revisions
   * say.
   */
  private List<Namespace> namespaces() {
    List<Namespace> result = new ArrayList<>(inspected.namespaces());
    replayed.namespaces().stream()
        .filter(namespace -> !normalized.namespaces().contains(namespace))
        .forEach(result::add);
    return result;
  }

  private List<EnumType> enums() {
    List<EnumType> result = new ArrayList<>(inspected.enums());
    replayed.enums().stream()
        .filter(type -> normalized.enumType(type.name()).isEmpty())
        .forEach(result::add);
    return result;
  }

  private List<CompositeType> compositeTypes() {
    List<CompositeType> result = new ArrayList<>();
    for (CompositeType found : inspected.compositeTypes()) {
      Optional<CompositeType> shown = normalized.compositeType(found.name());
      result.add(
          replayed
              .compositeType(found.name())
              .filter(known -> shown.equals(Optional.of(found)))
              .orElse(found));
    }
    replayed.compositeTypes().stream()
        .filter(type -> normalized.compositeType(type.name()).isEmpty())
        .forEach(result::add);
    return result;
  }

  private List<Domain> domains() {
    List<Domain> result = new ArrayList<>();
    for (Domain found : inspected.domains()) {
      Optional<Domain> shown = normalized.domain(found.name());
      result.add(
          replayed
              .domain(found.name())
              .filter(known -> shown.equals(Optional.of(found)))
              .orElse(found));
    }
    replayed.domains().stream()
        .filter(domain -> normalized.domain(domain.name()).isEmpty())
        .forEach(result::add);
    return result;
  }

  private List<Definition> definitions() {
    List<Definition> result = new ArrayList<>();
    for (Definition found : inspected.definitions()) {
      Optional<Definition> shown = normalized.definition(found);
      result.add(
          replayed
              .definition(found)
              .filter(known -> shown.equals(Optional.of(found)))
              .orElse(found));
    }
    replayed.definitions().stream()
        .filter(definition -> normalized.definition(definition).isEmpty())
        .forEach(result::add);
    return result;
  }

  /** Those of the database, and those for which a table stands in it. */
  private List<Sequence> sequences() {
    List<Sequence> result = new ArrayList<>();
    inspected.sequences().forEach(found -> result.add(portable(found)));
    inspected.tables().stream()
        .filter(this::standsForSequence)
        .forEach(table -> replayed.sequence(table.name()).ifPresent(result::add));
    return result;
  }

  private Sequence portable(Sequence found) {
    return replayed
        .sequence(found.name())
        .filter(known -> normalized.sequence(found.name()).equals(Optional.of(found)))
        .orElse(found);
  }

  /** Whether a table is what the database has in place of a sequence of the revisions. */
  private boolean standsForSequence(Table table) {
    return replayed.sequence(table.name()).isPresent()
        && normalized.table(table.name()).equals(Optional.of(table));
  }

  /**
   * One table in its three forms.
   *
   * @param portable as the revisions say
   * @param shown as the database would show that
   * @param found as the database shows it
   */
  private record Reconciled(Table portable, Table shown, Table found) {

    Table table() {
      List<Column> columns = found.columns().stream().map(this::column).toList();
      return found
          .withColumns(columns)
          .withPrimaryKey(
              found.primaryKey().equals(shown.primaryKey())
                  ? portable.primaryKey()
                  : found.primaryKey())
          .withUniques(named(Table::uniques, UniqueConstraint::name))
          .withForeignKeys(named(Table::foreignKeys, ForeignKey::name))
          .withChecks(checks())
          .withExclusions(named(Table::exclusions, ExclusionConstraint::name))
          .withIndexes(named(Table::indexes, Index::name))
          .withComment(
              found.comment().equals(shown.comment()) ? portable.comment() : found.comment())
          .withOptions(
              found.options().equals(shown.options()) ? portable.options() : found.options());
    }

    private Column column(Column column) {
      return portable
          .column(column.name())
          .filter(known -> shown.column(column.name()).filter(c -> same(c, column)).isPresent())
          .filter(known -> madeCheck(known).map(found.checks()::contains).orElse(true))
          .orElse(column);
    }

    /** A renamed table's identity column still counts with a sequence of the old name. */
    private static boolean same(Column expected, Column found) {
      Optional<Identity> identity =
          found
              .identity()
              .filter(
                  other ->
                      expected
                          .identity()
                          .filter(own -> own.sequence().isEmpty())
                          .filter(own -> own.generation() == other.generation())
                          .isEmpty());
      return expected.equals(
          identity.isPresent() ? found : found.withIdentity(expected.identity()));
    }

    /** The CHECK that the database has in place of the column's type. */
    private Optional<CheckConstraint> madeCheck(Column column) {
      String name = Names.check(portable.name(), column.name());
      return portable.check(name).isPresent() ? Optional.empty() : shown.check(name);
    }

    /** Without the CHECKs that are part of a column's type. */
    private List<CheckConstraint> checks() {
      List<CheckConstraint> made =
          found.columns().stream()
              .filter(column -> portable.column(column.name()).equals(Optional.of(column(column))))
              .flatMap(column -> madeCheck(column).stream())
              .toList();
      List<CheckConstraint> checks = new ArrayList<>(named(Table::checks, CheckConstraint::name));
      checks.removeAll(made);
      return checks;
    }

    private <T> List<T> named(Function<Table, List<T>> items, Function<T, Optional<String>> name) {
      Map<Optional<String>, T> known = byName(items.apply(portable), name);
      Map<Optional<String>, T> expected = byName(items.apply(shown), name);
      return items.apply(found).stream()
          .map(
              item ->
                  item.equals(expected.get(name.apply(item)))
                      ? known.getOrDefault(name.apply(item), item)
                      : item)
          .toList();
    }

    private static <T> Map<Optional<String>, T> byName(
        List<T> items, Function<T, Optional<String>> name) {
      Map<Optional<String>, T> byName = new HashMap<>();
      items.forEach(item -> byName.put(name.apply(item), item));
      return byName;
    }
  }
}
