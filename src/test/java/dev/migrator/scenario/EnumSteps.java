package dev.migrator.scenario;

import dev.migrator.diff.SchemaDiffer;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.RenameEnum;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Index;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Random changes of enumerations and of the tables that use them. */
final class EnumSteps {

  private static final List<String> TABLES = List.of("users", "Posts", "order");
  private static final List<String> COLUMNS = List.of("state", "Kind", "group", "several");
  private static final List<QualifiedName> ENUMS =
      List.of(QualifiedName.of("state"), QualifiedName.of("Mixed Case"), QualifiedName.of("mood"));
  private static final List<String> VALUES =
      List.of("LOW", "it's", "two words", "ÜBER", "say \"no\"", "back\\slash", "HIGH", "{a,b}");

  private final Random random;

  EnumSteps(Random random) {
    this.random = random;
  }

  /** Changes that lead on from a schema, at least one. */
  List<SchemaChange> next(Schema schema) {
    List<SchemaChange> changes = List.of();
    while (changes.isEmpty()) {
      changes =
          switch (random.nextInt(9)) {
            case 0, 1 -> addValues(schema);
            case 2, 3 -> removeValues(schema);
            case 4 -> renameValue(schema);
            case 5 -> renameEnum(schema);
            case 6 -> changeColumn(schema);
            case 7 -> dropSomething(schema);
            default -> addTable(schema);
          };
    }
    return changes;
  }

  private List<SchemaChange> addValues(Schema schema) {
    return anyEnum(schema)
        .map(
            type -> {
              List<String> values = new ArrayList<>(type.values());
              for (String value : VALUES) {
                if (!values.contains(value) && random.nextInt(3) == 0) {
                  values.add(random.nextInt(values.size() + 1), value);
                }
              }
              return SchemaDiffer.diff(schema, withValues(schema, type, values));
            })
        .orElse(List.of());
  }

  /** Some values go, with another in their place; those that stay may change places. */
  private List<SchemaChange> removeValues(Schema schema) {
    Optional<EnumType> found = anyEnum(schema).filter(type -> type.values().size() > 1);
    if (found.isEmpty()) {
      return List.of();
    }
    EnumType type = found.get();
    List<String> values = new ArrayList<>(type.values());
    if (random.nextBoolean()) {
      java.util.Collections.shuffle(values, random);
    }
    int staying = 1 + random.nextInt(values.size());
    List<String> left = List.copyOf(values.subList(0, staying));
    Map<String, String> replace = new HashMap<>();
    for (String value : values.subList(staying, values.size())) {
      replace.put(value, left.get(random.nextInt(left.size())));
    }
    Schema to = schema;
    for (Map.Entry<String, String> entry : replace.entrySet()) {
      to = withoutMentions(to, type.name(), entry.getKey(), entry.getValue());
    }
    return SchemaDiffer.diff(schema, withValues(to, type, left)).stream()
        .map(
            change ->
                change instanceof AlterEnum alter
                    ? new AlterEnum(alter.name(), alter.from(), alter.to(), replace)
                    : change)
        .toList();
  }

  /** A default becomes another, an index over the rows with the value goes. */
  private static Schema withoutMentions(
      Schema schema, QualifiedName type, String value, String other) {
    String literal = SqlTokens.literal(value);
    return schema.mapTables(
        table ->
            table
                .withColumns(
                    table.columns().stream()
                        .map(
                            column ->
                                Schema.uses(column.type(), type)
                                    ? column.withDefault(
                                        column
                                            .defaultValue()
                                            .map(
                                                sql ->
                                                    sql.map(
                                                        text ->
                                                            text.equals(literal)
                                                                ? SqlTokens.literal(other)
                                                                : text)))
                                    : column)
                        .toList())
                .withIndexes(
                    table.indexes().stream()
                        .filter(
                            index ->
                                index
                                    .where()
                                    .map(Expression::toString)
                                    .filter(text -> text.endsWith(" = " + literal))
                                    .isEmpty())
                        .toList()));
  }

  private List<SchemaChange> renameValue(Schema schema) {
    Optional<EnumType> type = anyEnum(schema).filter(found -> !found.values().isEmpty());
    List<String> free =
        VALUES.stream()
            .filter(value -> type.filter(t -> t.values().contains(value)).isEmpty())
            .toList();
    return type.isEmpty() || free.isEmpty()
        ? List.of()
        : List.of(new RenameEnumValue(type.get().name(), any(type.get().values()), any(free)));
  }

  private List<SchemaChange> renameEnum(Schema schema) {
    List<QualifiedName> free =
        ENUMS.stream().filter(name -> schema.enumType(name).isEmpty()).toList();
    return free.isEmpty()
        ? List.of()
        : anyEnum(schema)
            .map(type -> List.<SchemaChange>of(new RenameEnum(type.name(), any(free))))
            .orElse(List.of());
  }

