package dev.migrator.testing;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeRef;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Domain;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.ExclusionConstraint;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.NativeType;
import dev.migrator.schema.NullsOrder;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOwner;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import dev.migrator.schema.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary parts of schemas, with texts that a file format may trip over. */
final class SchemaArbitraries {

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

  static final OptionArbitraries OPTIONS = new OptionArbitraries(texts(), names());

  private SchemaArbitraries() {}

  static Arbitrary<Table> tables() {
    return Combinators.combine(
            names(),
            few(columns()),
            primaryKeys().optional(),
            few(uniques()),
            few(foreignKeys()),
            few(checks()),
            few(indexes()),
            Combinators.combine(texts().optional(), few(exclusions()), OPTIONS.tables())
                .as(
                    (comment, exclusions, options) ->
                        Table.of(QualifiedName.of("kept"), List.of())
                            .withComment(comment)
                            .withExclusions(exclusions)
                            .withOptions(options)))
        .as(
            (name, columns, key, uniques, foreignKeys, checks, indexes, kept) ->
                kept.withName(name)
                    .withColumns(columns)
                    .withPrimaryKey(key)
                    .withUniques(uniques)
                    .withForeignKeys(foreignKeys)
                    .withChecks(checks)
                    .withIndexes(indexes))
        .map(SchemaArbitraries::withItsColumns);
  }

  /** The table with a column, and one for each that a constraint or an index names. */
  private static Table withItsColumns(Table table) {
    List<Column> columns = new ArrayList<>(table.columns());
    Stream.of(
            Stream.of("id"),
            table.primaryKey().stream().flatMap(key -> key.columns().stream()),
            table.primaryKey().stream().flatMap(key -> key.options().include().stream()),
            table.uniques().stream().flatMap(unique -> unique.columns().stream()),
            table.uniques().stream().flatMap(unique -> unique.options().include().stream()),
            table.foreignKeys().stream().flatMap(key -> key.columns().stream()),
            table.indexes().stream().flatMap(index -> index.include().stream()),
            table.indexes().stream()
                .flatMap(index -> index.keys().stream())
                .flatMap(SchemaArbitraries::column))
        .flatMap(names -> names)
        .distinct()
        .filter(name -> table.column(name).isEmpty())
        .forEach(name -> columns.add(Column.of(name, BasicType.of(BasicType.Kind.BIGINT), false)));
    return table.withColumns(columns);
  }

  private static Stream<String> column(IndexKey key) {
    return key.part() instanceof IndexKey.OnColumn on ? Stream.of(on.column()) : Stream.empty();
  }

  static Arbitrary<Column> columns() {
    return Combinators.combine(
            texts(),
            types(),
            Arbitraries.of(true, false),
            texts().optional(),
            expressions().optional(),
            identities().optional(),
            generations().optional(),
            Combinators.combine(texts().optional(), OPTIONS.columns()).as(Tuple::of))
        .as(
            (name, type, nullable, collation, value, identity, generated, kept) ->
                new Column(
                    name,
                    type,
                    nullable,
                    collation,
                    value,
                    identity,
                    generated,
                    kept.get1(),
                    kept.get2()));
  }

