package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.SqlSplitter;
import dev.migrator.dialect.Statement;
import dev.migrator.dialect.UnsupportedChangeException;
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
import dev.migrator.operation.NamedDrop;
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
import dev.migrator.operation.SchemaChange;
import dev.migrator.operation.SetComment;
import dev.migrator.schema.Column;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.Index;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statements of one revision in the making. What happens to a table is gathered in its {@link
 * TableWork} and written at the end, or before something that has to find it done: so a table is
 * rebuilt once, and a foreign key to a table of the same revision stands in its CREATE TABLE.
 *
 * <p>Each method gives the statements that have to come at once.
 */
final class Generation implements OperationVisitor<List<Statement>> {

  private final PendingTables pending = new PendingTables();
  private final Schema start;
  private Schema before;
  private Schema after;
  private List<Operation> preceding = List.of();

  Generation(Schema before) {
    this.start = before;
    this.before = before;
    this.after = before;
  }

  List<Statement> run(List<Operation> operations) {
    List<Statement> statements = new ArrayList<>();
    for (int index = 0; index < operations.size(); index++) {
      Operation operation = operations.get(index);
      preceding = operations.subList(0, index);
      after = operation.applyTo(before);
      statements.addAll(operation.accept(this));
      before = after;
    }
    statements.addAll(finishAll());
    return pending.withoutForeignKeys()
        ? ForeignKeyGuard.around(statements, start, before, pending.rebuilt())
        : List.copyOf(statements);
  }

  @Override
  public List<Statement> visit(CreateSchema operation) {
    throw Refusals.schemas(operation);
  }

  @Override
  public List<Statement> visit(DropSchema operation) {
    throw Refusals.schemas(operation);
  }

  /** An enumeration is nothing by itself; each column that uses it has a CHECK. */
  @Override
  public List<Statement> visit(CreateEnum operation) {
    return List.of();
  }

  @Override
  public List<Statement> visit(DropEnum operation) {
    return List.of();
  }

  @Override
  public List<Statement> visit(AddEnumValue operation) {
    before.tablesUsing(operation.name()).stream()
        .filter(
            table ->
                table.columns().stream()
                    .map(new TableSql(before)::declared)
                    .anyMatch(column -> isOf(column, operation.name())))
        .forEach(table -> work(table.name()).rebuild(operation));
    return List.of();
  }

  private static boolean isOf(Column column, QualifiedName enumType) {
    return column.type() instanceof EnumRef reference && reference.name().equals(enumType);
  }

  /** A column's CHECK lists the values and does not name the type. */
  @Override
  public List<Statement> visit(RenameEnum operation) {
    return List.of();
  }

  @Override
  public List<Statement> visit(RenameEnumValue operation) {
    Map<String, String> replacement = Map.of(operation.from(), operation.to());
    new EnumChange(operation.name(), replacement).applyTo(before, pending, operation);
    return List.of();
  }

  @Override
  public List<Statement> visit(AlterEnum operation) {
    List<Statement> guard = new EnumGuard(before, pending).statements(operation);
    new EnumChange(operation.name(), operation.replace()).applyTo(before, pending, operation);
    return guard;
  }

  /** A composite type is nothing by itself; a column that uses it holds text. */
  @Override
  public List<Statement> visit(CreateComposite operation) {
    return List.of();
  }

  @Override
  public List<Statement> visit(DropComposite operation) {
    return List.of();
  }

  @Override
  public List<Statement> visit(AlterComposite operation) {
    return List.of();
  }

  /** A domain is nothing by itself; each column that uses it says what the domain says. */
  @Override
  public List<Statement> visit(CreateDomain operation) {
    return List.of();
  }

  @Override
  public List<Statement> visit(DropDomain operation) {
    return List.of();
  }

  @Override
  public List<Statement> visit(AlterDomain operation) {
    DomainChange.of(operation, before, after).applyTo(pending);
    return List.of();
  }

  @Override
  public List<Statement> visit(CreateSequence operation) {
    return SequenceSql.create(operation);
  }

  @Override
  public List<Statement> visit(DropSequence operation) {
    return SequenceSql.drop(operation, operation.sequence().name());
  }

  /** The number that comes next, which is all that is kept, stays what it was. */
  @Override
  public List<Statement> visit(AlterSequence operation) {
    return List.of();
  }

  @Override
  public List<Statement> visit(CreateTable operation) {
    Optional<String> text = operation.sql().flatMap(sql -> sql.sql(SqliteDialect.NAME));
    if (text.isEmpty()) {
      pending.create(operation);
      return List.of();
    }
    return VerbatimTable.statements(operation, text.get()).stream()
        .map(statement -> sql(statement, operation))
        .toList();
  }

  @Override
  public List<Statement> visit(DropTable operation) {
    QualifiedName name = operation.table().name();
    return pending.drop(name, before)
        ? List.of(sql("DROP TABLE " + Identifiers.quote(name.name()), operation))
        : List.of();
  }

