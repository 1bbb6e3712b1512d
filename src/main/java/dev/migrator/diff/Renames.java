package dev.migrator.diff;

import static java.util.stream.Collectors.joining;

import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.MoveToSchema;
import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.RenameEnum;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.operation.SchemaChange;
import dev.migrator.problem.GivenOption;
import dev.migrator.schema.Names;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.RenameHint;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The renames that lead from the current schema towards the model's: those that a person gave, and
 * those that the model's hints mean. A hint acts only while the old name is there and the new one
 * is not, so it may stay in the model after it has acted. Hints in a circle (two columns that swap
 * their names) look the same before and after, so these act only if given.
 */
final class Renames {

  /** What stands behind a name for the time in which a circle is open. */
  static final String BETWEEN = "_renamed";

  private final Schema model;
  private final List<Move<QualifiedName>> tables = new ArrayList<>();
  private final List<Move<QualifiedName>> enums = new ArrayList<>();
  private final Map<QualifiedName, List<Move<String>>> columns = new LinkedHashMap<>();
  private final Map<QualifiedName, List<Move<String>>> enumValues = new LinkedHashMap<>();
  private final List<SchemaChange> changes = new ArrayList<>();
  private final List<String> unclear = new ArrayList<>();
  private Schema current;

  private Renames(Schema current, Schema model) {
    this.current = current;
    this.model = model;
  }

  /**
   * The renames of a comparison.
   *
   * @param given what a person asked for, which comes before the hints
   * @param hints the model's word
   */
  static Renames of(List<RenameHint> given, List<RenameHint> hints, Schema current, Schema model) {
    Renames renames = new Renames(current, model);
    given.forEach(hint -> renames.gather(hint, true));
    hints.forEach(hint -> renames.gather(hint, false));
    renames.renameTables();
    renames.columns.forEach(renames::renameColumns);
    FollowingNames.of(current, renames.changes, renames.current, model).forEach(renames::add);
    renames.renameEnums();
    renames.enumValues.forEach(renames::renameEnumValues);
    return renames;
  }

  /** The renames, tables first, in an order in which each name is free. */
  List<SchemaChange> changes() {
    return List.copyOf(changes);
  }

  /** A sentence for each circle of hints that was left alone. */
  List<String> unclear() {
    return List.copyOf(unclear);
  }

  private void gather(RenameHint hint, boolean given) {
    if (hint instanceof RenameHint.OfTable table) {
      tables.add(new Move<>(table.from(), table.to(), given));
    } else if (hint instanceof RenameHint.OfColumn column) {
      columns
          .computeIfAbsent(column.table(), name -> new ArrayList<>())
          .add(new Move<>(column.from(), column.to(), given));
    } else if (hint instanceof RenameHint.OfEnum type) {
      enums.add(new Move<>(type.from(), type.to(), given));
    } else if (hint instanceof RenameHint.OfEnumValue value) {
      enumValues
          .computeIfAbsent(value.type(), name -> new ArrayList<>())
          .add(new Move<>(value.from(), value.to(), given));
    }
  }

  private void renameTables() {
    inOrder(
            tables,
            name -> current.table(name).isPresent(),
            name -> model.table(name).isPresent(),
            QualifiedName::toString,
            name -> name.withName(Names.fit(name.name() + BETWEEN)))
        .forEach(move -> moveTable(move.from(), move.to()));
  }

  /** A schema that comes with the model is there before a table moves into it. */
  private void moveTable(QualifiedName from, QualifiedName to) {
    createSchema(to);
    for (SchemaChange step : TableMove.of(from, to, name -> current.table(name).isPresent())) {
      if (step instanceof MoveToSchema move) {
        ItemRenames.outOfTheWay(current, move.from(), move.to()).forEach(this::add);
      }
      add(step);
    }
  }

  private void createSchema(QualifiedName name) {
    name.schema()
        .map(Namespace::new)
        .filter(namespace -> !current.namespaces().contains(namespace))
        .filter(model.namespaces()::contains)
        .ifPresent(namespace -> add(new CreateSchema(namespace)));
  }

  private void renameColumns(QualifiedName table, List<Move<String>> wanted) {
    inOrder(
            wanted,
            column -> hasColumn(current, table, column),
            column -> hasColumn(model, table, column),
            column -> table + "." + column,
            column -> Names.fit(column + BETWEEN))
        .forEach(move -> add(new RenameColumn(table, move.from(), move.to())));
  }

  /** Those that are said, then those that nothing else can be. */
  private void renameEnums() {
    inOrder(
            enums,
            name -> current.enumType(name).isPresent(),
            name -> model.enumType(name).isPresent(),
            QualifiedName::toString,
            name -> name.withName(Names.fit(name.name() + BETWEEN)))
        .forEach(move -> renameEnum(new RenameEnum(move.from(), move.to())));
    RenamedEnums.between(current, model).forEach(this::renameEnum);
  }

  private void renameEnum(RenameEnum rename) {
    createSchema(rename.to());
    add(rename);
  }

  private void renameEnumValues(QualifiedName type, List<Move<String>> wanted) {
    inOrder(
            wanted,
            value -> hasValue(current, type, value),
            value -> hasValue(model, type, value),
            value -> type + "." + value,
            value -> Names.fit(value + BETWEEN))
        .forEach(move -> add(new RenameEnumValue(type, move.from(), move.to())));
  }

  private <N> List<Move<N>> inOrder(
      List<Move<N>> wanted,
      Predicate<N> isThere,
      Predicate<N> isWanted,
      Function<N, String> words,
      UnaryOperator<N> between) {
    List<Move<N>> acting = Move.acting(wanted, isThere, isWanted);
    List<Move<N>> circles = Move.circles(acting).stream().filter(move -> !move.given()).toList();
    if (!circles.isEmpty()) {
      unclear.add(
          "@RenamedFrom gives %s names of each other, which look the same before and after, so it was not heeded. If the names are to be swapped now, give %s."
              .formatted(
                  circles.stream().map(move -> words.apply(move.to())).collect(joining(", ")),
                  circles.stream()
                      .map(move -> flag(words.apply(move.from()), words.apply(move.to())))
                      .collect(joining(" "))));
      acting = Move.acting(without(acting, circles), isThere, isWanted);
    }
    return Move.inOrder(acting, between);
  }

  private static String flag(String from, String to) {
    return GivenOption.of("--rename", from + ":" + to);
  }

  private static <T> List<T> without(List<T> items, List<T> left) {
    return items.stream().filter(Predicate.not(left::contains)).toList();
  }

  private void add(SchemaChange change) {
    current = change.applyTo(current);
    changes.add(change);
  }

  private static boolean hasColumn(Schema schema, QualifiedName table, String column) {
    return schema.table(table).flatMap(found -> found.column(column)).isPresent();
  }

  private static boolean hasValue(Schema schema, QualifiedName type, String value) {
    return schema.enumType(type).filter(found -> found.values().contains(value)).isPresent();
  }
}
