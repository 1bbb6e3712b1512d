package dev.migrator.operation;

import dev.migrator.schema.Column;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Domain;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOwner;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The effect of one operation on a schema, with the refusals that every operation shares.
 *
 * @param operation the operation, for the message of a refusal
 * @param before the schema that it is applied to
 */
record Effect(Operation operation, Schema before) {

  /** {@code " uq_users_email"}, or nothing for an unnamed object. */
  static String label(Optional<String> name) {
    return name.map(given -> " " + given).orElse("");
  }

  Schema addNamespace(Namespace namespace) {
    refuseIf(
        before.namespaces().contains(namespace), "schema '%s' exists already", namespace.name());
    return before.withNamespaces(before.namespaces().plus(namespace));
  }

  Schema removeNamespace(Namespace namespace) {
    refuseIf(
        !before.namespaces().contains(namespace), "schema '%s' does not exist", namespace.name());
    return before.withNamespaces(before.namespaces().minus(namespace.name()));
  }

  Schema addEnum(EnumType type) {
    refuseIf(before.enumType(type.name()).isPresent(), "enum '%s' exists already", type.name());
    return before.withEnums(before.enums().plus(type));
  }

  Schema removeEnum(QualifiedName name) {
    enumType(name);
    refuseUsed(name);
    return before.withEnums(before.enums().minus(name));
  }

  /** The new value goes behind the nearest of its predecessors that the type has. */
  Schema addEnumValue(QualifiedName name, String value, List<String> values) {
    EnumType type = enumType(name);
    refuseIf(type.values().contains(value), "enum '%s' has the value already", name);
    return replaceEnum(type, EnumValues.insert(type.values(), value, values));
  }

  Schema renameEnum(QualifiedName from, QualifiedName to) {
    EnumType type = enumType(from);
    refuseIf(before.enumType(to).isPresent(), "enum '%s' exists already", to);
    return new RenamingType(from, to)
        .in(before.withEnums(before.enums().minus(from).plus(new EnumType(to, type.values()))));
  }

  Schema renameEnumValue(QualifiedName name, String from, String to) {
    EnumType type = enumType(name);
    refuseIf(!type.values().contains(from), "enum '%s' has no value '%s'", name, from);
    refuseIf(type.values().contains(to), "enum '%s' has a value '%s' already", name, to);
    RenamingValue renaming = new RenamingValue(before, name, from, to);
    return replaceEnum(type, type.values().stream().map(v -> v.equals(from) ? to : v).toList())
        .mapTables(renaming::everywhere)
        .mapDomains(renaming::everywhere);
  }

  Schema alterEnum(
      QualifiedName name, List<String> from, List<String> to, Map<String, String> replace) {
    EnumType type = enumType(name);
    Schema changed = replaceEnum(type, EnumValues.change(type.values(), from, to));
    for (Map.Entry<String, String> entry : replace.entrySet()) {
      RenamingValue renaming = new RenamingValue(before, name, entry.getKey(), entry.getValue());
      changed = changed.mapTables(renaming::inDefaults).mapDomains(renaming::inDefault);
    }
    return changed;
  }

  Schema addComposite(CompositeType type) {
    refuseIf(
        before.compositeType(type.name()).isPresent(),
        "composite type '%s' exists already",
        type.name());
    return before.withCompositeTypes(before.compositeTypes().plus(type));
  }

  Schema removeComposite(QualifiedName name) {
    composite(name);
    refuseUsed(name);
    return before.withCompositeTypes(before.compositeTypes().minus(name));
  }

  Schema alterComposite(QualifiedName name, UnaryOperator<CompositeType> change) {
    composite(name);
    return before.withCompositeTypes(before.compositeTypes().with(name, change));
  }

  private void refuseUsed(QualifiedName type) {
    before
        .tablesUsing(type)
        .forEach(table -> refuseIf(true, "table '%s' still uses it", table.name()));
    before.userTypes().stream()
        .filter(user -> user.uses(type))
        .forEach(user -> refuseIf(true, "type '%s' still uses it", user.name()));
  }

