package dev.migrator.testing;

import dev.migrator.operation.AddCheck;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.AddForeignKey;
import dev.migrator.operation.AddPrimaryKey;
import dev.migrator.operation.AddUnique;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.Change;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropByName;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.RunJava;
import dev.migrator.operation.SchemaChange;
import dev.migrator.operation.SetComment;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
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
import dev.migrator.schema.NativeType;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary revisions: every kind of operation, with texts that a file format may trip over. */
public final class RevisionArbitraries {

  private static final List<String> NASTY =
      List.of(
          "yes",
          "No",
          "on",
          "OFF",
          "y",
          "N",
          "true",
          "False",
          "null",
          "Null",
          "~",
          "1e5",
          "0x1F",
          "0o17",
          "012",
          "1_000",
          "3.",
          ".5",
          "-1",
          "+.inf",
          ".NaN",
          "12:30:00",
          "190:20:30",
          "2026-11-22",
          "2026-11-22T05:40:00Z",
          "=",
          "<<",
          "-",
          "--",
          "---",
          "...",
          "?",
          "? x",
          "- x",
          ": ",
          "a: b",
          "a:b",
          "a #b",
          "#",
          "&a",
          "*a",
          "!a",
          "|",
          ">",
          "%",
          "@",
          "`",
          "'",
          "''",
          "\"",
          "\"\"",
          "it's",
          "say \"x\"",
          "\\",
          "C:\\new",
          "{a}",
          "[a]",
          "a, b",
          "a.b",
          ".a",
          "a.",
          "a..b",
          "\"a\".b",
          " lead",
          "trail ",
          "\ttab",
          "a\tb",
          "\u00A0",
          "naïve",
          "日本",
          "😀",
          "\u2028",
          "\u0085",
          "\u0007",
          "\uFEFF",
          "a\rb",
          "x".repeat(200),
          "from",
          "to",
          "sql",
          "name",
          "postgresql",
          "Ünïcode Wörter",
          "(x)",
          "x)",
          "a[]",
          "select",
          "%d",
          "a\\'b");

  private static final List<String> SQL =
      List.of(
          "now()",
          "0",
          "'x'",
          "''",
          "age >= 0 and age < 150",
          "select 1;\nselect 2;",
          "update users\n   set name = 'a'  \n where id = 1;",
          "select\t1;\r\nselect 2;",
          "select 'it''s: a # \"test\"'",
          "insert into t values ('\n\n  x\n');",
          "false",
          "null",
          "-- a comment\nselect 1",
          "E'\\n'",
          "  select 1;\n\n",
          "a\u2028b\nc",
          "{x}\n[y]\n");

  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private RevisionArbitraries() {}

  /** Whole revisions. */
  public static Arbitrary<Revision> revisions() {
    Arbitrary<List<Operation>> operations = operations().list().ofMaxSize(6);
    return Combinators.combine(headers(), operations, operations).as(Revision::new);
  }

