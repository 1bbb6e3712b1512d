package dev.migrator.entity;

import dev.migrator.problem.Nearest;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.Index;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table while its members are read. Several entities, and several members, may share it. */
final class TableDraft {

  private final QualifiedName name;
  private final Map<String, Placed> columns = new LinkedHashMap<>();
  private final Map<String, String> namesByAttribute = new HashMap<>();
  private final Set<UniqueConstraint> uniques = new LinkedHashSet<>();
  private final Map<String, ForeignKey> foreignKeys = new LinkedHashMap<>();
  private final Set<CheckConstraint> checks = new LinkedHashSet<>();
  private final Set<Index> indexes = new LinkedHashSet<>();
  private List<String> primaryKey = List.of();
  private Optional<String> comment = Optional.empty();

  /**
   * A column, and the member that it came from.
   *
   * @param plain whether the member is a value, not an association
   */
  private record Placed(Column column, Member member, boolean plain) {}

  TableDraft(QualifiedName name) {
    this.name = name;
  }

  QualifiedName name() {
    return name;
  }

  /**
   * Adds a member's column. Where several members map one, the first holds, but a value goes before
   * an association, whatever their order; so does Hibernate.
   *
   * @param plain whether the member is a value, not an association
   * @throws ModelException if another member gives the column another type
   */
  void add(Column column, Member member, boolean plain) {
    namesByAttribute.putIfAbsent(member.name().toLowerCase(Locale.ROOT), column.name());
    Placed there = columns.putIfAbsent(column.name(), new Placed(column, member, plain));
    if (there == null) {
      return;
    }
    if (!there.column.type().equals(column.type())) {
      throw new ModelException(member.subject(), clash(column, there));
    }
    if (plain && !there.plain) {
      columns.put(column.name(), new Placed(column, member, true));
    }
  }

  private String clash(Column column, Placed there) {
    return "the column %s.%s has the type %s here and %s in %s. Give one of them another column, or both the same type."
        .formatted(
            name,
            column.name(),
            column.type().spelling(),
            there.column.type().spelling(),
            there.member.subject());
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

  void primaryKey(List<String> key) {
    primaryKey = List.copyOf(key);
  }

  void add(UniqueConstraint unique) {
    if (!unique.columns().equals(primaryKey)) {
      uniques.removeIf(known -> known.name().isEmpty() && known.columns().equals(unique.columns()));
      if (uniques.stream().noneMatch(known -> known.columns().equals(unique.columns()))) {
        uniques.add(unique);
      }
    }
  }

  /** Adds the foreign key of a member, by whose name its inverse side finds it. */
  void add(String attribute, ForeignKey foreignKey) {
    foreignKeys.put(attribute, foreignKey);
  }

  /** Lets the foreign key of a member, if it has one, do this when the referenced row goes. */
  void onDelete(String attribute, ForeignKeyAction action) {
    foreignKeys.computeIfPresent(attribute, (name, key) -> key.withOnDelete(action));
  }

  void add(CheckConstraint check) {
    checks.add(check);
  }

  void add(Index index) {
    indexes.add(index);
  }

  void comment(String text) {
    comment = comment.or(() -> Optional.of(text));
  }

  Table table() {
    return new Table(
        name,
        columns.values().stream().map(Placed::column).toList(),
        primaryKey.isEmpty()
            ? Optional.empty()
            : Optional.of(new PrimaryKey(Optional.empty(), primaryKey)),
        new ArrayList<>(uniques),
        new ArrayList<>(new LinkedHashSet<>(foreignKeys.values())),
        new ArrayList<>(checks),
        new ArrayList<>(indexes),
        comment);
  }
}
