package dev.migrator.revision.file;

import dev.migrator.operation.AddCheck;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddExclusion;
import dev.migrator.operation.AddForeignKey;
import dev.migrator.operation.AddPrimaryKey;
import dev.migrator.operation.AddUnique;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterComposite;
import dev.migrator.operation.AlterTable;
import dev.migrator.operation.Change;
import dev.migrator.operation.CreateComposite;
import dev.migrator.operation.CreateDomain;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.MoveToSchema;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.RunJava;
import dev.migrator.operation.SetComment;
import dev.migrator.problem.Nearest;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads operations: each is a map of one entry, the operation's name with what it needs. */
final class OperationReader {

  private static final Map<String, Function<YamlValue, Operation>> READERS = readers();

  private OperationReader() {}

  private static Map<String, Function<YamlValue, Operation>> readers() {
    Map<String, Function<YamlValue, Operation>> readers = new LinkedHashMap<>();
    readers.put("create_schema", value -> new CreateSchema(namespace(value)));
    readers.putAll(EnumShapes.READERS);
    readers.put(
        "create_composite", value -> new CreateComposite(TableShapes.COMPOSITE.read(value)));
    readers.put("alter_composite", OperationReader::alterComposite);
    readers.put("create_domain", value -> new CreateDomain(DomainShape.DOMAIN.read(value)));
    readers.put("alter_domain", DomainShape::readAlteration);
    readers.put("create_sequence", value -> new CreateSequence(SequenceShape.SEQUENCE.read(value)));
    readers.put("alter_sequence", SequenceShape::readAlteration);
    readers.put("create_table", NewTable::read);
    readers.put("rename_table", OperationReader::renameTable);
    readers.put("move_to_schema", OperationReader::moveToSchema);
    readers.put("alter_table", OperationReader::alterTable);
    readers.put("add_column", OperationReader::addColumn);
    readers.put("rename_column", OperationReader::renameColumn);
    readers.put("alter_column", OperationReader::alterColumn);
    readers.put("add_primary_key", onTable(ConstraintShapes.PRIMARY_KEY, AddPrimaryKey::new));
    readers.put("add_unique", onTable(ConstraintShapes.UNIQUE, AddUnique::new));
    readers.put("add_check", onTable(ConstraintShapes.CHECK, AddCheck::new));
    readers.put("add_exclusion", onTable(ConstraintShapes.EXCLUSION, AddExclusion::new));
    readers.put("add_foreign_key", onTable(ConstraintShapes.FOREIGN_KEY, AddForeignKey::new));
    readers.put("rename_constraint", RenameShapes::readConstraint);
    readers.put("create_index", onTable(IndexShape.INDEX, CreateIndex::new));
    readers.put("rename_index", RenameShapes::readIndex);
    readers.put("set_comment", OperationReader::setComment);
    readers.putAll(DropReader.READERS);
    readers.putAll(DefinitionShape.READERS);
    readers.put("execute", OperationReader::execute);
    readers.put("run", value -> new RunJava(value.text()));
    return readers;
  }

  /** The names of all operations. */
  static Set<String> names() {
    return READERS.keySet();
  }

  /** The operations of a list; an empty value is an empty list. */
  static List<Operation> operations(YamlValue value) {
    return value.isNull() ? List.of() : value.list(OperationReader::operation);
  }

  static Operation operation(YamlValue value) {
    if (!value.isMap()) {
      throw value.problem(
          "an operation is a map of one entry, such as 'drop_table: users', not %s"
              .formatted(value.kind()));
    }
    YamlMap map = value.map();
    Map<String, YamlValue> entries = map.entries();
    if (entries.size() != 1) {
      throw value.problem(
          "an operation is a map of one entry, but here %s stand side by side. Indent what belongs to the operation."
              .formatted(entries.isEmpty() ? "none" : String.join(", ", entries.keySet())));
    }
    Map.Entry<String, YamlValue> entry = entries.entrySet().iterator().next();
    String name = entry.getKey();
    Function<YamlValue, Operation> reader = READERS.get(name);
    if (reader == null) {
      throw value.problem(
          "unknown operation '%s'. %s"
              .formatted(
                  name,
                  Nearest.to(name, READERS.keySet())
                      .map(near -> "Did you mean '" + near + "'?")
                      .orElse("Known are " + String.join(", ", READERS.keySet()) + ".")));
    }
    YamlValue body = entry.getValue();
    return body.convert(() -> reader.apply(body));
  }

