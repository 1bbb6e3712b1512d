package dev.migrator.entity;

import dev.migrator.schema.Column;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.RenameHint;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;

/** Gives attributes their columns, constraints and indexes. */
final class AttributeBinder {

  private static final Set<DotName> ASSOCIATIONS =
      Set.of(Vocabulary.MANY_TO_ONE, Vocabulary.ONE_TO_ONE, Vocabulary.HIBERNATE_ANY);

  private final Tables tables;
  private final ColumnReader columns;
  private final Joins joins;
  private final DeclaredGenerators generators;
  private final JoinTables joinTables;
  private final AnyColumns anyColumns;
  private final Structs structs;
  private final AggregateChecks aggregateChecks;
  private final Indexes indexes;
  private final Naming naming;
  private final Consumer<ModelWarning> warnings;
  private final List<RenameHint> renames = new ArrayList<>();

  AttributeBinder(
      Tables tables,
      ColumnReader columns,
      Joins joins,
      DeclaredGenerators generators,
      Structs structs,
      Indexes indexes,
      Naming naming,
      Consumer<ModelWarning> warnings) {
    this.tables = tables;
    this.columns = columns;
    this.joins = joins;
    this.generators = generators;
    this.joinTables = new JoinTables(tables, joins, indexes, naming);
    this.anyColumns = new AnyColumns(columns, naming);
    this.structs = structs;
    this.aggregateChecks = new AggregateChecks(columns, structs, joins, naming);
    this.indexes = indexes;
    this.naming = naming;
    this.warnings = warnings;
  }

  AnyColumns anyColumns() {
    return anyColumns;
  }

  /** What the model says was renamed. */
  List<RenameHint> renames() {
    return renames;
  }

  /**
   * Adds the columns of attributes in the order of their names, as Hibernate does: of several that
   * describe one column the first counts. The columns stand in the order of the attributes.
   *
   * @return what each of them got
   */
  List<Bound> add(List<Attribute> attributes, Place place, Problems problems) {
    List<TableDraft> drafts =
        Stream.concat(Stream.of(place.table()), place.secondary().values().stream()).toList();
    List<Integer> there = drafts.stream().map(draft -> draft.columnNames().size()).toList();
    IdentityHashMap<Attribute, Bound> added = new IdentityHashMap<>();
    for (Attribute attribute : Attribute.byName(attributes)) {
      added.put(attribute, problems.gather(() -> add(attribute, place)).orElse(Bound.NOTHING));
    }
    List<Bound> bound = attributes.stream().map(added::get).toList();
    List<String> columns = Bound.all(bound.stream()).columns();
    for (int index = 0; index < drafts.size(); index++) {
      drafts.get(index).arrange(there.get(index), columns);
    }
    return bound;
  }

  /** Adds the columns of an attribute; a collection has none in its owner's table. */
  Bound add(Attribute attribute, Place around) {
    Place place = attribute.isKey() ? around.ofKey() : around;
    if (isGiven(attribute, place)) {
      return Bound.NOTHING;
    }
    return switch (attribute.kind()) {
      case EMBEDDED ->
          addParts(attribute, isWholeKey(attribute) ? place : place.within(attribute.name()));
      case BASIC -> addColumn(attribute, place);
      case STRUCT -> addStruct(attribute, place);
      case TO_ONE -> addJoin(attribute, place);
      case ANY ->
          addAll(anyColumns.read(attribute.member()), attribute.member(), place, false, false);
      case COLLECTION, INVERSE, COMPUTED -> Bound.NOTHING;
    };
  }

  /** Whether an association gives the columns. */
  private static boolean isGiven(Attribute attribute, Place place) {
    return (attribute.isKey() && place.given().contains(""))
        || (place.nulls() == Place.Nulls.NONE
            && place.given().contains(place.path() + attribute.name()));
  }

  private static boolean isWholeKey(Attribute attribute) {
    return attribute.member().annotations().has(Vocabulary.EMBEDDED_ID);
  }

  /**
   * Adds the columns of an embeddable.
   *
   * @param place the place of its parts
   */
  Bound addParts(Attribute attribute, Place place) {
    TableDraft table =
        table(
            attribute.member().annotations().find(Vocabulary.HIBERNATE_EMBEDDED_TABLE).stream(),
            "value",
            place,
            attribute.member());
    Problems problems = new Problems();
    List<Bound> parts = add(attribute.parts(), new Place(place, table), problems);
    problems.throwAll();
    Bound bound = Bound.all(parts.stream());
    finish(attribute.member(), table, bound.columns());
    return Bound.of(bound.columns());
  }

