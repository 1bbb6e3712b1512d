package dev.migrator.entity;

import dev.migrator.schema.Column;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.RenameHint;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;

/** Reads the tables of all entities. */
final class TableReader {

  private final Entities entities;
  private final ColumnReader columns;
  private final Joins joins;
  private final Indexes indexes;
  private final Consumer<ModelWarning> warnings;
  private final Map<QualifiedName, TableDraft> drafts = new TreeMap<>();
  private final List<RenameHint> renames = new ArrayList<>();

  TableReader(
      Entities entities,
      ColumnReader columns,
      Joins joins,
      Indexes indexes,
      Consumer<ModelWarning> warnings) {
    this.entities = entities;
    this.columns = columns;
    this.joins = joins;
    this.indexes = indexes;
    this.warnings = warnings;
  }

  /** Whether a member is a plain value: neither an association nor a formula. */
  static boolean isPlain(Member member) {
    return Stream.of(
            Vocabulary.MANY_TO_ONE,
            Vocabulary.ONE_TO_ONE,
            Vocabulary.ONE_TO_MANY,
            Vocabulary.HIBERNATE_FORMULA)
        .noneMatch(name -> member.annotations().has(name));
  }

  List<Table> read() {
    List<ClassInfo> all = entities.all();
    all.forEach(this::readMembers);
    all.forEach(this::readInverseSides);
    return drafts.values().stream().map(TableDraft::table).toList();
  }

  List<RenameHint> renames() {
    return renames;
  }

  private TableDraft draft(QualifiedName name) {
    return drafts.computeIfAbsent(name, TableDraft::new);
  }

  private void readMembers(ClassInfo entity) {
    String subject = entity.name().toString();
    Annotations annotations = entities.annotations(entity);
    Unread.refuseOnEntity(subject, annotations);
    TableDraft table = draft(entities.table(entity));
    table.primaryKey(joins.key(entity).stream().map(Column::name).toList());
    List<String> naturalId = new ArrayList<>();
    for (Member member : entities.members(entity)) {
      Unread.refuseOnMember(member);
      List<String> read = isPlain(member) ? addColumn(table, member) : addJoin(table, member);
      if (member.annotations().has(Vocabulary.HIBERNATE_NATURAL_ID)) {
        naturalId.addAll(read);
      }
      indexes.addTo(table, member, read);
      renamed(member.annotations()).ifPresent(from -> renameColumn(table, member, read, from));
    }
    if (!naturalId.isEmpty()) {
      table.add(new UniqueConstraint(Optional.empty(), naturalId));
    }
    indexes.addTo(table, subject, annotations);
    readTable(table, subject, annotations);
    renamed(annotations)
        .ifPresent(
            from -> renames.add(new RenameHint.OfTable(table.name().withName(from), table.name())));
  }

  private void readTable(TableDraft table, String subject, Annotations annotations) {
    Optional<AnnotationInstance> described = annotations.find(Vocabulary.TABLE);
    Checks.of(annotations, described).forEach(table::add);
    ColumnReader.comment(annotations, described).ifPresent(table::comment);
    for (String attribute : List.of("catalog", "options")) {
      described
          .flatMap(found -> Values.text(found, attribute))
          .ifPresent(text -> warnings.accept(notRead(subject, "@Table", attribute)));
    }
  }

  private static ModelWarning notRead(String subject, String annotation, String attribute) {
    return new ModelWarning(subject, "%s(%s = …) is not read.".formatted(annotation, attribute));
  }

  private List<String> addColumn(TableDraft table, Member member) {
    ColumnReader.Read read = columns.read(member);
    Column column = read.column();
    table.add(column, member, true);
    read.checks().forEach(table::add);
    if (read.unique()) {
      table.add(new UniqueConstraint(Optional.empty(), List.of(column.name())));
    }
    member
        .column()
        .flatMap(found -> Values.text(found, "options"))
        .ifPresent(text -> warnings.accept(notRead(member.subject(), "@Column", "options")));
    return List.of(column.name());
  }

  /** The columns of an association; none on its inverse side, and none for a formula. */
  private List<String> addJoin(TableDraft table, Member member) {
    if (Joins.toOne(member).isEmpty() || Inverse.mappedBy(member).isPresent()) {
      return List.of();
    }
    Join join = joins.read(member);
    join.columns().forEach(column -> table.add(column, member, false));
    join.checks().forEach(table::add);
    join.foreignKey().ifPresent(foreignKey -> addForeignKey(table, member, join, foreignKey));
    if (join.unique()) {
      table.add(new UniqueConstraint(Optional.empty(), join.columnNames()));
    }
    return join.columnNames();
  }

  /** A foreign key to other columns than the primary key needs them to be unique. */
  private void addForeignKey(TableDraft table, Member member, Join join, ForeignKey foreignKey) {
    table.add(member.name(), foreignKey);
    if (!join.onKey()) {
      draft(foreignKey.references())
          .add(new UniqueConstraint(Optional.empty(), foreignKey.referencedColumns()));
    }
  }

  /** Where an inverse collection says what happens on delete, the other side's key does it. */
  private void readInverseSides(ClassInfo entity) {
    for (Member member : entities.members(entity)) {
      Inverse.of(member, entities)
          .ifPresent(
              inverse ->
                  ForeignKeys.onDelete(member)
                      .filter(action -> inverse.isCollection())
                      .ifPresent(
                          action ->
                              draft(entities.table(inverse.target()))
                                  .onDelete(inverse.attribute(), action)));
    }
  }

  private static Optional<String> renamed(Annotations annotations) {
    return annotations
        .find(Vocabulary.RENAMED_FROM)
        .flatMap(found -> Values.text(found, "value"))
        .map(Naming::exact);
  }

  private void renameColumn(TableDraft table, Member member, List<String> read, String from) {
    if (read.size() != 1) {
      throw new ModelException(
          member.subject(), "@RenamedFrom needs a member with one column, and this has " + read);
    }
    renames.add(new RenameHint.OfColumn(table.name(), from, read.get(0)));
  }
}
