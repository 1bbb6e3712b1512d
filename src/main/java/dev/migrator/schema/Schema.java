package dev.migrator.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a database holds, or should hold. Everything in it is sorted by name, so that two schemas
 * with the same content are the same value but for the order of columns, which {@link
 * #sameAs(Schema)} leaves out: a column that was dropped and restored comes back last.
 *
 * @param namespaces the schemas beside the connection's current one
 * @param enums the named enumerations
 * @param compositeTypes the named row types
 * @param domains the named types that narrow others
 * @param sequences the sequences that belong to no column
 * @param tables the tables
 * @param definitions what is kept as the SQL that makes it
 */
public record Schema(
    List<Namespace> namespaces,
    List<EnumType> enums,
    List<CompositeType> compositeTypes,
    List<Domain> domains,
    List<Sequence> sequences,
    List<Table> tables,
    List<Definition> definitions) {

  /** A database without anything in it. */
  public static final Schema EMPTY = Schema.of(List.of());

  public Schema {
    namespaces = sorted(namespaces, Comparator.comparing(Namespace::name));
    enums = sorted(enums, Comparator.comparing(EnumType::name));
    compositeTypes = sorted(compositeTypes, Comparator.comparing(CompositeType::name));
    domains = sorted(domains, Comparator.comparing(Domain::name));
    sequences = sorted(sequences, Comparator.comparing(Sequence::name));
    tables = sorted(tables, Comparator.comparing(Table::name));
    definitions = sorted(definitions, Comparator.naturalOrder());
  }

  /** A schema of tables alone; {@code with…} adds what more there is. */
  public static Schema of(List<Table> tables) {
    return new Schema(List.of(), List.of(), List.of(), List.of(), List.of(), tables, List.of());
  }

  /** The table of this exact name. */
  public Optional<Table> table(QualifiedName name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /** The enumeration of this exact name. */
  public Optional<EnumType> enumType(QualifiedName name) {
    return enums.stream().filter(type -> type.name().equals(name)).findFirst();
  }

  /** The composite type of this exact name. */
  public Optional<CompositeType> compositeType(QualifiedName name) {
    return compositeTypes.stream().filter(type -> type.name().equals(name)).findFirst();
  }

  /** The domain of this exact name. */
  public Optional<Domain> domain(QualifiedName name) {
    return domains.stream().filter(domain -> domain.name().equals(name)).findFirst();
  }

  /** The types that stand on other types. */
  public List<UserType> userTypes() {
    return Stream.<UserType>concat(compositeTypes.stream(), domains.stream()).toList();
  }

  /** The definition of the same thing. */
  public Optional<Definition> definition(Definition wanted) {
    return definitions.stream().filter(wanted::isSame).findFirst();
  }

  /** The sequence of this exact name. */
  public Optional<Sequence> sequence(QualifiedName name) {
    return sequences.stream().filter(sequence -> sequence.name().equals(name)).findFirst();
  }

  public Schema withNamespaces(List<Namespace> others) {
    return new Schema(others, enums, compositeTypes, domains, sequences, tables, definitions);
  }

  public Schema withEnums(List<EnumType> others) {
    return new Schema(namespaces, others, compositeTypes, domains, sequences, tables, definitions);
  }

  public Schema withCompositeTypes(List<CompositeType> others) {
    return new Schema(namespaces, enums, others, domains, sequences, tables, definitions);
  }

  public Schema withDomains(List<Domain> others) {
    return new Schema(namespaces, enums, compositeTypes, others, sequences, tables, definitions);
  }

  public Schema withSequences(List<Sequence> others) {
    return new Schema(namespaces, enums, compositeTypes, domains, others, tables, definitions);
  }

  public Schema withTables(List<Table> others) {
    return new Schema(namespaces, enums, compositeTypes, domains, sequences, others, definitions);
  }

  public Schema withDefinitions(List<Definition> others) {
    return new Schema(namespaces, enums, compositeTypes, domains, sequences, tables, others);
  }

  /** The schema with one table more. */
  public Schema plus(Table table) {
    return withTables(Stream.concat(tables.stream(), Stream.of(table)).toList());
  }

  /** The schema without the table of this name. */
  public Schema minus(QualifiedName table) {
    return withTables(tables.stream().filter(other -> !other.name().equals(table)).toList());
  }

  /** The schema with each table changed. */
  public Schema mapTables(UnaryOperator<Table> change) {
    return withTables(tables.stream().map(change).toList());
  }

  /** The schema with one table changed. */
  public Schema withTable(QualifiedName name, UnaryOperator<Table> change) {
    return mapTables(table -> table.name().equals(name) ? change.apply(table) : table);
  }

  /** The names of the schemas in which something of it stands. */
  public Set<String> schemaNames() {
    return Stream.of(
            enums.stream().map(EnumType::name),
            userTypes().stream().map(UserType::name),
            sequences.stream().map(Sequence::name),
            tables.stream().map(Table::name))
        .flatMap(names -> names)
        .flatMap(name -> name.schema().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The tables that have a column of a named type, of an array of it, or of a domain over it. */
  public List<Table> tablesUsing(QualifiedName type) {
    return tables.stream()
        .filter(table -> table.columns().stream().anyMatch(c -> standsOn(c.type(), type)))
        .toList();
  }

  /** Whether a type is the named one, an array of it, or a domain over it. */
  public boolean standsOn(ColumnType type, QualifiedName name) {
    if (type instanceof ArrayType array) {
      return standsOn(array.element(), name);
    }
    return uses(type, name)
        || (type instanceof DomainRef reference
            && domain(reference.name()).filter(d -> standsOn(d.type(), name)).isPresent());
  }

  /** Whether a type is the named one, or an array of it. */
  public static boolean uses(ColumnType type, QualifiedName name) {
    if (type instanceof ArrayType array) {
      return uses(array.element(), name);
    }
    return (type instanceof EnumRef toEnum && toEnum.name().equals(name))
        || (type instanceof CompositeRef toComposite && toComposite.name().equals(name))
        || (type instanceof DomainRef toDomain && toDomain.name().equals(name));
  }

  /** Whether both hold the same, whatever the order of the columns. */
  public boolean sameAs(Schema other) {
    return withoutColumnOrder().equals(other.withoutColumnOrder());
  }

  /** The same schema with the columns of each table by name. */
  public Schema withoutColumnOrder() {
    return mapTables(Table::withoutColumnOrder);
  }

  private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
    List<T> copy = new ArrayList<>(items);
    copy.sort(order);
    return List.copyOf(copy);
  }
}
