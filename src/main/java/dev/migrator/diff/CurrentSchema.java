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
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
                        replayed.table(table.name()).isPresent()
                            ? new Reconciled(
                                    replayed.table(table.name()).orElseThrow(),
                                    normalized.table(table.name()).orElseThrow(),
                                    table)
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
    return reconciled(Schema::compositeTypes, (schema, type) -> schema.compositeType(type.name()));
  }

  private List<Domain> domains() {
    return reconciled(Schema::domains, (schema, domain) -> schema.domain(domain.name()));
  }

  private List<Definition> definitions() {
    return reconciled(Schema::definitions, Schema::definition);
  }

  /** What the database shows, and what the revisions made that it cannot show. */
  private <T> List<T> reconciled(
      Function<Schema, List<T>> items, BiFunction<Schema, T, Optional<T>> same) {
    List<T> result = new ArrayList<>();
    items.apply(inspected).forEach(found -> result.add(portable(found, same)));
    items.apply(replayed).stream()
        .filter(known -> same.apply(normalized, known).isEmpty())
        .forEach(result::add);
    return result;
  }

  /** What the database shows, in the revisions' spelling where it is what they say. */
  private <T> T portable(T found, BiFunction<Schema, T, Optional<T>> same) {
    return same.apply(replayed, found)
        .filter(known -> same.apply(normalized, found).equals(Optional.of(found)))
        .orElse(found);
  }

  /** Those of the database, and those for which a table stands in it. */
  private List<Sequence> sequences() {
    List<Sequence> result = new ArrayList<>();
    inspected
        .sequences()
        .forEach(found -> result.add(portable(found, (schema, s) -> schema.sequence(s.name()))));
    inspected.tables().stream()
        .filter(this::standsForSequence)
        .forEach(table -> replayed.sequence(table.name()).ifPresent(result::add));
    return result;
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

    /** A sequence of which the revisions say nothing is the database's own affair. */
    private static boolean same(Column expected, Column found) {
      Optional<Identity> usual =
          expected.identity().filter(identity -> identity.sequence().isEmpty());
      Optional<Identity> identity =
          found
              .identity()
              .map(
                  own -> usual.filter(other -> other.generation() == own.generation()).orElse(own));
      return expected.equals(found.withIdentity(identity));
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

    /** What the database shows, and what the revisions made that it cannot show. */
    private <T> List<T> named(Function<Table, List<T>> items, Function<T, Optional<String>> name) {
      Map<Optional<String>, T> known = byName(items.apply(portable), name);
      Map<Optional<String>, T> expected = byName(items.apply(shown), name);
      Stream<T> there =
          items.apply(found).stream()
              .map(
                  item ->
                      item.equals(expected.get(name.apply(item)))
                          ? known.getOrDefault(name.apply(item), item)
                          : item);
      Stream<T> unseen =
          items.apply(portable).stream()
              .filter(item -> name.apply(item).isPresent())
              .filter(item -> !expected.containsKey(name.apply(item)));
      return Stream.concat(there, unseen).toList();
    }

    private static <T> Map<Optional<String>, T> byName(
        List<T> items, Function<T, Optional<String>> name) {
      Map<Optional<String>, T> byName = new HashMap<>();
      items.forEach(item -> byName.put(name.apply(item), item));
      return byName;
    }
  }
}