  /**
   * SQLite's own rename also rewrites views, triggers and the foreign keys of other tables. A CHECK
   * of an enumeration is named by its table, so it needs a rebuild to follow.
   */
  @Override
  public List<Statement> visit(RenameTable operation) {
    if (operation.to().schema().isPresent()) {
      throw Refusals.schemas(operation);
    }
    List<Statement> statements = finish(operation.from());
    String from = operation.from().name();
    String to = operation.to().name();
    if (from.equalsIgnoreCase(to)) {
      String between = Rebuild.NEW + to;
      statements.add(renameTable(from, between, operation));
      from = between;
    }
    statements.add(renameTable(from, to, operation));
    Table renamed = after.table(operation.to()).orElseThrow();
    if (renamed.columns().stream().anyMatch(column -> SqliteTypes.mayHaveCheck(column.type()))) {
      pending.restart(renamed).rebuild(operation);
    }
    return statements;
  }

  @Override
  public List<Statement> visit(MoveToSchema operation) {
    throw Refusals.schemas(operation);
  }

  private static Statement renameTable(String from, String to, Operation operation) {
    return sql(
        "ALTER TABLE %s RENAME TO %s".formatted(Identifiers.quote(from), Identifiers.quote(to)),
        operation);
  }

  /** Of a table's options, SQLite has but a few. */
  @Override
  public List<Statement> visit(AlterTable operation) {
    return operation.options().from().onSqlite().equals(operation.options().to().onSqlite())
        ? List.of()
        : rebuild(operation.table(), operation);
  }

  @Override
  public List<Statement> visit(AddColumn operation) {
    Table table = after.table(operation.table()).orElseThrow();
    work(operation.table()).addColumn(operation, table, new TableSql(after));
    return List.of();
  }

  @Override
  public List<Statement> visit(DropColumn operation) {
    work(operation.table()).dropColumn(operation, before.table(operation.table()).orElseThrow());
    return List.of();
  }

  /** SQLite's own rename also rewrites views, triggers, indexes and checks. */
  @Override
  public List<Statement> visit(RenameColumn operation) {
    if (work(operation.table()).isCreation()) {
      return List.of();
    }
    List<Statement> statements = finish(operation.table());
    statements.add(
        sql(
            "ALTER TABLE %s RENAME COLUMN %s TO %s"
                .formatted(
                    Identifiers.quote(operation.table().name()),
                    Identifiers.quote(operation.from()),
                    Identifiers.quote(operation.to())),
            operation));
    Table table = after.table(operation.table()).orElseThrow();
    if (SqliteTypes.mayHaveCheck(table.column(operation.to()).orElseThrow().type())) {
      pending.restart(table).rebuild(operation);
    }
    return statements;
  }

  @Override
  public List<Statement> visit(AlterColumn operation) {
    Table table = before.table(operation.table()).orElseThrow();
    Column from = table.column(operation.column()).orElseThrow();
    Table altered = after.table(operation.table()).orElseThrow();
    Column to = altered.column(operation.column()).orElseThrow();
    ColumnChange change = ColumnChange.of(operation, before, after);
    boolean sameDefinition =
        new TableSql(before).column(table, from).equals(new TableSql(after).column(altered, to));
    if (!sameDefinition || change.touchesRows()) {
      TableWork work = work(operation.table());
      change.applyTo(work);
      work.rebuild(operation);
    }
    return List.of();
  }

  @Override
  public List<Statement> visit(AddPrimaryKey operation) {
    TableWork work = work(operation.table());
    Table keyed = after.table(operation.table()).orElseThrow();
    List<String> columns = operation.primaryKey().columns();
    columns.stream()
        .flatMap(column -> keyed.column(column).stream())
        .filter(column -> !new KeyColumn(keyed, column).takesNull())
        .forEach(column -> work.refuseNulls(column.name()));
    work.refuseDuplicates(columns, operation.primaryKey().options());
    return rebuild(operation.table(), operation);
  }

  @Override
  public List<Statement> visit(DropPrimaryKey operation) {
    return rebuild(operation.table(), operation);
  }

  @Override
  public List<Statement> visit(AddUnique operation) {
    work(operation.table())
        .refuseDuplicates(operation.unique().columns(), operation.unique().options());
    return rebuild(operation.table(), operation);
  }

  @Override
  public List<Statement> visit(DropUnique operation) {
    return rebuild(operation.table(), operation);
  }

  @Override
  public List<Statement> visit(AddCheck operation) {
    List<Statement> guard = new EnumGuard(before, pending).statements(operation, start, preceding);
    work(operation.table()).rebuild(operation);
    return guard;
  }

  @Override
  public List<Statement> visit(DropCheck operation) {
    return rebuild(operation.table(), operation);
  }

  @Override
  public List<Statement> visit(AddExclusion operation) {
    throw Refusals.exclusions(operation);
  }