  static Arbitrary<ColumnType> types() {
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
            names().map(CompositeRef::new),
            names().map(DomainRef::new),
            texts().filter(text -> !text.isBlank()).map(NativeType::new));
    return Arbitraries.oneOf(scalar, scalar.map(ArrayType::new));
  }

  static Arbitrary<EnumType> enums() {
    return Combinators.combine(names(), texts().list().uniqueElements().ofMaxSize(5))
        .as(EnumType::new);
  }

  static Arbitrary<Generated> generations() {
    return Combinators.combine(expressions(), Arbitraries.of(true, false)).as(Generated::new);
  }

  static Arbitrary<Sequence> sequences() {
    Arbitrary<Long> number = Arbitraries.longs();
    Arbitrary<Long> cache = Arbitraries.longs().between(1, 1000);
    return Combinators.combine(
            names(),
            types(),
            number,
            number.filter(increment -> increment != 0),
            number.optional(),
            number.optional(),
            Arbitraries.oneOf(Arbitraries.just(1L), cache),
            Combinators.combine(
                    Arbitraries.of(true, false),
                    Combinators.combine(names(), texts()).as(SequenceOwner::new).optional())
                .as(Tuple::of))
        .as(
            (name, type, start, increment, minimum, maximum, kept, more) ->
                new Sequence(
                    name,
                    type,
                    start,
                    increment,
                    minimum,
                    maximum,
                    kept,
                    more.get1(),
                    more.get2()));
  }

  static Arbitrary<CompositeType> compositeTypes() {
    return Combinators.combine(names(), attributes()).as(CompositeType::new);
  }

  static Arbitrary<Definition> definitions() {
    return Combinators.combine(
            Arbitraries.of(Definition.Kind.class),
            texts().filter(text -> !text.isBlank()),
            Arbitraries.oneOf(expressions(), perDialect()))
        .as(Definition::new);
  }

  static Arbitrary<Domain> domains() {
    return Combinators.combine(
            names(),
            types(),
            Arbitraries.of(true, false),
            texts().optional(),
            expressions().optional(),
            checks().list().ofMaxSize(2),
            texts().optional())
        .as(Domain::new);
  }

  /** Attributes with a name each of their own, perhaps none. */
  static Arbitrary<List<Attribute>> attributes() {
    return Combinators.combine(texts(), types())
        .as(Attribute::new)
        .list()
        .uniqueElements(Attribute::name)
        .ofMaxSize(3);
  }

  static Arbitrary<Identity> identities() {
    return Combinators.combine(
            Arbitraries.of(Identity.ALWAYS, Identity.BY_DEFAULT), sequences().optional())
        .as(Identity::withSequence);
  }

  static Arbitrary<PrimaryKey> primaryKeys() {
    return Combinators.combine(texts().optional(), few(texts()), OPTIONS.keys())
        .as(PrimaryKey::new);
  }

  static Arbitrary<UniqueConstraint> uniques() {
    return Combinators.combine(
            texts().optional(), few(texts()), Arbitraries.of(true, false), OPTIONS.keys())
        .as(UniqueConstraint::new);
  }

  static Arbitrary<CheckConstraint> checks() {
    return Combinators.combine(
            texts().optional(),
            expressions(),
            Arbitraries.of(true, false),
            Arbitraries.of(Validity.class))
        .as(CheckConstraint::new);
  }

  static Arbitrary<ExclusionConstraint> exclusions() {
    return Combinators.combine(texts().optional(), texts().filter(text -> !text.isBlank()))
        .as(ExclusionConstraint::new);
  }

  static Arbitrary<ForeignKey> foreignKeys() {
    Arbitrary<ForeignKeyAction> action = Arbitraries.of(ForeignKeyAction.class);
    return Combinators.combine(
            texts().optional(),
            few(Combinators.combine(texts(), texts()).as(List::of)),
            names(),
            action,
            action,
            OPTIONS.foreignKeys())
        .as(
            (name, pairs, references, onDelete, onUpdate, options) ->
                new ForeignKey(
                    name,
                    pairs.stream().map(pair -> pair.get(0)).toList(),
                    references,
                    pairs.stream().map(pair -> pair.get(1)).toList(),
                    onDelete,
                    onUpdate,
                    options));
  }

  static Arbitrary<Index> indexes() {
    Arbitrary<IndexKey.Part> part =
        Arbitraries.oneOf(
            texts().map(IndexKey.OnColumn::new), expressions().map(IndexKey.OnExpression::new));
    Arbitrary<IndexKey> key =
        Arbitraries.oneOf(
            texts().map(IndexKey::column),
            Combinators.combine(
                    part,
                    Arbitraries.of(true, false),
                    Arbitraries.of(NullsOrder.class).optional(),
                    texts().optional(),
                    texts().optional())
                .as(IndexKey::new));
    return Combinators.combine(
            texts().optional(),
            key.list().ofMinSize(1).ofMaxSize(3),
            Arbitraries.of(true, false),
            expressions().optional(),
            texts().optional(),
            few(texts()),
            OPTIONS.indexes())
        .as(Index::new);
  }

  static Arbitrary<Expression> expressions() {
    Arbitrary<Expression> portable =
        Arbitraries.oneOf(Arbitraries.of(SQL), texts().filter(text -> !text.isBlank()))
            .map(Expression::of);
    return Arbitraries.frequencyOf(Tuple.of(4, portable), Tuple.of(1, perDialect()));
  }

  static Arbitrary<Expression> perDialect() {
    Arbitrary<String> sql = Arbitraries.oneOf(Arbitraries.of(SQL), Arbitraries.of("", " ", "\n"));
    return Combinators.combine(sql.optional(), sql)
        .as(
            (postgresql, sqlite) ->
                new Expression.PerDialect(
                    postgresql
                        .map(text -> Map.of("postgresql", text, "sqlite", sqlite))
                        .orElse(Map.of("sqlite", sqlite))));
  }

  static Arbitrary<QualifiedName> names() {
    return Combinators.combine(texts().optional(), texts()).as(QualifiedName::new);
  }

  /** Mostly plain words, some of which every format would misread, and some of anything. */
  static Arbitrary<String> texts() {
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

  static <T> Arbitrary<List<T>> few(Arbitrary<T> elements) {
    return elements.list().ofMaxSize(3).map(ArrayList::new);
  }
}