  /** Headers with every key. */
  public static Arbitrary<RevisionHeader> headers() {
    Arbitrary<RevisionId> id =
        Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789abcdef").ofLength(12),
                Arbitraries.of("1e5", "yes", "null", "0x10", "12345678", "a.b", "~", "it's", "{}"))
            .map(RevisionId::new);
    Arbitrary<Instant> time =
        Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
    return Combinators.combine(id, few(id), few(texts()), few(texts()), few(id), messages(), time)
        .as(RevisionHeader::new);
  }

  private static Arbitrary<String> messages() {
    return texts().filter(text -> !text.isBlank() && !LINE_BREAK.matcher(text).find());
  }

  /** Operations of every kind. */
  public static Arbitrary<Operation> operations() {
    return Arbitraries.oneOf(
        changes().map(Operation.class::cast),
        changes().map(change -> (Operation) change.inverse()),
        dropsByName(),
        Combinators.combine(Arbitraries.oneOf(expressions(), perDialect()), few(texts()))
            .as(ExecuteSql::new),
        texts().map(RunJava::new));
  }

  private static Arbitrary<SchemaChange> changes() {
    Arbitrary<QualifiedName> table = names();
    return Arbitraries.oneOf(
        List.of(
            texts().map(name -> (SchemaChange) new CreateSchema(new Namespace(name))),
            enums().map(CreateEnum::new),
            enums()
                .filter(type -> !type.values().isEmpty())
                .map(type -> new AddEnumValue(type.name(), type.values().get(0), type.values())),
            Combinators.combine(names(), texts(), texts()).as(RenameEnumValue::new),
            Combinators.combine(
                    names(),
                    few(texts()),
                    few(texts()),
                    Arbitraries.maps(texts(), texts()).ofMaxSize(2))
                .as((name, from, to, replace) -> new AlterEnum(name, from, to, replace)),
            tables().map(CreateTable::new),
            Combinators.combine(table, table).as(RenameTable::new),
            Combinators.combine(table, columns()).as(AddColumn::new),
            Combinators.combine(table, texts(), texts()).as(RenameColumn::new),
            alterations(),
            Combinators.combine(table, primaryKeys()).as(AddPrimaryKey::new),
            Combinators.combine(table, uniques()).as(AddUnique::new),
            Combinators.combine(table, checks()).as(AddCheck::new),
            Combinators.combine(table, foreignKeys()).as(AddForeignKey::new),
            Combinators.combine(table, indexes()).as(CreateIndex::new),
            Combinators.combine(table, texts().optional(), change(texts().optional()))
                .as(SetComment::new)));
  }

  private static Arbitrary<SchemaChange> alterations() {
    return Combinators.combine(
            names(),
            texts(),
            change(types()).optional(),
            change(Arbitraries.of(true, false)).optional(),
            change(expressions().optional()).optional(),
            change(identities().optional()).optional())
        .filter(
            (table, column, type, nullable, defaultValue, identity) ->
                type.isPresent()
                    || nullable.isPresent()
                    || defaultValue.isPresent()
                    || identity.isPresent())
        .as(AlterColumn::new);
  }

  private static Arbitrary<Operation> dropsByName() {
    return Combinators.combine(
            Arbitraries.of(DropByName.Kind.class), names(), names(), Arbitraries.of(true, false))
        .as(
            (kind, table, name, ifExists) ->
                switch (kind) {
                  case ENUM, TABLE -> new DropByName(kind, Optional.empty(), name, ifExists);
                  case SCHEMA ->
                      new DropByName(
                          kind, Optional.empty(), QualifiedName.of(name.name()), ifExists);
                  case COLUMN, PRIMARY_KEY, UNIQUE, CHECK, FOREIGN_KEY, INDEX ->
                      new DropByName(
                          kind, Optional.of(table), QualifiedName.of(name.name()), ifExists);
                });
  }

  private static Arbitrary<Table> tables() {
    return Combinators.combine(
            names(),
            few(columns()),
            primaryKeys().optional(),
            few(uniques()),
            few(foreignKeys()),
            few(checks()),
            few(indexes()),
            texts().optional())
        .as(Table::new)
        .map(RevisionArbitraries::withItsColumns);
  }

  /** The table with a column, and one for each that a constraint or an index names. */
  private static Table withItsColumns(Table table) {
    List<Column> columns = new ArrayList<>(table.columns());
    Stream.of(
            Stream.of("id"),
            table.primaryKey().stream().flatMap(key -> key.columns().stream()),
            table.uniques().stream().flatMap(unique -> unique.columns().stream()),
            table.foreignKeys().stream().flatMap(key -> key.columns().stream()),
            table.indexes().stream().flatMap(index -> index.include().stream()),
            table.indexes().stream()
                .flatMap(index -> index.keys().stream())
                .flatMap(RevisionArbitraries::column))
        .flatMap(names -> names)
        .distinct()
        .filter(name -> table.column(name).isEmpty())
        .forEach(name -> columns.add(Column.of(name, BasicType.of(BasicType.Kind.BIGINT), false)));
    return table.withColumns(columns);
  }

  private static Stream<String> column(IndexKey key) {
    return key.part() instanceof IndexKey.OnColumn on ? Stream.of(on.column()) : Stream.empty();
  }

  private static Arbitrary<Column> columns() {
    return Combinators.combine(
            texts(),
            types(),
            Arbitraries.of(true, false),
            expressions().optional(),
            identities().optional(),
            texts().optional())
        .as(
            (name, type, nullable, defaultValue, identity, comment) ->
                Column.of(name, type, nullable)
                    .withDefault(defaultValue)
                    .withIdentity(identity)
                    .withComment(comment));
  }

  private static Arbitrary<ColumnType> types() {
    Arbitrary<ColumnType> basic =
        Arbitraries.of(
            BasicType.varchar(255),
            BasicType.of(BasicType.Kind.NUMERIC, 10, 2),
            BasicType.of(BasicType.Kind.BIGINT),
            BasicType.of(BasicType.Kind.TIMESTAMP, 6));
    Arbitrary<ColumnType> scalar =
        Arbitraries.oneOf(
            basic,
            names().map(EnumRef::new),
            texts().filter(text -> !text.isBlank()).map(NativeType::new));
    return Arbitraries.oneOf(scalar, scalar.map(ArrayType::new));
  }

  private static Arbitrary<EnumType> enums() {
    return Combinators.combine(names(), texts().list().uniqueElements().ofMaxSize(5))
        .as(EnumType::new);
  }

  private static Arbitrary<Identity> identities() {
    return Arbitraries.of(Identity.ALWAYS, Identity.BY_DEFAULT);
  }

  private static Arbitrary<PrimaryKey> primaryKeys() {
    return Combinators.combine(texts().optional(), few(texts())).as(PrimaryKey::new);
  }

  private static Arbitrary<UniqueConstraint> uniques() {
    return Combinators.combine(texts().optional(), few(texts())).as(UniqueConstraint::new);
  }

  private static Arbitrary<CheckConstraint> checks() {
    return Combinators.combine(texts().optional(), expressions()).as(CheckConstraint::new);
  }

  private static Arbitrary<ForeignKey> foreignKeys() {
    Arbitrary<ForeignKeyAction> action = Arbitraries.of(ForeignKeyAction.class);
    return Combinators.combine(
            texts().optional(),
            few(Combinators.combine(texts(), texts()).as(List::of)),
            names(),
            action,
            action)
        .as(
            (name, pairs, references, onDelete, onUpdate) ->
                new ForeignKey(
                    name,
                    pairs.stream().map(pair -> pair.get(0)).toList(),
                    references,
                    pairs.stream().map(pair -> pair.get(1)).toList(),
                    onDelete,
                    onUpdate));
  }

  private static Arbitrary<Index> indexes() {
    Arbitrary<IndexKey.Part> part =
        Arbitraries.oneOf(
            texts().map(IndexKey.OnColumn::new), expressions().map(IndexKey.OnExpression::new));
    Arbitrary<IndexKey> key =
        Arbitraries.oneOf(
            texts().map(IndexKey::column),
            Combinators.combine(part, Arbitraries.of(true, false)).as(IndexKey::new));
    return Combinators.combine(
            texts().optional(),
            key.list().ofMinSize(1).ofMaxSize(3),
            Arbitraries.of(true, false),
            expressions().optional(),
            texts().optional(),
            few(texts()))
        .as(Index::new);
  }

  private static Arbitrary<Expression> expressions() {
    Arbitrary<Expression> portable =
        Arbitraries.oneOf(Arbitraries.of(SQL), texts().filter(text -> !text.isBlank()))
            .map(Expression::of);
    return Arbitraries.frequencyOf(Tuple.of(4, portable), Tuple.of(1, perDialect()));
  }

  private static Arbitrary<Expression> perDialect() {
    Arbitrary<String> sql = Arbitraries.oneOf(Arbitraries.of(SQL), Arbitraries.of("", " ", "\n"));
    return Combinators.combine(sql.optional(), sql)
        .as(
            (postgresql, sqlite) ->
                new Expression.PerDialect(
                    postgresql
                        .map(text -> Map.of("postgresql", text, "sqlite", sqlite))
                        .orElse(Map.of("sqlite", sqlite))));
  }

  private static Arbitrary<QualifiedName> names() {
    return Combinators.combine(texts().optional(), texts()).as(QualifiedName::new);
  }

  private static <T> Arbitrary<Change<T>> change(Arbitrary<T> values) {
    return Combinators.combine(values, values).as(Change::new);
  }

  /** Mostly plain words, some of which every format would misread, and some of anything. */
  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of("users", "id", "created_at", "user profile", "varchar", "Gender"),
        Arbitraries.of(NASTY),
        Arbitraries.of(SQL),
        Arbitraries.strings()
            .withChars("ab:#'\"\\ -,.{}[]\n\t%!&*?|>@`~0")
            .ofMinLength(1)
            .ofMaxLength(8),
        Arbitraries.strings().ofMinLength(1).ofMaxLength(5));
  }

  private static <T> Arbitrary<List<T>> few(Arbitrary<T> elements) {
    return elements.list().ofMaxSize(3).map(ArrayList::new);
  }
}