  @Override
  public List<Statement> visit(DropExclusion operation) {
    throw Refusals.exclusions(operation);
  }

  @Override
  public List<Statement> visit(AddForeignKey operation) {
    return rebuild(operation.table(), operation);
  }

  @Override
  public List<Statement> visit(DropForeignKey operation) {
    return rebuild(operation.table(), operation);
  }

  /** A constraint has its name in the definition of its table. */
  @Override
  public List<Statement> visit(RenameConstraint operation) {
    return rebuild(operation.table(), operation);
  }

  private List<Statement> rebuild(QualifiedName table, SchemaChange operation) {
    work(table).rebuild(operation);
    return List.of();
  }

  @Override
  public List<Statement> visit(CreateIndex operation) {
    work(operation.table())
        .alter(
            sql(TableSql.createIndex(operation.table(), operation.index()), operation), operation);
    return List.of();
  }

  @Override
  public List<Statement> visit(DropIndex operation) {
    String name = TableSql.name(operation.table(), operation.index());
    Statement drop = sql("DROP INDEX " + Identifiers.quote(name), operation);
    return work(operation.table()).dropIndex(name, drop, operation);
  }

  /** SQLite has no statement for it, so the index is made anew. */
  @Override
  public List<Statement> visit(RenameIndex operation) {
    Statement drop = sql("DROP INDEX " + Identifiers.quote(operation.from()), operation);
    Index renamed =
        after.table(operation.table()).orElseThrow().index(operation.to()).orElseThrow();
    TableWork work = work(operation.table());
    List<Statement> statements = work.dropIndex(operation.from(), drop, operation);
    work.alter(sql(TableSql.createIndex(operation.table(), renamed), operation), operation);
    return statements;
  }

  /** SQLite keeps no comments. */
  @Override
  public List<Statement> visit(SetComment operation) {
    return List.of();
  }

  @Override
  public List<Statement> visit(CreateDefinition operation) {
    return define(operation, DefinitionSql.create(operation, operation.definition()));
  }

  @Override
  public List<Statement> visit(DropDefinition operation) {
    return define(operation, DefinitionSql.drop(operation.definition()));
  }

  @Override
  public List<Statement> visit(ReplaceDefinition operation) {
    List<String> statements = new ArrayList<>(DefinitionSql.drop(operation.from()));
    statements.addAll(DefinitionSql.create(operation, operation.to()));
    return define(operation, statements);
  }

  @Override
  public List<Statement> visit(DropDefinitionByName operation) {
    return define(operation, DefinitionSql.drop(operation));
  }

  /** A view or trigger may be over any table. */
  private List<Statement> define(Operation operation, List<String> texts) {
    List<Statement> statements = texts.isEmpty() ? new ArrayList<>() : finishAll();
    texts.forEach(text -> statements.add(sql(text, operation)));
    return statements;
  }

  /** What the revisions do not know may still be in the database. */
  @Override
  public List<Statement> visit(DropByName operation) {
    Optional<SchemaChange> known = NamedDrop.of(operation, before);
    if (known.isPresent()) {
      return known.get().accept(this);
    }
    return switch (operation.kind()) {
      case TABLE, SEQUENCE -> dropIfExists("TABLE", operation);
      case INDEX -> dropIfExists("INDEX", operation);
      case SCHEMA -> throw Refusals.schemas(operation);
      case ENUM, COMPOSITE, DOMAIN, COLUMN, PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY ->
          List.of();
    };
  }

  private static List<Statement> dropIfExists(String kind, DropByName operation) {
    String name = Identifiers.quote(operation.name().name());
    return List.of(sql("DROP %s IF EXISTS %s".formatted(kind, name), operation));
  }

  @Override
  public List<Statement> visit(ExecuteSql operation) {
    String text =
        operation
            .sql()
            .sql(SqliteDialect.NAME)
            .orElseThrow(
                () ->
                    new UnsupportedChangeException(
                        operation, "no SQL is given for sqlite; '' does nothing there."));
    List<Statement> statements = finishAll();
    SqlSplitter.split(text).forEach(sql -> statements.add(sql(sql, operation)));
    return statements;
  }

  @Override
  public List<Statement> visit(IfMissing operation) {
    return operation.addition().isIn(before) ? List.of() : operation.addition().accept(this);
  }

  @Override
  public List<Statement> visit(RunJava operation) {
    List<Statement> statements = finishAll();
    statements.add(new Statement.Java(operation.className(), operation.describe()));
    return statements;
  }

  private TableWork work(QualifiedName table) {
    return pending.on(table, before);
  }

  private List<Statement> finishAll() {
    return pending.finishAll(before);
  }

  private List<Statement> finish(QualifiedName table) {
    return pending.finish(table, before);
  }

  private static Statement sql(String sql, Operation operation) {
    return new Statement.Sql(sql, operation.describe());
  }
}
