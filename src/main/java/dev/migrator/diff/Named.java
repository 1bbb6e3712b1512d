package dev.migrator.diff;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import dev.migrator.schema.ValueList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Something that has a name which a person may change.
 *
 * @param kind what it is
 * @param owner its table or enumeration; its own name, if it is one
 * @param column the column whose CHECK lists it; empty for what is in no such list
 * @param name its own name; empty for a table or enumeration
 */
record Named(Kind kind, QualifiedName owner, Optional<String> column, String name) {

  /** What can be renamed. */
  enum Kind {
    TABLE("table"),
    COLUMN("column"),
    ENUM("enum"),
    ENUM_VALUE("enum value"),
    /** A value of a column whose CHECK lists its values. */
    COLUMN_VALUE("value of a column");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private Named(Kind kind, QualifiedName owner, String name) {
    this(kind, owner, Optional.empty(), name);
  }

  /**
   * All of a schema, as a person writes them.
   *
   * @param listed whether the values that a CHECK lists may be renamed, by the table and the column
   */
  static Map<String, Named> of(Schema schema, BiPredicate<QualifiedName, String> listed) {
    Map<String, Named> names = new LinkedHashMap<>();
    Stream.of(
            schema.tables().stream().flatMap(table -> values(table, listed)),
            schema.enums().stream().flatMap(Named::ofEnum),
            schema.tables().stream().flatMap(Named::ofTable))
        .flatMap(named -> named)
        .forEach(named -> names.put(named.toString(), named));
    return names;
  }

  private static Stream<Named> ofEnum(EnumType type) {
    return Stream.concat(
        Stream.of(new Named(Kind.ENUM, type.name(), "")),
        type.values().stream().map(value -> new Named(Kind.ENUM_VALUE, type.name(), value)));
  }

  private static Stream<Named> ofTable(Table table) {
    return Stream.concat(
        table.columns().stream().map(column -> new Named(Kind.COLUMN, table.name(), column.name())),
        Stream.of(new Named(Kind.TABLE, table.name(), "")));
  }

  private static Stream<Named> values(Table table, BiPredicate<QualifiedName, String> listed) {
    return table.checks().stream()
        .map(CheckConstraint::expression)
        .flatMap(
            expression ->
                expression instanceof Expression.Portable portable
                    ? ValueList.of(portable.text()).stream()
                    : Stream.empty())
        .flatMap(
            list ->
                table.columns().stream()
                    .filter(column -> list.isOf(column.name()))
                    .filter(column -> listed.test(table.name(), column.name()))
                    .flatMap(column -> values(table.name(), column.name(), list)));
  }

  private static Stream<Named> values(QualifiedName table, String column, ValueList list) {
    return list.literals().stream()
        .flatMap(literal -> SqlTokens.literals(literal).stream())
        .map(value -> new Named(Kind.COLUMN_VALUE, table, Optional.of(column), value));
  }

  boolean isOwner() {
    return kind == Kind.TABLE || kind == Kind.ENUM;
  }

  /** The same in an owner and a column that have other names. */
  Named in(QualifiedName otherOwner, Optional<String> otherColumn) {
    return isOwner() ? this : new Named(kind, otherOwner, otherColumn, name);
  }

  @Override
  public String toString() {
    return isOwner()
        ? owner.toString()
        : owner + column.map(within -> "." + within).orElse("") + "." + name;
  }
}