  Schema addDomain(Domain domain) {
    refuseIf(before.domain(domain.name()).isPresent(), "domain '%s' exists already", domain.name());
    return before.withDomains(before.domains().plus(domain));
  }

  Schema removeDomain(QualifiedName name) {
    domain(name);
    refuseUsed(name);
    return before.withDomains(before.domains().minus(name));
  }

  Schema alterDomain(QualifiedName name, UnaryOperator<Domain> change) {
    domain(name);
    return before.withDomains(before.domains().with(name, change));
  }

  Schema addSequence(Sequence sequence) {
    refuseIf(
        before.sequence(sequence.name()).isPresent(),
        "sequence '%s' exists already",
        sequence.name());
    return before.withSequences(before.sequences().plus(sequence));
  }

  Schema removeSequence(QualifiedName name) {
    sequence(name);
    return before.withSequences(before.sequences().minus(name));
  }

  Schema alterSequence(QualifiedName name, UnaryOperator<Sequence> change) {
    sequence(name);
    return before.withSequences(before.sequences().with(name, change));
  }

  Schema addTable(Table table) {
    refuseIf(before.table(table.name()).isPresent(), "table '%s' exists already", table.name());
    return before.plus(table);
  }

  Schema removeTable(QualifiedName name) {
    table(name);
    for (Table other : before.tables()) {
      refuseIf(
          refers(other, name) && !other.name().equals(name),
          "table '%s' still refers to it",
          other.name());
    }
    return before
        .minus(name)
        .withSequences(notOwned(owner -> owner.table().equals(name)))
        .withDefinitions(
            before.definitions().only(definition -> !definition.table().equals(Optional.of(name))));
  }

