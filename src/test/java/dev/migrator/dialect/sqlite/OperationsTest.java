package dev.migrator.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.dialect.Statement;
import dev.migrator.operation.AddCheck;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.AddForeignKey;
import dev.migrator.operation.AddUnique;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.Change;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropByName;
import dev.migrator.operation.DropCheck;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropForeignKey;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropPrimaryKey;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.DropUnique;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.MoveToSchema;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.RunJava;
import dev.migrator.operation.SchemaChange;
import dev.migrator.operation.SetComment;
import dev.migrator.operation.TypeChange;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation, up and its inverse down, on a database with rows. */
class OperationsTest {

  private static final QualifiedName MEMBERS = QualifiedName.of("members");
  private static final QualifiedName TAGS = QualifiedName.of("tags");

  private static Map<String, List<SchemaChange>> changes() {
    Map<String, List<SchemaChange>> changes = new LinkedHashMap<>();
    changes.put("nullable column", List.of(addColumn(Kind.TEXT, true, Optional.empty())));
    changes.put("constant default", List.of(addColumn(Kind.INTEGER, false, Optional.of("-7"))));
    changes.put("time default", List.of(addColumn(Kind.TIMESTAMP, false, Optional.of("now()"))));
    changes.put(
        "uuid default", List.of(addColumn(Kind.UUID, false, Optional.of("gen_random_uuid()"))));
    changes.put("boolean default", List.of(addColumn(Kind.BOOLEAN, false, Optional.of("FALSE"))));
    changes.put(
        "enum column",
        List.of(
            new AddColumn(
                Blog.USERS,
                Column.of("sex", new EnumRef(Blog.GENDER), false)
                    .withDefault(Optional.of(Expression.of("'MALE'"))))));
    changes.put(
        "column with a foreign key",
        List.of(
            new AddColumn(Blog.USERS, Column.of("boss", BasicType.of(Kind.BIGINT), true)),
            new AddForeignKey(Blog.USERS, key("fk_users_boss", "boss", Blog.USERS))));
    changes.put(
        "unique column",
        List.of(
            new AddColumn(Blog.USERS, Column.of("nick", BasicType.varchar(20), true)),
            new AddUnique(
                Blog.USERS, new UniqueConstraint(Optional.of("uq_users_nick"), List.of("nick"))),
            new CreateIndex(Blog.USERS, Index.on("ix_users_nick", false, List.of("nick")))));
    changes.put("type", List.of(alter("phone", BasicType.varchar(255), BasicType.of(Kind.CLOB))));
    changes.put(
        "same declaration",
        List.of(alter("token", BasicType.of(Kind.UUID), BasicType.of(Kind.TEXT))));
    changes.put(
        "nullability",
        List.of(
            new AlterColumn(
                Blog.USERS,
                "email",
                Optional.empty(),
                Optional.of(new Change<>(false, true)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
    changes.put(
        "default",
        List.of(
            new AlterColumn(
                Blog.USERS,
                "created_at",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Change<>(Optional.of(Expression.of("now()")), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
    changes.put(
        "text to enum",
        List.of(
            new CreateEnum(new EnumType(QualifiedName.of("name_enum"), List.of("ann", "bob"))),
            alter("username", BasicType.varchar(255), new EnumRef(QualifiedName.of("name_enum")))));
    changes.put("table renamed", List.of(new RenameTable(Blog.USERS, MEMBERS)));
    changes.put("table with an enum renamed", List.of(new RenameTable(Blog.PROFILES, MEMBERS)));
    changes.put(
        "table renamed by case", List.of(new RenameTable(Blog.USERS, QualifiedName.of("Users"))));
    changes.put("column renamed", List.of(new RenameColumn(Blog.USERS, "phone", "order")));
    changes.put("key column renamed", List.of(new RenameColumn(Blog.USERS, "id", "Key Number")));
    changes.put("enum column renamed", List.of(new RenameColumn(Blog.PROFILES, "gender", "sex")));
    changes.put(
        "renamed and altered",
        List.of(
            new RenameTable(Blog.USERS, MEMBERS),
            new RenameColumn(MEMBERS, "phone", "mobile"),
            new AddCheck(
                MEMBERS, new CheckConstraint(Optional.of("ck_m"), Expression.of("mobile <> 'x'"))),
            new RenameColumn(MEMBERS, "mobile", "cell")));
    changes.put(
        "enum value",
        List.of(new AddEnumValue(Blog.GENDER, "X", List.of("X", "MALE", "FEMALE", "UNDEFINED"))));
    changes.put("enum value renamed", List.of(new RenameEnumValue(Blog.GENDER, "FEMALE", "WOMAN")));
    changes.put(
        "enum value of a default renamed",
        List.of(new RenameEnumValue(Blog.GENDER, "UNDEFINED", "it's unknown")));
    changes.put(
        "enum order",
        List.of(
            new AlterEnum(
                Blog.GENDER,
                Blog.GENDERS.values(),
                List.of("UNDEFINED", "FEMALE", "MALE"),
                Map.of())));
    changes.put(
        "foreign key dropped",
        List.of(new DropForeignKey(Blog.PROFILES, Blog.PROFILES_TABLE.foreignKeys().get(0))));
    changes.put("key dropped and added", List.of(dropKey(), addIdKey()));
    changes.put(
        "unique dropped",
        List.of(new DropUnique(Blog.PROFILES, Blog.PROFILES_TABLE.uniques().get(0))));
    changes.put(
        "unnamed check dropped",
        List.of(new DropCheck(Blog.USERS, Blog.USERS_TABLE.checks().get(0))));
    changes.put(
        "index dropped",
        List.of(
            new DropIndex(
                Blog.USERS, Blog.USERS_TABLE.index("ix_users_lower_email").orElseThrow())));
    changes.put(
        "comment",
        List.of(
            new SetComment(
                Blog.USERS,
                Optional.of("email"),
                new Change<>(Optional.empty(), Optional.of("unique")))));
    changes.put(
        "table with a table",
        List.of(
            new CreateTable(tags()),
            new AddForeignKey(TAGS, key("fk_tags_owner", "owner", Blog.USERS))));
    changes.put(
        "tables in a cycle",
        List.of(
            new CreateTable(tags()),
            new AddColumn(Blog.USERS, Column.of("tag", BasicType.of(Kind.BIGINT), true)),
            new AddForeignKey(TAGS, key("fk_tags_owner", "owner", Blog.USERS)),
            new AddForeignKey(Blog.USERS, key("fk_users_tag", "tag", TAGS))));
    return changes;
  }

  private static SchemaChange dropKey() {
    return new DropPrimaryKey(Blog.PROFILES, Blog.PROFILES_TABLE.primaryKey().orElseThrow());
  }

  private static SchemaChange addIdKey() {
    return new dev.migrator.operation.AddPrimaryKey(
        Blog.PROFILES, new PrimaryKey(Optional.of("pk_other"), List.of("id")));
  }

  private static Table tags() {
    return Table.of(
            TAGS,
            List.of(
                Column.of("id", BasicType.of(Kind.BIGINT), false)
                    .withIdentity(Optional.of(Identity.ALWAYS)),
                Column.of("owner", BasicType.of(Kind.BIGINT), true)))
        .withPrimaryKey(Optional.of(new PrimaryKey(Optional.of("pk_tags"), List.of("id"))));
  }

  private static SchemaChange addColumn(Kind kind, boolean nullable, Optional<String> value) {
    return new AddColumn(
        Blog.USERS,
        Column.of("extra", BasicType.of(kind), nullable).withDefault(value.map(Expression::of)));
  }

  private static SchemaChange alter(String column, ColumnType from, ColumnType to) {
    return new AlterColumn(
        Blog.USERS,
        column,
        Optional.of(TypeChange.of(from, to)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static ForeignKey key(String name, String column, QualifiedName table) {
    return new ForeignKey(
        Optional.of(name),
        List.of(column),
        table,
        List.of("id"),
        ForeignKeyAction.SET_NULL,
        ForeignKeyAction.CASCADE);
  }

  @TestFactory
  Stream<DynamicTest> goesUpAndDown() {
    return changes().entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> upAndDown(entry.getValue())));
  }

  private static void upAndDown(List<SchemaChange> changes) throws Exception {
    try (SqliteFile file = new SqliteFile()) {
      Schema start = Blog.fill(file);
      List<String> rows = file.query("SELECT * FROM profiles ORDER BY id");
      Schema target = file.migrate(start, changes);
      assertThat(file.inspect()).isEqualTo(SqliteFile.normalize(target));
      List<SchemaChange> inverse =
          new ArrayList<>(changes.stream().map(SchemaChange::inverse).toList());
      Collections.reverse(inverse);
      file.migrate(target, inverse);
      assertThat(file.inspect().withoutColumnOrder())
          .isEqualTo(SqliteFile.normalize(start).withoutColumnOrder());
      assertThat(file.query("SELECT * FROM profiles ORDER BY id")).isEqualTo(rows);
      assertThat(file.query("PRAGMA integrity_check")).containsExactly("ok");
      assertThat(file.query("PRAGMA foreign_keys")).containsExactly("1");
    }
  }

  @Test
  void dropsTablesThatReferToEachOther() throws Exception {
    try (SqliteFile file = new SqliteFile()) {
      Schema start = Blog.fill(file);
      ForeignKey key = key("fk_users_profile", "karma", Blog.PROFILES);
      file.execute("UPDATE users SET karma = id");
      Schema cyclic = file.migrate(start, new AddForeignKey(Blog.USERS, key));
      file.migrate(
          cyclic,
          new DropForeignKey(Blog.USERS, key),
          new DropForeignKey(Blog.PROFILES, Blog.PROFILES_TABLE.foreignKeys().get(0)),
          new DropTable(Blog.USERS_TABLE),
          new DropTable(Blog.PROFILES_TABLE));
      assertThat(file.query("SELECT name FROM sqlite_schema")).isEmpty();
    }
  }

  @Test
  void keepsAReferringTableWhoseKeyIsDropped() throws Exception {
    try (SqliteFile file = new SqliteFile()) {
      Schema start = Blog.fill(file);
      Schema target =
          file.migrate(
              start,
              new DropForeignKey(Blog.PROFILES, Blog.PROFILES_TABLE.foreignKeys().get(0)),
              new DropTable(Blog.USERS_TABLE));
      assertThat(file.inspect()).isEqualTo(SqliteFile.normalize(target));
      assertThat(file.query("SELECT count(*) FROM profiles")).containsExactly("2");
    }
  }

  @Test
  void keepsATableThatNoRevisionKnowsFromLosingItsReference() throws Exception {
    try (SqliteFile file = new SqliteFile()) {
      Schema start = file.migrate(Schema.EMPTY, new CreateTable(tags()));
      file.execute(
          "CREATE TABLE mine (tag REFERENCES tags ON DELETE CASCADE)",
          "INSERT INTO tags (id) VALUES (1)",
          "INSERT INTO mine VALUES (1)");
      assertThatThrownBy(() -> file.migrate(start, new DropTable(tags())))
          .hasMessageContaining("a foreign key of table 'mine' to 'tags' would no longer work");
      assertThat(file.query("SELECT tag FROM mine")).containsExactly("1");
    }
  }

  private static List<String> sql(Schema before, Operation... operations) {
    return SqliteFile.DIALECT.sqlGenerator().generate(List.of(operations), before).stream()
        .map(
            statement ->
                statement instanceof Statement.Sql sql
                    ? sql.sql()
                    : ((Statement.Java) statement).className())
        .toList();
  }

  private static final Schema SMALL =
      Schema.EMPTY.plus(
          Table.of(
              TAGS,
              List.of(
                  Column.of("name", BasicType.of(Kind.TEXT), false),
                  Column.of("note", BasicType.of(Kind.TEXT), true))));

  @Test
  void altersWhatSqliteCanAlter() {
    Column column =
        Column.of("size", BasicType.of(Kind.INTEGER), false)
            .withDefault(Optional.of(Expression.of("0")));
    Column note = SMALL.table(TAGS).orElseThrow().column("note").orElseThrow();
    Index index = Index.on("ix_tags_name", true, List.of("name"));
    assertThat(
            sql(
                SMALL,
                new AddColumn(TAGS, column),
                new DropColumn(TAGS, note),
                new CreateIndex(TAGS, index),
                new RenameColumn(TAGS, "name", "Name"),
                new RenameTable(TAGS, QualifiedName.of("labels"))))
        .containsExactly(
            "ALTER TABLE tags ADD COLUMN size integer NOT NULL DEFAULT 0",
            "ALTER TABLE tags DROP COLUMN note",
            "CREATE UNIQUE INDEX ix_tags_name ON tags (name)",
            "ALTER TABLE tags RENAME COLUMN name TO \"Name\"",
            "ALTER TABLE tags RENAME TO labels");
  }

  @Test
  void writesForeignKeysOfNewTablesIntoThem() {
    assertThat(
            sql(
                SMALL.withTable(
                    TAGS,
                    table ->
                        table.withColumns(tags().columns()).withPrimaryKey(tags().primaryKey())),
                new CreateTable(tags().withName(MEMBERS)),
                new AddForeignKey(MEMBERS, key("fk_members_owner", "owner", TAGS))))
        .containsExactly(
            """
            CREATE TABLE members (
              id integer NOT NULL,
              owner bigint,
              CONSTRAINT pk_tags PRIMARY KEY (id),
              CONSTRAINT fk_members_owner FOREIGN KEY (owner) REFERENCES tags (id) ON DELETE SET NULL ON UPDATE CASCADE
            )""");
  }

  @Test
  void runsStatementsAndClassesInTheirPlace() {
    assertThat(
            sql(
                SMALL,
                new AddColumn(TAGS, Column.of("a", BasicType.of(Kind.TEXT), true)),
                new ExecuteSql(
                    Expression.of("UPDATE tags SET a = ';'; /* ; */ DELETE FROM tags;"), List.of()),
                new AddColumn(TAGS, Column.of("b", BasicType.of(Kind.TEXT), true)),
                new RunJava("com.example.Fill"),
                new ExecuteSql(
                    new Expression.PerDialect(Map.of("sqlite", "", "postgresql", "SELECT 1")),
                    List.of())))
        .containsExactly(
            "ALTER TABLE tags ADD COLUMN a text",
            "UPDATE tags SET a = ';'",
            "/* ; */ DELETE FROM tags",
            "ALTER TABLE tags ADD COLUMN b text",
            "com.example.Fill");
  }

  @Test
  void dropsByName() {
    assertThat(
            sql(
                SMALL,
                new DropByName(
                    DropByName.Kind.COLUMN, Optional.of(TAGS), QualifiedName.of("note"), false),
                new DropByName(
                    DropByName.Kind.TABLE, Optional.empty(), QualifiedName.of("gone"), true),
                new DropByName(
                    DropByName.Kind.INDEX, Optional.of(TAGS), QualifiedName.of("ix"), true),
                new DropByName(DropByName.Kind.TABLE, Optional.empty(), TAGS, true)))
        .containsExactly("DROP TABLE IF EXISTS gone", "DROP INDEX IF EXISTS ix", "DROP TABLE tags");
  }

  @Test
  void refusesWhatSqliteCannotHold() {
    refuses("SQLite has no schemas", new CreateSchema(new Namespace("app")));
    refuses(
        "SQLite has no schemas", new CreateTable(tags().withName(QualifiedName.of("app", "tags"))));
    refuses(
        "SQLite has no table without columns; give none one",
        new CreateTable(Table.of(QualifiedName.of("none"), List.of())));
    refuses("SQLite has no schemas", new MoveToSchema(TAGS, QualifiedName.of("app", "tags")));
    refuses(
        "SQLite numbers a column by itself only if it is the whole primary key; members.id is not",
        new CreateTable(tags().withName(MEMBERS).withPrimaryKey(Optional.empty())));
    refuses(
        "no SQL is given for sqlite",
        new ExecuteSql(new Expression.PerDialect(Map.of("postgresql", "SELECT 1")), List.of()));
    refuses(
        "an expression of table 'tags' is not given for sqlite",
        new CreateIndex(
            TAGS,
            new Index(
                Optional.of("ix"),
                List.of(IndexKey.column("name")),
                false,
                Optional.of(new Expression.PerDialect(Map.of("postgresql", "true"))),
                Optional.empty(),
                List.of())));
  }

  private static void refuses(String message, Operation operation) {
    assertThatThrownBy(() -> sql(SMALL, operation))
        .isInstanceOf(dev.migrator.problem.ProblemException.class)
        .hasMessageContaining(message);
  }
}
