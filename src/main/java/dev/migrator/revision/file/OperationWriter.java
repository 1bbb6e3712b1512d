package dev.migrator.revision.file;

import dev.migrator.operation.AddCheck;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.AddExclusion;
import dev.migrator.operation.AddForeignKey;
import dev.migrator.operation.AddPrimaryKey;
import dev.migrator.operation.AddUnique;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterComposite;
import dev.migrator.operation.AlterDomain;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.AlterTable;
import dev.migrator.operation.Change;
import dev.migrator.operation.CreateComposite;
import dev.migrator.operation.CreateDefinition;
import dev.migrator.operation.CreateDomain;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropByName;
import dev.migrator.operation.DropCheck;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropComposite;
import dev.migrator.operation.DropDefinition;
import dev.migrator.operation.DropDefinitionByName;
import dev.migrator.operation.DropDomain;
import dev.migrator.operation.DropEnum;
import dev.migrator.operation.DropExclusion;
import dev.migrator.operation.DropForeignKey;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropPrimaryKey;
import dev.migrator.operation.DropSchema;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.DropUnique;
import dev.migrator.operation.EnumAddition;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.IfMissing;
import dev.migrator.operation.MoveToSchema;
import dev.migrator.operation.OperationVisitor;
import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameEnum;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.operation.RenameIndex;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.ReplaceDefinition;
import dev.migrator.operation.RunJava;
import dev.migrator.operation.SetComment;
import dev.migrator.schema.QualifiedName;
import java.util.Locale;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/** Writes an operation as a map of one entry: its name with what it needs. */
final class OperationWriter implements OperationVisitor<Node> {

  @Override
  public Node visit(CreateSchema operation) {
    return operation("create_schema", named(operation.namespace().name()));
  }

  @Override
  public Node visit(DropSchema operation) {
    return operation("drop_schema", named(operation.namespace().name()));
  }

  @Override
  public Node visit(CreateEnum operation) {
    return write(operation, false);
  }

  @Override
  public Node visit(DropEnum operation) {
    return operation("drop_enum", TableShapes.ENUM.write(operation.type()));
  }

  @Override
  public Node visit(AddEnumValue operation) {
    return write(operation, false);
  }

  @Override
  public Node visit(IfMissing operation) {
    return write(operation.addition(), true);
  }

  private static Node write(EnumAddition addition, boolean ifMissing) {
    return operation(EnumShapes.name(addition), EnumShapes.write(addition, ifMissing));
  }

  @Override
  public Node visit(RenameEnum operation) {
    return operation("rename_enum", move(operation.from(), operation.to()));
  }

  @Override
  public Node visit(RenameEnumValue operation) {
    return operation(
        "rename_enum_value",
        named(operation.name()).put("from", operation.from()).put("to", operation.to()).node());
  }

  @Override
  public Node visit(AlterEnum operation) {
    return operation("alter_enum", EnumShapes.write(operation));
  }

  @Override
  public Node visit(CreateComposite operation) {
    return operation("create_composite", TableShapes.COMPOSITE.write(operation.type()));
  }

  @Override
  public Node visit(DropComposite operation) {
    return operation("drop_composite", TableShapes.COMPOSITE.write(operation.type()));
  }

  @Override
  public Node visit(AlterComposite operation) {
    return operation(
        "alter_composite",
        named(operation.name())
            .put("from", TableShapes.attributes(operation.from()))
            .put("to", TableShapes.attributes(operation.to()))
            .node());
  }

  @Override
  public Node visit(CreateDomain operation) {
    return operation("create_domain", DomainShape.DOMAIN.write(operation.domain()));
  }

  @Override
  public Node visit(DropDomain operation) {
    return operation("drop_domain", DomainShape.DOMAIN.write(operation.domain()));
  }

  @Override
  public Node visit(AlterDomain operation) {
    return operation("alter_domain", DomainShape.write(operation));
  }

  @Override
  public Node visit(CreateSequence operation) {
    return operation("create_sequence", SequenceShape.SEQUENCE.write(operation.sequence()));
  }

