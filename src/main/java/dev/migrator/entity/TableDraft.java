package dev.migrator.entity;

import dev.migrator.problem.Nearest;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumColumn;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.Index;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A table while its members are read. Several entities, and several members, may share it. */
final class TableDraft {

  private final QualifiedName name;
  private final Map<String, Placed> columns = new LinkedHashMap<>();
  private final Map<String, String> namesByAttribute = new HashMap<>();
  private final Set<UniqueConstraint> uniques = new LinkedHashSet<>();
  private final Map<List<String>, ForeignKey> foreignKeys = new LinkedHashMap<>();
  private final Set<CheckConstraint> checks = new LinkedHashSet<>();
  private final Set<Index> indexes = new LinkedHashSet<>();
  private final Map<String, List<CheckConstraint>> checksByColumn = new HashMap<>();
  private final List<EitherWay> eitherWays = new ArrayList<>();
  private final List<EnumColumn> enumColumns = new ArrayList<>();
  private List<String> primaryKey = List.of();
  private Optional<String> comment = Optional.empty();

  /** What a column holds. */
  enum Content {
    /** A value of an entity. */
    VALUE,
    /** A value that is an element of a collection, which Hibernate looks at last. */
    ELEMENT,
    /** What refers to another row. */
    REFERENCE,
    /** What kind of entity the row is, which an attribute tells: its column is that of the kind. */
    KIND
  }

  /**
   * A column, and what it came from.
   *
   * @param subject the member or class that describes it
   */
  record Placed(Column column, String subject, Content content) {

    /** Whether a member describes the column, and no other member or the discriminator does. */
    boolean isOf(Member member) {
      return subject.equals(member.subject());
    }

    /** Whether another member describes the column, and otherwise. */
    boolean contradicts(Column other, Member by) {
      return !isOf(by)
          && (column.nullable() != other.nullable() || !column.type().equals(other.type()));
    }
  }

  TableDraft(QualifiedName name) {
    this.name = name;
  }

  QualifiedName name() {
    return name;
  }

  /**
   * Adds a member's column. Where several members map one, the first holds, but an entity's value
   * goes before a reference, whatever their order; so does Hibernate, to which the first is the one
   * of the class that it is told of first.
   *
   * @return what holds
   * @throws ModelException if another member gives the column a type of another kind, and this one
   *     not only reads it
   */
  Placed add(Column column, Member member, Content content) {
    namesByAttribute.putIfAbsent(member.name().toLowerCase(Locale.ROOT), column.name());
    Placed added = new Placed(column, member.subject(), content);
    Placed there = columns.putIfAbsent(column.name(), added);
    if (there == null) {
      return added;
    }
    if (there.content == content && !ColumnWriters.isReadOnly(member)) {
      EitherWays.ofShared(name, there.column, column).forEach(this::add);
    }
    if (there.content == Content.REFERENCE && content == Content.VALUE) {
      columns.put(column.name(), added);
      return added;
    }
    if (there.content != Content.REFERENCE
        && content != Content.REFERENCE
        && there.content != Content.KIND
        && !ColumnWay.SharedType.isAlike(there.column.type(), column.type())
        && !ColumnWriters.isReadOnly(member)) {
      throw new ModelException(member.subject(), clash(column, there));
    }
    return there;
  }

  /**
   * Puts columns in another order.
   *
   * @param there how many stay where they are, from the first on
   * @param order the names of the others
   */
  void arrange(int there, List<String> order) {
    List<String> rest = columnNames().subList(there, columns.size());
    rest.stream()
        .sorted(Comparator.comparingInt(order::indexOf))
        .forEach(column -> columns.put(column, columns.remove(column)));
  }

  /** Adds a column of a key that no attribute of the table's own holds. */
  void addKey(Column column, String subject) {
    columns.putIfAbsent(column.name(), new Placed(column, subject, Content.VALUE));
  }

  /**
   * Adds a discriminator.
   *
   * @param written whether Hibernate writes it by itself, and no attribute does
   */
  void addDiscriminator(Column column, String subject, boolean written) {
    columns.putIfAbsent(
        column.name(), new Placed(column, subject, written ? Content.VALUE : Content.KIND));
  }

  /** A column that is there, with what it came from. */
  Placed placed(String column) {
    return Optional.ofNullable(columns.get(column)).orElseThrow();
  }

  private String clash(Column column, Placed there) {
    return "the column %s.%s has the type %s here and %s in %s. Give one of them another column, or both the same type."
        .formatted(
            name,
            column.name(),
            column.type().spelling(),
            there.column.type().spelling(),
            there.subject);
  }