  private Bound addColumn(Attribute attribute, Place place) {
    Member member = columns.described(attribute.member());
    TableDraft table = table(member.column().stream(), "table", place, member);
    ColumnReader.Read read = read(member, place);
    Optional<Column> offset = columns.timeZone(member, read.column());
    claim(List.of(read.column()), member, new Place(place, table));
    Bound bound =
        addAll(
            Stream.concat(Stream.of(read.column()), offset.stream()).toList(),
            member,
            new Place(place, table),
            Nullability.isWrittenNotNull(member, member.column()),
            table == place.table()
                && Nullability.isRequired(member, Optional.empty(), Vocabulary.BASIC));
    if (!table.placed(read.column().name()).isOf(member)) {
      SharedColumns.readChecks(read, member, table, warnings);
      return bound;
    }
    table.addChecks(read.column().name(), read.checks());
    read.constants().ifPresent(named -> table.addConstants(read.column().name(), named));
    addChecksOfParts(attribute, table, read.column());
    EitherWays.of(member, read, table.name()).forEach(table::add);
    if (read.unique()) {
      table.add(new UniqueConstraint(Optional.empty(), List.of(read.column().name())));
    }
    member
        .column()
        .flatMap(ColumnDefinition::of)
        .flatMap(ColumnDefinition::references)
        .ifPresent(reference -> table.add(reference.foreignKey(read.column().name())));
    return bound;
  }

  private Bound addStruct(Attribute attribute, Place place) {
    Member member = attribute.member();
    Column column = structs.column(attribute, attribute.struct().orElseThrow());
    claim(List.of(column), member, place);
    Bound bound = addAll(List.of(column), member, place, !column.nullable(), false);
    addChecksOfParts(attribute, place.table(), column);
    return bound;
  }

  private ColumnReader.Read read(Member member, Place place) {
    ColumnReader.Read read = columns.read(member);
    return generators.isIdentity(place.entity().root(), member) ? read.numbering() : read;
  }

  private void addChecksOfParts(Attribute attribute, TableDraft table, Column column) {
    boolean nullable = table.takesNull(List.of(column.name()));
    aggregateChecks.of(attribute, column.withNullable(nullable)).ifPresent(table::add);
  }

  /** Columns that a key gives by several attributes may be written by others as well. */
  private static void claim(List<Column> columns, Member member, Place place) {
    if (!member.isKey() || place.key().size() == 1) {
      place
          .writers()
          .add(place.table().name(), columns, member, place.entity().subject(), place.path());
    }
  }

  /**
   * Adds columns.
   *
   * @param written whether they are said not to take NULL, even where others share the table
   * @param required whether the attribute needs a value, which not every column says
   */
  private Bound addAll(
      List<Column> all, Member member, Place place, boolean written, boolean required) {
    boolean shared = place.nulls() == Place.Nulls.SHARED && !isVersion(member);
    TableDraft.Content content =
        member.annotations().names().stream().anyMatch(ASSOCIATIONS::contains)
            ? TableDraft.Content.REFERENCE
            : place.values();
    List<String> names = new ArrayList<>();
    List<String> nullable = new ArrayList<>();
    for (Column mapped : all) {
      Column column = shared ? mapped.withNullable(!written) : withNulls(mapped, place);
      TableDraft.Placed holding = place.table().add(column, member, content);
      if (shared && written && !holding.column().nullable() && !place.isSecondary()) {
        warnings.accept(excludesOthers(member, place.entity()));
      }
      if (holding.content() == content
          && holding.contradicts(column, member)
          && !ColumnWriters.isReadOnly(member)) {
        warnings.accept(SharedColumns.describedBy(holding, column, member));
      }
      names.add(column.name());
      if (column.nullable()) {
        nullable.add(column.name());
      }
    }
    finish(member, place.table(), names);
    return new Bound(names, required ? nullable : List.of());
  }

  private static ModelWarning excludesOthers(Member member, EntityType entity) {
    return new ModelWarning(
        member.subject(),
        "nullable = false holds for all rows of the table %s, those of other entities too, which cannot be inserted then. Say optional = false: it holds for the rows of %s alone."
            .formatted(entity.table(), entity.name()));
  }

  private static boolean isVersion(Member member) {
    return member.annotations().has(Vocabulary.VERSION);
  }

  static Column withNulls(Column column, Place place) {
    return switch (place.nulls()) {
      case AS_MAPPED -> column;
      case SHARED, ALL -> column.withNullable(true);
      case NONE -> column.withNullable(false);
    };
  }

