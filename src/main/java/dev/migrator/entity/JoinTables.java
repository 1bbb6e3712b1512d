package dev.migrator.entity;

import dev.migrator.schema.Column;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;

/** Reads the tables that join the tables of two entities. */
final class JoinTables {

  private final Tables tables;
  private final Joins joins;
  private final Indexes indexes;
  private final Naming naming;

  JoinTables(Tables tables, Joins joins, Indexes indexes, Naming naming) {
    this.tables = tables;
    this.joins = joins;
    this.indexes = indexes;
    this.naming = naming;
  }

  /** Adds the table of a reference to one entity, which has a row for each that refers to one. */
  void addToOne(Attribute attribute, Place place) {
    Member member = attribute.member();
    AnnotationInstance described = member.annotations().find(Vocabulary.JOIN_TABLE).orElseThrow();
    EntityType target = joins.target(member);
    TableDraft table = tables.draft(name(Optional.of(described), place.entity(), member, target));
    addOwner(table, member, place.entity(), ownKey(member, described, place.entity()));
    table.primaryKey(table.columnNames());
    List<JoinColumn> other =
        joins.columns(
            member, Values.nestedAll(described, "inverseJoinColumns"), target, member.name());
    addTarget(table, member, target, other);
    names(other).forEach(name -> table.add(new ColumnWay.TakesNull(table.name(), name)));
    if (member.annotations().has(Vocabulary.ONE_TO_ONE)) {
      table.add(new UniqueConstraint(Optional.empty(), names(other)));
    }
    indexes.addTo(table, member.subject(), described);
  }

  /** The columns that refer to the owner are called like its key, where nothing else is said. */
  private List<JoinColumn> ownKey(Member member, AnnotationInstance described, EntityType owner) {
    List<AnnotationInstance> columns = Values.nestedAll(described, "joinColumns");
    return joins.columns(
        member, columns, owner, referenced -> referenced.written().referringTo(owner));
  }

  /** The name of a table that joins two. */
  QualifiedName name(
      Optional<AnnotationInstance> described, EntityType owner, Member member, EntityType target) {
    return name(described, naming.joinTable(owner, member.name(), target));
  }

  /** The name that an annotation gives to a table, else the one that it has by itself. */
  QualifiedName name(Optional<AnnotationInstance> described, String unnamed) {
    return described
        .map(found -> naming.table(found, unnamed))
        .orElseGet(() -> QualifiedName.of(unnamed));
  }

  /** Adds the columns that refer to the owner of the rows. */
  void addOwner(TableDraft table, Member member, EntityType owner, List<JoinColumn> columns) {
    add(table, member, columns);
    Optional<AnnotationInstance> described =
        member
            .annotations()
            .find(Vocabulary.JOIN_TABLE)
            .or(() -> member.annotations().find(Vocabulary.COLLECTION_TABLE));
    joins
        .foreignKey(
            ForeignKeys.Description.of(
                Stream.concat(described.stream(), described(columns)), member.annotations()),
            owner,
            columns)
        .ifPresent(table::add);
  }

  /**
   * Adds the columns that refer to the other entity. Where they refer to other columns than its
   * key, Hibernate makes no constraint.
   */
  void addTarget(TableDraft table, Member member, EntityType target, List<JoinColumn> columns) {
    add(table, member, columns);
    if (!joins.refersToKey(target, columns)) {
      return;
    }
    ForeignKeys.Description described =
        ForeignKeys.Description.of(described(columns), Annotations.of(List.of()));
    joins
        .foreignKey(
            member
                .annotations()
                .find(Vocabulary.JOIN_TABLE)
                .flatMap(found -> Values.nested(found, "inverseForeignKey"))
                .map(described::preceded)
                .orElse(described)
                .unless(member.annotations().has(Vocabulary.HIBERNATE_NOT_FOUND)),
            target,
            columns)
        .ifPresent(table::add);
  }

  private static Stream<AnnotationInstance> described(List<JoinColumn> columns) {
    return columns.stream().flatMap(column -> column.described().stream());
  }

  private static void add(TableDraft table, Member member, List<JoinColumn> columns) {
    for (JoinColumn join : columns) {
      table.add(join.column(false), member, TableDraft.Content.REFERENCE);
      join.checks().forEach(table::add);
      EitherWays.ofReference(table.name(), join).forEach(table::add);
      if (join.isUnique()) {
        table.add(new UniqueConstraint(Optional.empty(), List.of(join.column().name())));
      }
    }
  }

  static List<String> names(List<JoinColumn> columns) {
    return columns.stream().map(JoinColumn::column).map(Column::name).toList();
  }
}