  /** The column that a constraint or index means: by its name, or by its attribute's. */
  String column(String given, Naming naming, String subject) {
    String exact = naming.given(given);
    if (columns.containsKey(exact)) {
      return exact;
    }
    return Optional.ofNullable(namesByAttribute.get(given.toLowerCase(Locale.ROOT)))
        .orElseThrow(
            () ->
                new ModelException(
                    subject,
                    "the table %s has no column '%s'.%s"
                        .formatted(
                            name,
                            given,
                            Nearest.to(exact, columns.keySet())
                                .map(near -> " Did you mean '" + near + "'?")
                                .orElseGet(() -> " It has " + columns.keySet() + "."))));
  }

  List<String> columnNames() {
    return List.copyOf(columns.keySet());
  }

  /** Whether one of some columns takes NULL. */
  boolean takesNull(List<String> names) {
    return names.stream().anyMatch(column -> column(column).nullable());
  }

  /** Whether one of some columns has such a type. */
  boolean holds(List<String> names, Predicate<ColumnType> type) {
    return names.stream().anyMatch(column -> type.test(column(column).type()));
  }

  private Column column(String exact) {
    return placed(exact).column;
  }

  void primaryKey(List<String> key) {
    primaryKey = List.copyOf(key);
  }

  /** Adds a unique constraint; of several of the same columns the first that has a name holds. */
  void add(UniqueConstraint unique) {
    uniques.stream()
        .filter(known -> known.columns().equals(unique.columns()))
        .filter(known -> !known.name().equals(unique.name()))
        .findFirst()
        .ifPresent(known -> add(new ConstraintWay.UniqueTwice(name, unique.columns())));
    uniques.removeIf(known -> known.name().isEmpty() && known.columns().equals(unique.columns()));
    if (uniques.stream().noneMatch(known -> known.columns().equals(unique.columns()))) {
      uniques.add(unique);
    }
  }

  void add(ForeignKey foreignKey) {
    foreignKeys.putIfAbsent(identity(foreignKey), foreignKey);
  }

  /** The constraint by which some columns refer to these of a table. */
  Optional<ForeignKey> foreignKeyTo(QualifiedName other, List<String> referenced) {
    return foreignKeys.values().stream()
        .filter(key -> key.references().equals(other))
        .filter(key -> Set.copyOf(key.referencedColumns()).equals(Set.copyOf(referenced)))
        .findFirst();
  }

  /** Two attributes may share columns; what they refer to by them is one constraint. */
  private static List<String> identity(ForeignKey foreignKey) {
    return Stream.concat(
            foreignKey.columns().stream(), Stream.of(foreignKey.references().toString()))
        .toList();
  }

  /** Lets the foreign key on some columns, if there is one, do this when the other row goes. */
  void onDelete(List<String> on, ForeignKeyAction action) {
    foreignKeys.replaceAll(
        (identity, key) -> key.columns().equals(on) ? key.withOnDelete(action) : key);
  }

  void add(CheckConstraint check) {
    checks.add(check);
  }

  /** Adds what the member that describes a column says of its values. */
  void addChecks(String column, List<CheckConstraint> all) {
    checks.addAll(all);
    checksByColumn.put(column, List.copyOf(all));
  }

  /** What the member that describes a column says of its values. */
  List<CheckConstraint> checksOf(String column) {
    return checksByColumn.getOrDefault(column, List.of());
  }

  /** Adds a check that Hibernate writes from version 7 on, known by the columns. */
  void addNewer(CheckConstraint check, List<String> by) {
    add(check);
    add(new ConstraintWay.NewerCheck(name, by, check));
  }

  /** Takes note of what a database may have in more than one way. */
  void add(EitherWay way) {
    eitherWays.add(way);
  }

  void addConstants(String column, EnumConstants.Named constants) {
    enumColumns.add(
        new EnumColumn(name, column, constants.names(), constants.replaced(), constants.renamed()));
  }

  Stream<EnumColumn> enumColumns() {
    return enumColumns.stream();
  }

  Stream<EitherWay> eitherWays() {
    return eitherWays.stream();
  }

  void add(Index index) {
    indexes.add(index);
  }

  void comment(String text) {
    comment = comment.or(() -> Optional.of(text));
  }

  /** Whether the primary key says the same, so that Hibernate leaves a constraint out. */
  private boolean isPrimaryKey(UniqueConstraint unique) {
    return Set.copyOf(unique.columns()).equals(Set.copyOf(primaryKey));
  }

  Table table() {
    List<Column> all =
        columns.values().stream()
            .map(Placed::column)
            .map(column -> primaryKey.contains(column.name()) ? column.withNullable(false) : column)
            .toList();
    return Table.of(name, all)
        .withPrimaryKey(
            primaryKey.isEmpty()
                ? Optional.empty()
                : Optional.of(new PrimaryKey(Optional.empty(), primaryKey)))
        .withUniques(uniques.stream().filter(unique -> !isPrimaryKey(unique)).toList())
        .withForeignKeys(new ArrayList<>(new LinkedHashSet<>(foreignKeys.values())))
        .withChecks(new ArrayList<>(checks))
        .withIndexes(new ArrayList<>(indexes))
        .withComment(comment);
  }
}
