package dev.migrator.testing;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeRef;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.Domain;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.Names;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableOptions;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random schemas that a database accepts. All draw from the same few names, so that two of them
 * share tables, columns and constraints that differ in every way; foreign keys go in circles.
 */
public final class RandomSchemas {

  private static final List<String> TABLES =
      List.of("users", "posts", "Comments", "order", "tag list", "profiles");
  private static final List<String> COLUMNS =
      List.of("name", "title", "Body", "group", "amount", "state", "note", "created_at");
  private static final List<String> VALUES =
      List.of("MALE", "FEMALE", "it's", "two words", "ÜBER", "other", "UNDEFINED");
  private static final List<QualifiedName> ENUMS =
      List.of(QualifiedName.of("gender_enum"), QualifiedName.of("State"));

  private static final List<QualifiedName> SEQUENCES =
      List.of(QualifiedName.of("users_seq"), QualifiedName.of("Posts seq"));

  private static final QualifiedName ADDRESS = QualifiedName.of("address");
  private static final QualifiedName PERSON = QualifiedName.of("Person");
  private static final QualifiedName AMOUNT = QualifiedName.of("amount");
  private static final QualifiedName PRICE = QualifiedName.of("Price");
  private static final List<Attribute> ATTRIBUTES =
      List.of(
          new Attribute("street", BasicType.varchar(255)),
          new Attribute("House number", BasicType.of(Kind.INTEGER)),
          new Attribute("since", BasicType.of(Kind.TIMESTAMP)));

  private final Random random;
  private List<CompositeType> composites = List.of();
  private List<Domain> domains = List.of();

  private RandomSchemas(Random random) {
    this.random = random;
  }

  /** Any schema. */
  public static Arbitrary<Schema> any() {
    return Arbitraries.randomValue(random -> new RandomSchemas(random).schema());
  }

  private Schema schema() {
    List<EnumType> types =
        ENUMS.stream()
            .filter(name -> chance(60))
            .map(name -> new EnumType(name, some(VALUES, 1)))
            .toList();
    composites = composites();
    domains = domains();
    List<QualifiedName> names = some(TABLES, 0).stream().map(QualifiedName::of).toList();
    return Schema.of(names.stream().map(name -> table(name, names, types)).toList())
        .withEnums(types)
        .withCompositeTypes(composites)
        .withDomains(domains)
        .withSequences(SEQUENCES.stream().filter(name -> chance(60)).map(this::sequence).toList());
  }

  /** An address, and a person who may have one. */
  private List<CompositeType> composites() {
    List<CompositeType> composites = new ArrayList<>();
    if (chance(60)) {
      List<Attribute> attributes = some(ATTRIBUTES, 1);
      composites.add(new CompositeType(ADDRESS, attributes));
      if (chance(20)) {
        composites.add(
            new CompositeType(PERSON, List.of(new Attribute("Home", new CompositeRef(ADDRESS)))));
      }
    }
    return composites;
  }

  /** An amount, and a price that is one. */
  private List<Domain> domains() {
    List<Domain> domains = new ArrayList<>();
    if (chance(60)) {
      domains.add(domain(AMOUNT, BasicType.of(Kind.INTEGER)));
      if (chance(50)) {
        domains.add(domain(PRICE, new DomainRef(AMOUNT)));
      }
    }
    return domains;
  }

  private Domain domain(QualifiedName name, ColumnType type) {
    return new Domain(
        name,
        type,
        chance(70),
        Optional.empty(),
        maybe(30, Expression.of(pick(List.of("42", "-1")))),
        some(List.of(">= -5", "< 1000", "in (-1, 0, 42)"), 0).stream()
            .map(
                condition ->
                    new CheckConstraint(
                        Optional.of("ck_" + name.name() + condition.length()),
                        Expression.of("VALUE " + condition)))
            .toList(),
        maybe(20, "what '" + name + "' is"));
  }

