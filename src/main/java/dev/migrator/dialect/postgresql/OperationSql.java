package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.dialect.SqlSplitter;
import dev.migrator.dialect.Statement;
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
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.IfMissing;
import dev.migrator.operation.MoveToSchema;
import dev.migrator.operation.Operation;
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
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableItems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The statements of one operation.
 *
 * @param before the schema before it
 * @param after the schema after it
 * @param following the operations that come after it in the revision
 */
record OperationSql(Schema before, Schema after, List<Operation> following)
    implements OperationVisitor<List<Draft>> {

  @Override
  public List<Draft> visit(CreateSchema operation) {
    return define(operation, "CREATE SCHEMA " + quote(operation.namespace().name()));
  }

  @Override
  public List<Draft> visit(DropSchema operation) {
    return define(operation, "DROP SCHEMA " + quote(operation.namespace().name()));
  }

  @Override
  public List<Draft> visit(CreateEnum operation) {
    QualifiedName name = operation.type().name();
    return List.of(Draft.newType(operation, EnumSql.create(name, operation.type().values()), name));
  }

  @Override
  public List<Draft> visit(DropEnum operation) {
    return define(operation, "DROP TYPE " + quote(operation.type().name()));
  }

  @Override
  public List<Draft> visit(AddEnumValue operation) {
    return EnumSql.additions(
        operation,
        operation.name(),
        values(before, operation.name()),
        values(after, operation.name()));
  }

  @Override
  public List<Draft> visit(RenameEnum operation) {
    return define(operation, EnumSql.rename(operation.from(), operation.to()));
  }

  @Override
  public List<Draft> visit(RenameEnumValue operation) {
    return define(
        operation, EnumSql.renameValue(operation.name(), operation.from(), operation.to()));
  }

  @Override
  public List<Draft> visit(AlterEnum operation) {
    List<String> from = values(before, operation.name());
    List<String> to = values(after, operation.name());
    return EnumSql.onlyAdds(from, to)
        ? EnumSql.additions(operation, operation.name(), from, to)
        : new EnumRebuild(operation, before, following).drafts();
  }

  private static List<String> values(Schema schema, QualifiedName type) {
    return schema.enumType(type).orElseThrow().values();
  }

  @Override
  public List<Draft> visit(CreateComposite operation) {
    return define(operation, CompositeSql.create(operation.type()));
  }

  @Override
  public List<Draft> visit(DropComposite operation) {
    return define(operation, "DROP TYPE " + quote(operation.type().name()));
  }

  @Override
  public List<Draft> visit(AlterComposite operation) {
    return define(operation, CompositeSql.alter(operation, before));
  }

  @Override
  public List<Draft> visit(CreateDomain operation) {
    return define(operation, new DomainSql(operation).create(operation.domain()));
  }

  @Override
  public List<Draft> visit(DropDomain operation) {
    return define(operation, "DROP DOMAIN " + quote(operation.domain().name()));
  }

  @Override
  public List<Draft> visit(AlterDomain operation) {
    return define(
        operation,
        new DomainSql(operation).alter(operation, before.domain(operation.name()).orElseThrow()));
  }

  @Override
  public List<Draft> visit(CreateSequence operation) {
    Sequence sequence = operation.sequence();
    List<String> statements = new ArrayList<>();
    statements.add(SequenceSql.create(sequence));
    SequenceSql.behindRows(sequence, before).ifPresent(statements::add);
    return define(operation, statements);
  }

  @Override
  public List<Draft> visit(DropSequence operation) {
    return define(operation, "DROP SEQUENCE " + quote(operation.sequence().name()));
  }

  @Override
  public List<Draft> visit(AlterSequence operation) {
    Sequence sequence = before.sequence(operation.name()).orElseThrow();
    return define(operation, SequenceSql.alter(operation, sequence));
  }

  @Override
  public List<Draft> visit(CreateTable operation) {
    return new TableCreation(operation, before).drafts();
  }

  @Override
  public List<Draft> visit(DropTable operation) {
    return List.of(Draft.table(operation, "DROP TABLE " + quote(operation.table().name())));
  }

  @Override
  public List<Draft> visit(RenameTable operation) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "ALTER TABLE %s RENAME TO %s"
            .formatted(quote(operation.from()), quote(operation.to().name())));
    statements.addAll(new OwnNames(table(operation.from()), operation.to()).ofAll());
    return define(operation, statements);
  }

  @Override
  public List<Draft> visit(MoveToSchema operation) {
    return define(
        operation,
        SchemaMove.statement("ALTER TABLE " + quote(operation.from()), operation.to().schema()));
  }

  @Override
  public List<Draft> visit(AlterTable operation) {
    return define(operation, OptionsSql.alter(operation.table(), operation.options()));
  }

  @Override
  public List<Draft> visit(AddColumn operation) {
    List<String> statements = new ArrayList<>();
    String column = new TableSql(operation).column(operation.column());
    statements.add(TableSql.add(operation.table(), "COLUMN " + column));
    TableSql.columnComment(operation.table(), operation.column()).ifPresent(statements::add);
    return define(operation, statements);
  }

  @Override
  public List<Draft> visit(DropColumn operation) {
    return define(
        operation,
        "ALTER TABLE %s DROP COLUMN %s"
            .formatted(quote(operation.table()), quote(operation.column().name())));
  }

  @Override
  public List<Draft> visit(RenameColumn operation) {
    Table table = table(operation.table());
    List<String> statements = new ArrayList<>();
    statements.add(
        "ALTER TABLE %s RENAME COLUMN %s TO %s"
            .formatted(quote(table.name()), quote(operation.from()), quote(operation.to())));
    statements.addAll(
        new OwnNames(table, table.name())
            .of(table.column(operation.from()).orElseThrow(), operation.to()));
    return define(operation, statements);
  }

  @Override
  public List<Draft> visit(AlterColumn operation) {
    return define(operation, new ColumnAlteration(operation, before).statements());
  }

  @Override
  public List<Draft> visit(AddPrimaryKey operation) {
    String clause = new TableSql(operation).primaryKey(operation.primaryKey());
    return define(operation, TableSql.add(operation.table(), clause));
  }

  /** The columns of a primary key stay NOT NULL when it goes. */
  @Override
  public List<Draft> visit(DropPrimaryKey operation) {
    Table table = table(operation.table());
    List<String> statements = new ArrayList<>();
    statements.add(
        TableSql.dropConstraint(
            table.name(), name(TableItems.PRIMARY_KEY, operation.primaryKey(), table)));
    table.columns().stream()
        .filter(column -> column.nullable() && column.identity().isEmpty())
        .filter(column -> operation.primaryKey().columns().contains(column.name()))
        .forEach(
            column ->
                statements.add(
                    "ALTER TABLE %s ALTER COLUMN %s DROP NOT NULL"
                        .formatted(quote(table.name()), quote(column.name()))));
    return define(operation, statements);
  }

  @Override
  public List<Draft> visit(AddUnique operation) {
    return define(
        operation,
        TableSql.add(operation.table(), new TableSql(operation).unique(operation.unique())));
  }

  @Override
  public List<Draft> visit(DropUnique operation) {
    return dropConstraint(operation, operation.table(), TableItems.UNIQUES, operation.unique());
  }

  @Override
  public List<Draft> visit(AddCheck operation) {
    return define(
        operation,
        new TableSql(operation)
            .check(operation.check()).stream()
                .map(clause -> TableSql.add(operation.table(), clause))
                .toList());
  }

  @Override
  public List<Draft> visit(DropCheck operation) {
    if (TableForm.sql(operation.check().expression()).isEmpty()) {
      return List.of();
    }
    return dropConstraint(operation, operation.table(), TableItems.CHECKS, operation.check());
  }

  @Override
  public List<Draft> visit(AddExclusion operation) {
    return define(
        operation, TableSql.add(operation.table(), TableSql.exclusion(operation.exclusion())));
  }

  @Override
  public List<Draft> visit(DropExclusion operation) {
    return dropConstraint(
        operation, operation.table(), TableItems.EXCLUSIONS, operation.exclusion());
  }

  @Override
  public List<Draft> visit(AddForeignKey operation) {
    return define(
        operation,
        TableSql.add(
            operation.table(), new TableSql(operation).foreignKey(operation.foreignKey())));
  }

  @Override
  public List<Draft> visit(DropForeignKey operation) {
    return dropConstraint(
        operation, operation.table(), TableItems.FOREIGN_KEYS, operation.foreignKey());
  }

  @Override
  public List<Draft> visit(RenameConstraint operation) {
    boolean isElsewhere =
        table(operation.table())
            .check(operation.from())
            .filter(check -> TableForm.sql(check.expression()).isEmpty())
            .isPresent();
    return isElsewhere
        ? List.of()
        : define(
            operation,
            "ALTER TABLE %s RENAME CONSTRAINT %s TO %s"
                .formatted(
                    quote(operation.table()), quote(operation.from()), quote(operation.to())));
  }

  @Override
  public List<Draft> visit(CreateIndex operation) {
    return define(
        operation,
        new TableSql(operation)
            .createIndex(operation.table(), operation.index()).stream().toList());
  }

  @Override
  public List<Draft> visit(DropIndex operation) {
    boolean created =
        new TableSql(operation).createIndex(operation.table(), operation.index()).isPresent();
    Table table = table(operation.table());
    return created
        ? define(
            operation,
            TableSql.dropIndex(table.name(), name(TableItems.INDEXES, operation.index(), table)))
        : List.of();
  }

  @Override
  public List<Draft> visit(RenameIndex operation) {
    QualifiedName table = operation.table();
    boolean created =
        table(table)
            .index(operation.from())
            .flatMap(index -> new TableSql(operation).createIndex(table, index))
            .isPresent();
    return created
        ? define(
            operation,
            "ALTER INDEX %s RENAME TO %s"
                .formatted(quote(table.withName(operation.from())), quote(operation.to())))
        : List.of();
  }

  @Override
  public List<Draft> visit(SetComment operation) {
    Optional<String> comment = operation.comment().to();
    return define(
        operation,
        operation
            .column()
            .map(column -> TableSql.comment(operation.table(), column, comment))
            .orElseGet(() -> TableSql.comment(operation.table(), comment)));
  }

  @Override
  public List<Draft> visit(CreateDefinition operation) {
    return define(operation, DefinitionSql.create(operation.definition(), following));
  }

  @Override
  public List<Draft> visit(DropDefinition operation) {
    return define(operation, DefinitionSql.drop(operation.definition()));
  }

  @Override
  public List<Draft> visit(ReplaceDefinition operation) {
    return define(operation, new Replacement(operation, before).statements());
  }

  @Override
  public List<Draft> visit(DropDefinitionByName operation) {
    return define(operation, DefinitionSql.drop(operation));
  }

  @Override
  public List<Draft> visit(DropByName operation) {
    return define(operation, NamedDropSql.of(operation));
  }

  @Override
  public List<Draft> visit(ExecuteSql operation) {
    return new TableSql(operation)
        .sql(operation.sql()).map(SqlSplitter::split).orElse(List.of()).stream()
            .map(statement -> Draft.data(operation, statement))
            .toList();
  }

  @Override
  public List<Draft> visit(IfMissing operation) {
    return EnumSql.ifMissing(operation, before);
  }

  @Override
  public List<Draft> visit(RunJava operation) {
    return List.of(Draft.data(new Statement.Java(operation.className(), operation.describe())));
  }

  private Table table(QualifiedName name) {
    return before.table(name).orElseThrow();
  }

  private <T> List<Draft> dropConstraint(
      Operation operation, QualifiedName table, TableItems<T> kind, T constraint) {
    return define(operation, TableSql.dropConstraint(table, name(kind, constraint, table(table))));
  }

  /** The name of something on the table; the one that PostgreSQL chose, where none was given. */
  private static <T> String name(TableItems<T> kind, T item, Table table) {
    return kind.name()
        .apply(item)
        .or(
            () ->
                kind.of().apply(ChosenNames.fill(table)).stream()
                    .filter(candidate -> kind.shape(candidate).equals(item))
                    .findFirst()
                    .flatMap(kind.name()))
        .orElseThrow();
  }

  private static List<Draft> define(Operation operation, String... statements) {
    return define(operation, Arrays.asList(statements));
  }

  private static List<Draft> define(Operation operation, List<String> statements) {
    return statements.stream().map(sql -> Draft.definition(operation, sql)).toList();
  }
}