  private static <T> Function<YamlValue, Operation> onTable(
      Shape<T> shape, BiFunction<QualifiedName, T, Operation> operation) {
    return value -> {
      YamlMap map = value.map(shape.keysWith("table"));
      return operation.apply(table(map), shape.reader().apply(map));
    };
  }

  static QualifiedName table(YamlMap map) {
    return ScalarCodec.name(map.required("table"));
  }

  static Namespace namespace(YamlValue value) {
    return new Namespace(value.isMap() ? value.map("name").required("name").text() : value.text());
  }

  private static Operation alterComposite(YamlValue value) {
    YamlMap map = value.map("name", "from", "to");
    return new AlterComposite(
        ScalarCodec.name(map.required("name")),
        map.required("from").list(TableShapes.ATTRIBUTE::read),
        map.required("to").list(TableShapes.ATTRIBUTE::read));
  }

  private static Operation renameTable(YamlValue value) {
    YamlMap map = value.map("from", "to");
    return new RenameTable(
        ScalarCodec.name(map.required("from")), ScalarCodec.name(map.required("to")));
  }

  private static Operation moveToSchema(YamlValue value) {
    YamlMap map = value.map("from", "to");
    QualifiedName from = ScalarCodec.name(map.required("from"));
    QualifiedName to = ScalarCodec.name(map.required("to"));
    return value.convert(() -> new MoveToSchema(from, to));
  }

  private static Operation alterTable(YamlValue value) {
    YamlMap map = value.map("table", "from", "to");
    return new AlterTable(
        table(map),
        new Change<>(
            OptionShapes.TABLE.read(map.required("from")),
            OptionShapes.TABLE.read(map.required("to"))));
  }

  private static Operation addColumn(YamlValue value) {
    YamlMap map = value.map("table", "column");
    return new AddColumn(table(map), TableShapes.COLUMN.read(map.required("column")));
  }

  private static Operation renameColumn(YamlValue value) {
    YamlMap map = value.map("table", "from", "to");
    return new RenameColumn(table(map), map.required("from").text(), map.required("to").text());
  }

  private static Operation alterColumn(YamlValue value) {
    YamlMap map =
        value.map(
            "table",
            "column",
            "type",
            "collation",
            "nullable",
            "default",
            "identity",
            "generated",
            "options");
    return new AlterColumn(
        table(map),
        map.required("column").text(),
        map.optional("type").map(TypeChangeShape::read),
        map.optional("nullable").map(nullable -> change(nullable, YamlValue::bool)),
        map.optional("default").map(given -> change(given, ScalarCodec::optionalExpression)),
        map.optional("identity").map(given -> change(given, SequenceShape::optionalIdentity)),
        map.optional("collation").map(given -> change(given, ScalarCodec::optionalText)),
        map.optional("generated").map(given -> change(given, TableShapes::optionalGenerated)),
        map.optional("options").map(given -> change(given, OptionShapes.COLUMN::read)));
  }

  private static Operation setComment(YamlValue value) {
    YamlMap map = value.map("table", "column", "comment");
    return new SetComment(
        table(map), map.text("column"), change(map.required("comment"), ScalarCodec::optionalText));
  }

  /** An attribute before and after. */
  static <T> Change<T> change(YamlValue value, Function<YamlValue, T> reader) {
    YamlMap map = value.map("from", "to");
    return new Change<>(reader.apply(map.required("from")), reader.apply(map.required("to")));
  }

  private static Operation execute(YamlValue value) {
    if (!value.isMap()) {
      return new ExecuteSql(Expression.of(value.text()), List.of());
    }
    YamlMap any = value.map();
    if (!any.has("sql") && !any.has("arguments")) {
      return new ExecuteSql(ScalarCodec.expression(value), List.of());
    }
    YamlMap map = value.map("sql", "arguments");
    return new ExecuteSql(ScalarCodec.expression(map.required("sql")), map.texts("arguments"));
  }
}