  /**
   * The table that an annotation of the columns names, else the place's own. What a collection
   * holds is in its table, whatever else is named there; so Hibernate has it.
   */
  private TableDraft table(
      Stream<AnnotationInstance> described, String attribute, Place place, Member member) {
    return described
        .flatMap(found -> Values.text(found, attribute).stream())
        .map(naming::given)
        .filter(name -> place.values() != TableDraft.Content.ELEMENT)
        .filter(name -> !name.equals(place.table().name().name()))
        .findFirst()
        .map(name -> secondary(name, place, member))
        .orElse(place.table());
  }

  private static TableDraft secondary(String name, Place place, Member member) {
    return Optional.ofNullable(place.secondary().get(name))
        .orElseThrow(
            () ->
                new ModelException(
                    member.subject(),
                    "its column is in the table '%s', which is no @SecondaryTable of %s."
                        .formatted(name, place.entity().subject())));
  }

  private Bound addJoin(Attribute attribute, Place place) {
    Member member = attribute.member();
    if (member.annotations().has(Vocabulary.JOIN_TABLE)) {
      joinTables.addToOne(attribute, place);
      return Bound.NOTHING;
    }
    if (sharesKey(attribute, place)) {
      joins.sharedKey(attribute, place).ifPresent(key -> place.table().add(key));
      return Bound.NOTHING;
    }
    TableDraft table = table(Joins.described(member).stream(), "table", place, member);
    Join join = joins.read(attribute);
    boolean derived = Keys.derivedPart(attribute).isPresent();
    List<Column> columns = derived ? inKey(join.columns(), place) : join.columns();
    List<AnnotationInstance> described = Joins.described(member);
    claim(columns, member, new Place(place, table));
    boolean required =
        table == place.table()
            && Nullability.isRequired(member, Optional.empty(), Joins.mapping(member).name());
    Bound bound =
        addAll(
            columns,
            member,
            new Place(place, table),
            described.stream()
                .anyMatch(found -> Nullability.isWrittenNotNull(member, Optional.of(found))),
            required);
    if (required && place.entity().isInSingleTable()) {
      bound.required().forEach(name -> table.add(new ColumnWay.TakesNull(table.name(), name)));
    }
    join.checks().forEach(table::add);
    join.joined().stream()
        .flatMap(each -> EitherWays.ofReference(table.name(), each).stream())
        .forEach(table::add);
    join.foreignKey().ifPresent(foreignKey -> addForeignKey(table, join, foreignKey));
    if (join.unique() && !derived && !attribute.isKey()) {
      table.add(new UniqueConstraint(Optional.empty(), join.columnNames()));
    }
    join.uniqueColumns()
        .forEach(name -> table.add(new UniqueConstraint(Optional.empty(), List.of(name))));
    return bound;
  }

  /** Columns that are part of the key, with the types that they have there. */
  private static List<Column> inKey(List<Column> columns, Place place) {
    return columns.stream()
        .map(
            column ->
                place.key().stream()
                    .map(KeyColumn::column)
                    .filter(key -> key.name().equals(column.name()))
                    .findFirst()
                    .map(key -> column.withType(key.type()))
                    .orElse(column))
        .toList();
  }

  /** Whether an association has no columns but those of the key. */
  private boolean sharesKey(Attribute attribute, Place place) {
    Annotations annotations = attribute.member().annotations();
    if (!annotations.has(Vocabulary.ONE_TO_ONE)
        || attribute.isKey()
        || annotations.has(Vocabulary.MAPS_ID)) {
      return false;
    }
    return !Keys.primaryKeyJoinColumns(annotations).isEmpty()
        || joins.columnNames(attribute).equals(KeyColumn.names(place.key()));
  }

  /** A foreign key to other columns than the primary key needs them to be unique. */
  private void addForeignKey(TableDraft table, Join join, ForeignKey foreignKey) {
    table.add(foreignKey);
    if (!join.onKey()) {
      tables
          .draft(foreignKey.references())
          .add(new UniqueConstraint(Optional.empty(), foreignKey.referencedColumns()));
    }
  }

  /** Adds what the member says beside its columns: its indexes, and its former name. */
  private void finish(Member member, TableDraft table, List<String> names) {
    indexes.addTo(table, member, names);
    renamedFrom(member.annotations()).ifPresent(from -> rename(table.name(), member, names, from));
  }

  /** The former name of a table or column. */
  static Optional<String> renamedFrom(Annotations annotations) {
    return annotations
        .find(Vocabulary.RENAMED_FROM)
        .flatMap(found -> Values.text(found, "value"))
        .map(Naming::exact);
  }

  private void rename(QualifiedName table, Member member, List<String> names, String from) {
    if (names.size() != 1) {
      throw new ModelException(
          member.subject(), "@RenamedFrom needs a member with one column, and this has " + names);
    }
    renames.add(new RenameHint.OfColumn(table, from, names.get(0)));
  }
}
