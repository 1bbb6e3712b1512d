package dev.migrator.dialect.sqlite;

import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.RenameTable;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of what was inspected, in the letters of the schemas that it is compared with: SQLite
 * does not tell {@code Person} from {@code person}.
 *
 * @see <a href="https://www.sqlite.org/quirks.html">SQLite: quirks</a>
 */
final class NameCase {

  private final List<Schema> compared;

  private NameCase(List<Schema> compared) {
    this.compared = compared;
  }

  /** The inspected schema with the names that the compared ones spell otherwise. */
  static Schema adopt(Schema inspected, List<Schema> compared) {
    return new NameCase(compared).adopt(inspected);
  }

  private Schema adopt(Schema inspected) {
    UnaryOperator<String> tables = spelling(compared.stream().flatMap(NameCase::tables));
    Schema schema = inspected;
    for (Table table : inspected.tables()) {
      QualifiedName name = QualifiedName.of(tables.apply(table.name().name()));
      if (!name.equals(table.name())) {
        schema = new RenameTable(table.name(), name).applyTo(schema);
      }
      schema = adopt(schema, name, table);
    }
    return schema;
  }

  /** The names of tables, and of sequences, for which a table stands here. */
  private static Stream<String> tables(Schema schema) {
    return Stream.concat(
            schema.tables().stream().map(Table::name),
            schema.sequences().stream().map(Sequence::name))
        .map(QualifiedName::name);
  }

  private Schema adopt(Schema inspected, QualifiedName name, Table table) {
    List<Table> known = compared.stream().flatMap(schema -> schema.table(name).stream()).toList();
    UnaryOperator<String> columns =
        spelling(known.stream().flatMap(t -> t.columns().stream()).map(Column::name));
    Schema schema = inspected;
    for (Column column : table.columns()) {
      String spelt = columns.apply(column.name());
      if (!spelt.equals(column.name())) {
        schema = new RenameColumn(name, column.name(), spelt).applyTo(schema);
      }
    }
    UnaryOperator<String> objects = spelling(known.stream().flatMap(NameCase::objects));
    return schema.withTable(name, t -> withNames(t, given -> given.map(objects)));
  }

  private static Stream<String> objects(Table table) {
    return Stream.of(
            table.primaryKey().stream().map(PrimaryKey::name),
            table.uniques().stream().map(UniqueConstraint::name),
            table.foreignKeys().stream().map(ForeignKey::name),
            table.checks().stream().map(CheckConstraint::name),
            table.indexes().stream().map(Index::name))
        .flatMap(names -> names.flatMap(Optional::stream));
  }

  private static Table withNames(Table table, UnaryOperator<Optional<String>> spelling) {
    return table
        .withPrimaryKey(table.primaryKey().map(key -> key.withName(spelling.apply(key.name()))))
        .withUniques(
            table.uniques().stream().map(u -> u.withName(spelling.apply(u.name()))).toList())
        .withForeignKeys(
            table.foreignKeys().stream().map(k -> k.withName(spelling.apply(k.name()))).toList())
        .withChecks(table.checks().stream().map(c -> c.withName(spelling.apply(c.name()))).toList())
        .withIndexes(
            table.indexes().stream().map(i -> i.withName(spelling.apply(i.name()))).toList());
  }

  /** What turns a name that is not known into the known one of the same letters. */
  private static UnaryOperator<String> spelling(Stream<String> known) {
    Set<String> exact = known.collect(Collectors.toSet());
    SortedMap<String, String> others = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exact.stream().sorted().forEach(name -> others.putIfAbsent(name, name));
    return name -> exact.contains(name) ? name : others.getOrDefault(name, name);
  }
}