  /** A loop, since a table is looked at as often as another is removed. */
  private static boolean refers(Table table, QualifiedName name) {
    for (ForeignKey key : table.foreignKeys()) {
      if (key.references().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** The sequences without those that go with their column. */
  private List<Sequence> notOwned(Predicate<SequenceOwner> gone) {
    return before.sequences().only(sequence -> sequence.owner().filter(gone).isEmpty());
  }

  Schema renameTable(QualifiedName from, QualifiedName to) {
    table(from);
    refuseIf(before.table(to).isPresent(), "table '%s' exists already", to);
    return before
        .mapTables(table -> Renaming.table(table, from, to))
        .withSequences(Renaming.owners(before.sequences(), from, to))
        .withDefinitions(
            before.definitions().stream()
                .map(
                    definition ->
                        definition.table().equals(Optional.of(from))
                            ? definition.onTable(to)
                            : definition)
                .toList());
  }

  /** What a rename does, and the sequences of its columns go with the table. */
  Schema moveToSchema(QualifiedName from, QualifiedName to) {
    return Moving.sequences(renameTable(from, to), to);
  }

  Schema alterTable(QualifiedName table, UnaryOperator<Table> change) {
    table(table);
    return before.withTable(table, change);
  }

  Schema addColumn(QualifiedName table, Column column) {
    refuseIf(table(table).column(column.name()).isPresent(), "the column exists already");
    return heirs(table, t -> t.withColumns(plus(t.columns(), column)));
  }

  Schema removeColumn(QualifiedName table, String name) {
    column(table, name);
    SequenceOwner gone = new SequenceOwner(table, name);
    return heirs(
            table,
            t -> t.withColumns(t.columns().stream().filter(c -> !c.name().equals(name)).toList()))
        .withSequences(notOwned(gone::equals));
  }

  /** Changes a table, and those that have its columns: its partitions and what inherits from it. */
  private Schema heirs(QualifiedName table, UnaryOperator<Table> change) {
    Schema schema = before.withTable(table, change);
    for (Table heir : before.tables()) {
      if (heir.options().parents().contains(table)) {
        schema = new Effect(operation, schema).heirs(heir.name(), change);
      }
    }
    return schema;
  }

  Schema renameColumn(QualifiedName table, String from, String to) {
    column(table, from);
    refuseIf(table(table).column(to).isPresent(), "column '%s' exists already", to);
    return renameOwn(table, from, to);
  }

  /** What has the column of another table has it by the same name. */
  private Schema renameOwn(QualifiedName table, String from, String to) {
    Schema schema =
        before
            .mapTables(other -> Renaming.column(other, table, from, to))
            .withSequences(Renaming.owners(before.sequences(), table, from, to));
    for (Table heir : before.tables()) {
      if (heir.options().parents().contains(table)) {
        schema = new Effect(operation, schema).renameOwn(heir.name(), from, to);
      }
    }
    return schema;
  }

  Schema alterColumn(QualifiedName table, String name, UnaryOperator<Column> change) {
    column(table, name);
    return heirs(table, t -> t.withColumn(name, change));
  }

  Schema setComment(QualifiedName table, Optional<String> column, Optional<String> comment) {
    table(table);
    if (column.isEmpty()) {
      return before.withTable(table, t -> t.withComment(comment));
    }
    return alterColumn(table, column.get(), c -> c.withComment(comment));
  }

  Schema addDefinition(Definition definition) {
    refuseIf(before.definition(definition).isPresent(), "it exists already");
    return before.withDefinitions(before.definitions().plus(definition));
  }

  Schema removeDefinition(Definition definition) {
    return before.withDefinitions(before.definitions().minus(definition(definition)));
  }

  Schema replaceDefinition(Definition to) {
    definition(to);
    return before.withDefinitions(before.definitions().with(to, was -> to));
  }

  private Definition definition(Definition wanted) {
    return before.definition(wanted).orElseThrow(() -> refusal("it does not exist"));
  }

  Schema dropDefinitionByName(DropDefinitionByName drop) {
    Optional<Definition> found =
        before.definitions().stream()
            .filter(other -> other.kind() == drop.kind())
            .filter(other -> other.identity().equals(drop.identity()))
            .findFirst();
    refuseIf(found.isEmpty() && !drop.ifExists(), "it does not exist");
    return found.map(this::removeDefinition).orElse(before);
  }

  Schema dropByName(DropByName drop) {
    return NamedDrop.of(drop, before)
        .map(found -> found.applyTo(before))
        .orElseGet(() -> missing(drop));
  }

  private Schema missing(DropByName drop) {
    refuseIf(!drop.ifExists(), "%s '%s' does not exist", drop.kind().words(), drop.name());
    return before;
  }

  Table table(QualifiedName name) {
    return before.table(name).orElseThrow(() -> refusal("table '%s' does not exist", name));
  }

  private Column column(QualifiedName table, String name) {
    return table(table)
        .column(name)
        .orElseThrow(() -> refusal("table '%s' has no column '%s'", table, name));
  }

  private EnumType enumType(QualifiedName name) {
    return before.enumType(name).orElseThrow(() -> refusal("enum '%s' does not exist", name));
  }

  private CompositeType composite(QualifiedName name) {
    return before
        .compositeType(name)
        .orElseThrow(() -> refusal("composite type '%s' does not exist", name));
  }

  private Domain domain(QualifiedName name) {
    return before.domain(name).orElseThrow(() -> refusal("domain '%s' does not exist", name));
  }

  private Sequence sequence(QualifiedName name) {
    return before.sequence(name).orElseThrow(() -> refusal("sequence '%s' does not exist", name));
  }

  void requireColumns(QualifiedName table, List<String> columns) {
    columns.forEach(name -> column(table, name));
  }

  private Schema replaceEnum(EnumType type, List<String> values) {
    return before.withEnums(before.enums().with(type.name(), was -> was.withValues(values)));
  }

  void refuseIf(boolean refused, String problem, Object... arguments) {
    if (refused) {
      throw refusal(problem, arguments);
    }
  }

  SchemaMismatchException refusal(String problem, Object... arguments) {
    return new SchemaMismatchException(operation, problem.formatted(arguments));
  }

  static <T> List<T> plus(List<T> items, T added) {
    List<T> result = new ArrayList<>(items);
    result.add(added);
    return result;
  }

  static <T> List<T> without(List<T> items, T removed) {
    List<T> result = new ArrayList<>(items);
    result.remove(removed);
    return result;
  }
}