  @Override
  public Node visit(DropSequence operation) {
    return operation("drop_sequence", SequenceShape.SEQUENCE.write(operation.sequence()));
  }

  @Override
  public Node visit(AlterSequence operation) {
    return operation("alter_sequence", SequenceShape.write(operation));
  }

  @Override
  public Node visit(CreateTable operation) {
    return operation("create_table", NewTable.write(operation));
  }

  @Override
  public Node visit(DropTable operation) {
    return operation("drop_table", TableShapes.TABLE.write(operation.table()));
  }

  @Override
  public Node visit(RenameTable operation) {
    return operation("rename_table", move(operation.from(), operation.to()));
  }

  private static Node move(QualifiedName from, QualifiedName to) {
    return YamlNodes.map()
        .put("from", ScalarCodec.name(from))
        .put("to", ScalarCodec.name(to))
        .node();
  }

  @Override
  public Node visit(MoveToSchema operation) {
    return operation("move_to_schema", move(operation.from(), operation.to()));
  }

  @Override
  public Node visit(AlterTable operation) {
    return operation(
        "alter_table",
        onTable(operation.table())
            .put("from", OptionShapes.TABLE.write(operation.options().from()))
            .put("to", OptionShapes.TABLE.write(operation.options().to()))
            .node());
  }

  @Override
  public Node visit(AddColumn operation) {
    return operation(
        "add_column",
        onTable(operation.table())
            .put("column", TableShapes.COLUMN.write(operation.column()))
            .node());
  }

  @Override
  public Node visit(DropColumn operation) {
    return operation(
        "drop_column",
        onTable(operation.table())
            .put("column", TableShapes.COLUMN.write(operation.column()))
            .node());
  }

  @Override
  public Node visit(RenameColumn operation) {
    return operation(
        "rename_column",
        onTable(operation.table()).put("from", operation.from()).put("to", operation.to()).node());
  }

  @Override
  public Node visit(AlterColumn operation) {
    return operation(
        "alter_column",
        onTable(operation.table())
            .put("column", operation.column())
            .putIfPresent("type", operation.type(), TypeChangeShape::write)
            .putIfPresent(
                "collation",
                operation.collation(),
                change -> change(change, ScalarCodec::optionalText))
            .putIfPresent(
                "nullable", operation.nullable(), change -> change(change, ScalarCodec::bool))
            .putIfPresent(
                "default",
                operation.defaultValue(),
                change -> change(change, ScalarCodec::optionalExpression))
            .putIfPresent(
                "identity",
                operation.identity(),
                change -> change(change, SequenceShape::optionalIdentity))
            .putIfPresent(
                "generated",
                operation.generated(),
                change -> change(change, TableShapes::optionalGenerated))
            .putIfPresent(
                "options",
                operation.options(),
                change -> change(change, OptionShapes.COLUMN::write))
            .node());
  }

  @Override
  public Node visit(AddPrimaryKey operation) {
    return operation(
        "add_primary_key", operation.table(), ConstraintShapes.PRIMARY_KEY, operation.primaryKey());
  }

  @Override
  public Node visit(DropPrimaryKey operation) {
    return operation(
        "drop_primary_key",
        operation.table(),
        ConstraintShapes.PRIMARY_KEY,
        operation.primaryKey());
  }

  @Override
  public Node visit(AddUnique operation) {
    return operation("add_unique", operation.table(), ConstraintShapes.UNIQUE, operation.unique());
  }

  @Override
  public Node visit(DropUnique operation) {
    return operation("drop_unique", operation.table(), ConstraintShapes.UNIQUE, operation.unique());
  }

  @Override
  public Node visit(AddCheck operation) {
    return operation("add_check", operation.table(), ConstraintShapes.CHECK, operation.check());
  }

  @Override
  public Node visit(DropCheck operation) {
    return operation("drop_check", operation.table(), ConstraintShapes.CHECK, operation.check());
  }

  @Override
  public Node visit(AddExclusion operation) {
    return operation(
        "add_exclusion", operation.table(), ConstraintShapes.EXCLUSION, operation.exclusion());
  }