  /** A column becomes a text or comes anew. */
  private List<SchemaChange> changeColumn(Schema schema) {
    if (schema.tables().isEmpty()) {
      return List.of();
    }
    Table table = any(schema.tables());
    String name = any(COLUMNS);
    Optional<Column> there = table.column(name);
    if (there.isPresent()) {
      Column column = there.get();
      if (!(column.type() instanceof EnumRef)) {
        return List.of();
      }
      return diff(
          schema,
          table.withColumns(
              table.columns().stream()
                  .map(c -> c.equals(column) ? c.withType(BasicType.varchar(255)) : c)
                  .toList()));
    }
    Schema withEnum = random.nextBoolean() ? schema : withNewEnum(schema);
    return anyEnum(withEnum)
        .map(type -> SchemaDiffer.diff(schema, with(withEnum, plus(table, column(name, type)))))
        .orElse(List.of());
  }

  private List<SchemaChange> dropSomething(Schema schema) {
    if (schema.tables().isEmpty()) {
      return List.of();
    }
    Table table = any(schema.tables());
    if (random.nextInt(3) == 0) {
      return SchemaDiffer.diff(
          schema, unused(schema.withTables(schema.tables().minus(table.name()))));
    }
    List<Column> columns =
        table.columns().stream().filter(column -> !column.name().equals("id")).toList();
    if (columns.isEmpty()) {
      return List.of();
    }
    String gone = any(columns).name();
    Table smaller =
        table
            .withColumns(
                table.columns().stream().filter(column -> !column.name().equals(gone)).toList())
            .withIndexes(
                table.indexes().stream()
                    .filter(index -> !index.name().orElseThrow().endsWith(gone))
                    .toList());
    return SchemaDiffer.diff(schema, unused(with(schema, smaller)));
  }

  private List<SchemaChange> addTable(Schema schema) {
    List<String> free =
        TABLES.stream().filter(name -> schema.table(QualifiedName.of(name)).isEmpty()).toList();
    if (free.isEmpty()) {
      return List.of();
    }
    Schema to = random.nextBoolean() || schema.enums().isEmpty() ? withNewEnum(schema) : schema;
    String tableName = any(free);
    Table table =
        Table.of(
                QualifiedName.of(tableName),
                List.of(Column.of("id", BasicType.of(BasicType.Kind.BIGINT), false)))
            .withPrimaryKey(
                Optional.of(new PrimaryKey(Optional.of("pk_" + tableName), List.of("id"))));
    for (String name : COLUMNS) {
      if (random.nextBoolean()) {
        table = plus(table, column(name, anyEnum(to).orElseThrow()));
      }
    }
    return SchemaDiffer.diff(schema, to.withTables(to.tables().plus(table)));
  }

  private Schema withNewEnum(Schema schema) {
    List<QualifiedName> free =
        ENUMS.stream().filter(name -> schema.enumType(name).isEmpty()).toList();
    if (free.isEmpty()) {
      return schema;
    }
    List<String> values = VALUES.stream().filter(value -> random.nextBoolean()).toList();
    return schema.withEnums(
        schema.enums().plus(new EnumType(any(free), values.isEmpty() ? List.of("ONE") : values)));
  }

  private Column column(String name, EnumType type) {
    ColumnType plain = new EnumRef(type.name());
    String literal = SqlTokens.literal(any(type.values()));
    if (name.equals("several")) {
      return Column.of(name, new ArrayType(plain), true);
    }
    boolean required = random.nextBoolean();
    Column column = Column.of(name, plain, !required);
    return required || random.nextBoolean()
        ? column.withDefault(Optional.of(Expression.of(literal)))
        : column;
  }

  /** The table with a column, and perhaps an index on it. */
  private Table plus(Table table, Column column) {
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(column);
    Table wider = table.withColumns(columns);
    if (column.type() instanceof ArrayType || random.nextInt(3) == 0) {
      return wider;
    }
    String name = "ix_" + table.name().name() + "_" + column.name();
    Index index = Index.on(name, random.nextBoolean(), List.of(column.name(), "id"));
    boolean partial = column.defaultValue().isPresent() && random.nextBoolean();
    List<Index> indexes = new ArrayList<>(wider.indexes());
    indexes.add(
        partial
            ? index.withWhere(
                Optional.of(
                    Expression.of(
                        SqlTokens.quoted(column.name()) + " = " + column.defaultValue().get())))
            : index);
    return wider.withIndexes(indexes);
  }

  private static Schema withValues(Schema schema, EnumType type, List<String> values) {
    return schema.withEnums(schema.enums().minus(type.name()).plus(type.withValues(values)));
  }

  private static List<SchemaChange> diff(Schema schema, Table table) {
    return SchemaDiffer.diff(schema, unused(with(schema, table)));
  }

  private static Schema with(Schema schema, Table table) {
    return schema.withTable(table.name(), ignored -> table);
  }

  /** The schema without the enumerations that nothing uses. */
  private static Schema unused(Schema schema) {
    Schema smaller = schema;
    for (EnumType type : schema.enums()) {
      if (schema.tablesUsing(type.name()).isEmpty()) {
        smaller = smaller.withEnums(smaller.enums().minus(type.name()));
      }
    }
    return smaller;
  }

  private Optional<EnumType> anyEnum(Schema schema) {
    return schema.enums().isEmpty() ? Optional.empty() : Optional.of(any(schema.enums()));
  }

  <T> T any(List<? extends T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