  private Sequence sequence(QualifiedName name) {
    return Sequence.of(name, pick(List.of(1L, 5L, 1000L)), pick(List.of(1L, 50L)))
        .withType(BasicType.of(pick(List.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT))))
        .withMinimum(maybe(20, 1L))
        .withMaximum(maybe(20, 30_000L))
        .withCache(pick(List.of(1L, 20L)))
        .withCycle(chance(20));
  }

  private Table table(QualifiedName name, List<QualifiedName> all, List<EnumType> types) {
    List<Column> columns = new ArrayList<>();
    columns.add(
        Column.of("id", BasicType.of(Kind.BIGINT), false)
            .withIdentity(maybe(70, Identity.BY_DEFAULT)));
    some(COLUMNS, 0).forEach(column -> columns.add(column(column, types)));
    if (chance(30)) {
      columns.add(computedFrom(pick(columns.stream().filter(RandomSchemas::isWhole).toList())));
    }
    List<ForeignKey> foreignKeys = new ArrayList<>();
    for (QualifiedName referenced : all) {
      if (chance(40)) {
        String column = referenced.name().toLowerCase(Locale.ROOT) + "_id";
        columns.add(Column.of(column, BasicType.of(Kind.BIGINT), chance(50)));
        foreignKeys.add(foreignKey(name, column, referenced));
      }
    }
    return new Table(
        name,
        columns,
        Optional.of(new PrimaryKey(Optional.of(Names.primaryKey(name)), List.of("id"))),
        uniques(name, columns),
        foreignKeys,
        checks(name, columns),
        List.of(),
        indexes(name, columns),
        maybe(20, "about '" + name + "'"),
        TableOptions.NONE);
  }

  private static boolean isWhole(Column column) {
    return column.type().equals(BasicType.of(Kind.INTEGER))
        || column.type().equals(BasicType.of(Kind.BIGINT));
  }

  private Column computedFrom(Column source) {
    Expression sql = Expression.of("\"%s\" + %d".formatted(source.name(), random.nextInt(1, 3)));
    return Column.of("computed", source.type(), true)
        .withGenerated(Optional.of(Generated.stored(sql)));
  }

  private Column column(String name, List<EnumType> types) {
    if (!types.isEmpty() && chance(25)) {
      EnumType type = pick(types);
      return Column.of(name, new EnumRef(type.name()), chance(50))
          .withDefault(maybe(50, Expression.of(quoted(pick(type.values())))));
    }
    if (!composites.isEmpty() && chance(10)) {
      return Column.of(name, new CompositeRef(ADDRESS), chance(50));
    }
    if (!domains.isEmpty() && chance(15)) {
      ColumnType type = new DomainRef(pick(domains).name());
      return Column.of(name, type, chance(50)).withDefault(maybe(20, Expression.of("0")));
    }
    ColumnType type = type();
    Column column = Column.of(name, type, chance(50)).withComment(maybe(20, "a " + name));
    return column.withDefault(chance(40) ? defaultOf(type) : Optional.empty());
  }

  private ColumnType type() {
    List<ColumnType> types =
        List.of(
            BasicType.of(Kind.BOOLEAN),
            BasicType.of(Kind.SMALLINT),
            BasicType.of(Kind.INTEGER),
            BasicType.of(Kind.BIGINT),
            BasicType.of(Kind.REAL),
            BasicType.of(Kind.DOUBLE),
            BasicType.of(Kind.NUMERIC, 10, 2),
            BasicType.of(Kind.NUMERIC),
            BasicType.of(Kind.CHAR, 3),
            BasicType.varchar(20),
            BasicType.varchar(255),
            BasicType.of(Kind.TEXT),
            BasicType.of(Kind.BYTES),
            BasicType.of(Kind.DATE),
            BasicType.of(Kind.TIME),
            BasicType.of(Kind.TIMESTAMP),
            BasicType.of(Kind.TIMESTAMP, 3),
            BasicType.of(Kind.TIMESTAMPTZ),
            BasicType.of(Kind.UUID),
            BasicType.of(Kind.JSON),
            BasicType.of(Kind.JSONB),
            new ArrayType(BasicType.varchar(255)),
            new ArrayType(BasicType.of(Kind.BIGINT)));
    return pick(types);
  }

  private Optional<Expression> defaultOf(ColumnType type) {
    if (!(type instanceof BasicType basic)) {
      return Optional.empty();
    }
    return switch (basic.kind()) {
      case BOOLEAN -> Optional.of(Expression.of(pick(List.of("true", "false"))));
      case SMALLINT, INTEGER, BIGINT, NUMERIC ->
          Optional.of(Expression.of(pick(List.of("0", "42", "-1"))));
      case REAL, DOUBLE -> Optional.of(Expression.of(pick(List.of("0", "1.5"))));
      case VARCHAR, TEXT -> Optional.of(Expression.of(pick(List.of("''", "'it''s'", "'x'"))));
      case TIMESTAMP, TIMESTAMPTZ -> Optional.of(Expression.of("now()"));
      case JSON, JSONB -> Optional.of(Expression.of("'{}'"));
      case CHAR, CLOB, BYTES, BLOB, DATE, TIME, TIMETZ, INTERVAL, UUID, INET, XML ->
          Optional.empty();
    };
  }

  private ForeignKey foreignKey(QualifiedName table, String column, QualifiedName referenced) {
    return new ForeignKey(
        Optional.of(Names.foreignKey(table, List.of(column))),
        List.of(column),
        referenced,
        List.of("id"),
        pick(
            List.of(
                ForeignKeyAction.NO_ACTION, ForeignKeyAction.CASCADE, ForeignKeyAction.RESTRICT)),
        pick(List.of(ForeignKeyAction.NO_ACTION, ForeignKeyAction.CASCADE)));
  }

  private List<UniqueConstraint> uniques(QualifiedName table, List<Column> columns) {
    return names(columns, this::isIndexable).stream()
        .filter(column -> chance(15))
        .map(List::of)
        .map(list -> new UniqueConstraint(Optional.of(Names.unique(table, list)), list))
        .toList();
  }

  private List<CheckConstraint> checks(QualifiedName table, List<Column> columns) {
    return columns.stream()
        .filter(column -> isNumber(column.type()) && chance(20))
        .map(
            column ->
                new CheckConstraint(
                    Optional.of(Names.check(table, column.name())),
                    Expression.of("\"%s\" >= %d".formatted(column.name(), -random.nextInt(1, 9)))))
        .toList();
  }

  private List<Index> indexes(QualifiedName table, List<Column> columns) {
    return names(columns, this::isIndexable).stream()
        .filter(column -> chance(20))
        .map(column -> index(table, column))
        .toList();
  }

  private Index index(QualifiedName table, String column) {
    return new Index(
        Optional.of(Names.index(table, List.of(column))),
        List.of(new IndexKey(new IndexKey.OnColumn(column), chance(20))),
        chance(20),
        maybe(20, Expression.of("\"%s\" is not null".formatted(column))),
        Optional.empty(),
        List.of());
  }

  private boolean isNumber(ColumnType type) {
    return type instanceof BasicType basic
        && Set.of(Kind.INTEGER, Kind.BIGINT, Kind.NUMERIC).contains(basic.kind());
  }

  private boolean isIndexable(Column column) {
    return column.type() instanceof BasicType basic
        && !Set.of(Kind.JSON, Kind.JSONB, Kind.BOOLEAN).contains(basic.kind())
        && !column.name().equals("id");
  }

  private static List<String> names(List<Column> columns, Predicate<Column> wanted) {
    return columns.stream().filter(wanted).map(Column::name).toList();
  }

  private <T> List<T> some(List<T> items, int minimum) {
    int count = random.nextInt(minimum, items.size() + 1);
    Set<T> chosen = new LinkedHashSet<>();
    IntStream.range(0, count).forEach(i -> chosen.add(pick(items)));
    return Stream.concat(chosen.stream(), items.stream()).distinct().limit(chosen.size()).toList();
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> Optional<T> maybe(int percent, T value) {
    return chance(percent) ? Optional.of(value) : Optional.empty();
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