  @Override
  public Node visit(DropExclusion operation) {
    return operation(
        "drop_exclusion", operation.table(), ConstraintShapes.EXCLUSION, operation.exclusion());
  }

  @Override
  public Node visit(AddForeignKey operation) {
    return operation(
        "add_foreign_key", operation.table(), ConstraintShapes.FOREIGN_KEY, operation.foreignKey());
  }

  @Override
  public Node visit(DropForeignKey operation) {
    return operation(
        "drop_foreign_key",
        operation.table(),
        ConstraintShapes.FOREIGN_KEY,
        operation.foreignKey());
  }

  @Override
  public Node visit(RenameConstraint operation) {
    return operation("rename_constraint", RenameShapes.write(operation));
  }

  @Override
  public Node visit(CreateIndex operation) {
    return operation("create_index", operation.table(), IndexShape.INDEX, operation.index());
  }

  @Override
  public Node visit(DropIndex operation) {
    return operation("drop_index", operation.table(), IndexShape.INDEX, operation.index());
  }

  @Override
  public Node visit(RenameIndex operation) {
    return operation("rename_index", RenameShapes.write(operation));
  }

  @Override
  public Node visit(SetComment operation) {
    return operation(
        "set_comment",
        onTable(operation.table())
            .putIfPresent("column", operation.column())
            .put("comment", change(operation.comment(), ScalarCodec::optionalText))
            .node());
  }

  @Override
  public Node visit(CreateDefinition operation) {
    return operation("create_definition", DefinitionShape.write(operation.definition()));
  }

  @Override
  public Node visit(DropDefinition operation) {
    return operation("drop_definition", DefinitionShape.write(operation.definition()));
  }

  @Override
  public Node visit(ReplaceDefinition operation) {
    return operation("replace_definition", DefinitionShape.write(operation));
  }

  @Override
  public Node visit(DropDefinitionByName operation) {
    return operation("drop_definition", DefinitionShape.write(operation));
  }

  @Override
  public Node visit(DropByName operation) {
    String name = "drop_" + operation.kind().name().toLowerCase(Locale.ROOT);
    Node subject =
        switch (operation.kind()) {
          case ENUM, COMPOSITE, DOMAIN, SEQUENCE, TABLE -> ScalarCodec.name(operation.name());
          case SCHEMA, COLUMN, PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY, INDEX ->
              YamlNodes.text(operation.name().name());
        };
    if (operation.table().isEmpty()) {
      return operation(
          name,
          operation.ifExists()
              ? YamlNodes.map().put("name", subject).putIf("if_exists", true).node()
              : subject);
    }
    String key = operation.kind() == DropByName.Kind.COLUMN ? "column" : "name";
    return operation(
        name,
        onTable(operation.table().get())
            .put(key, subject)
            .putIf("if_exists", operation.ifExists())
            .node());
  }

  @Override
  public Node visit(ExecuteSql operation) {
    Node sql = ScalarCodec.expression(operation.sql());
    return operation(
        "execute",
        operation.arguments().isEmpty()
            ? sql
            : YamlNodes.map().put("sql", sql).put("arguments", operation.arguments()).node());
  }

  @Override
  public Node visit(RunJava operation) {
    return operation("run", YamlNodes.text(operation.className()));
  }

  private static Node operation(String name, Node body) {
    return YamlNodes.map().put(name, body).node();
  }

  private static <T> Node operation(String name, QualifiedName table, Shape<T> shape, T value) {
    return operation(name, shape.write(onTable(table), value).node());
  }

  private static Node named(String name) {
    return YamlNodes.map().put("name", name).node();
  }

  private static YamlNodes.Entries named(QualifiedName name) {
    return YamlNodes.map().put("name", ScalarCodec.name(name));
  }

  private static YamlNodes.Entries onTable(QualifiedName table) {
    return YamlNodes.map().put("table", ScalarCodec.name(table));
  }

  /** An attribute before and after. */
  static <T> Node change(Change<T> change, Function<T, Node> writer) {
    return YamlNodes.map()
        .put("from", writer.apply(change.from()))
        .put("to", writer.apply(change.to()))
        .node();
  }
}
