package dev.migrator.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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
    Keyed<String, Namespace> namespaces,
    Keyed<QualifiedName, EnumType> enums,
    Keyed<QualifiedName, CompositeType> compositeTypes,
    Keyed<QualifiedName, Domain> domains,
    Keyed<QualifiedName, Sequence> sequences,
    Keyed<QualifiedName, Table> tables,
    Keyed<Definition, Definition> definitions) {

  private static final Function<Namespace, String> NAMESPACES = Namespace::name;
  private static final Function<EnumType, QualifiedName> ENUMS = EnumType::name;
  private static final Function<CompositeType, QualifiedName> COMPOSITE_TYPES = CompositeType::name;
  private static final Function<Domain, QualifiedName> DOMAINS = Domain::name;
  private static final Function<Sequence, QualifiedName> SEQUENCES = Sequence::name;
  private static final Function<Table, QualifiedName> TABLES = Table::name;
  private static final Function<Definition, Definition> DEFINITIONS = Function.identity();

  /** A database without anything in it. */
  public static final Schema EMPTY =
      new Schema(
          Keyed.of(List.of(), NAMESPACES),
          Keyed.of(List.of(), ENUMS),
          Keyed.of(List.of(), COMPOSITE_TYPES),
          Keyed.of(List.of(), DOMAINS),
          Keyed.of(List.of(), SEQUENCES),
          Keyed.of(List.of(), TABLES),
          Keyed.of(List.of(), DEFINITIONS));

  /** A schema of tables alone; {@code with…} adds what more there is. */
  public static Schema of(List<Table> tables) {
    return EMPTY.withTables(tables);
  }

  /** The table of this exact name. */
  public Optional<Table> table(QualifiedName name) {
    return tables.find(name);
  }

  /** The enumeration of this exact name. */
  public Optional<EnumType> enumType(QualifiedName name) {
    return enums.find(name);
  }

  /** The composite type of this exact name. */
  public Optional<CompositeType> compositeType(QualifiedName name) {
    return compositeTypes.find(name);
  }

  /** The domain of this exact name. */
  public Optional<Domain> domain(QualifiedName name) {
    return domains.find(name);
  }

  /** The types that stand on other types. */
  public List<UserType> userTypes() {
    return Stream.<UserType>concat(compositeTypes.stream(), domains.stream()).toList();
  }

  /** The definition of the same thing. */
  public Optional<Definition> definition(Definition wanted) {
    return definitions.find(wanted);
  }

  /** The sequence of this exact name. */
  public Optional<Sequence> sequence(QualifiedName name) {
    return sequences.find(name);
  }

  public Schema withNamespaces(List<Namespace> others) {
    return new Schema(
        Keyed.of(others, NAMESPACES),
        enums,
        compositeTypes,
        domains,
        sequences,
        tables,
        definitions);
  }

  public Schema withEnums(List<EnumType> others) {
    return new Schema(
        namespaces,
        Keyed.of(others, ENUMS),
        compositeTypes,
        domains,
        sequences,
        tables,
        definitions);
  }

  public Schema withCompositeTypes(List<CompositeType> others) {
    return new Schema(
        namespaces,
        enums,
        Keyed.of(others, COMPOSITE_TYPES),
        domains,
        sequences,
        tables,
        definitions);
  }

  public Schema withDomains(List<Domain> others) {
    return new Schema(
        namespaces,
        enums,
        compositeTypes,
        Keyed.of(others, DOMAINS),
        sequences,
        tables,
        definitions);
  }

  public Schema withSequences(List<Sequence> others) {
    return new Schema(
        namespaces,
        enums,
        compositeTypes,
        domains,
        Keyed.of(others, SEQUENCES),
        tables,
        definitions);
  }

  public Schema withTables(List<Table> others) {
    return new Schema(
        namespaces,
        enums,
        compositeTypes,
        domains,
        sequences,
        Keyed.of(others, TABLES),
        definitions);
  }

  public Schema withDefinitions(List<Definition> others) {
    return new Schema(
        namespaces,
        enums,
        compositeTypes,
        domains,
        sequences,
        tables,
        Keyed.of(others, DEFINITIONS));
  }

  /** The schema with one table more. */
  public Schema plus(Table table) {
    return withTables(tables.plus(table));
  }

  /** The schema without the table of this name. */
  public Schema minus(QualifiedName table) {
    return withTables(tables.minus(table));
  }

  /** The schema with each table changed. */
  public Schema mapTables(UnaryOperator<Table> change) {
    return withTables(tables.stream().map(change).toList());
  }

  /** The schema with each domain changed. */
  public Schema mapDomains(UnaryOperator<Domain> change) {
    return withDomains(domains.stream().map(change).toList());
  }

  /** The schema with one table changed. */
  public Schema withTable(QualifiedName name, UnaryOperator<Table> change) {
    return withTables(tables.with(name, change));
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

  /** Whether a type is the named one, or is made of it: an array, a domain, a composite type. */
  public boolean madeOf(ColumnType type, QualifiedName name) {
    return standsOn(type, name)
        || (type instanceof ArrayType array && madeOf(array.element(), name))
        || (type instanceof DomainRef reference
            && domain(reference.name()).filter(d -> madeOf(d.type(), name)).isPresent())
        || (type instanceof CompositeRef reference
            && compositeType(reference.name()).stream()
                .flatMap(composite -> composite.attributes().stream())
                .anyMatch(attribute -> madeOf(attribute.type(), name)));
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
}
