package dev.migrator.dialect.postgresql;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ExclusionConstraint;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.Names;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names that PostgreSQL itself gives to the unnamed constraints and indexes of a table: {@code
 * users_pkey}, {@code users_email_key}, {@code posts_user_id_fkey}.
 *
 * @see <a
 *     href="https://github.com/postgres/postgres/blob/master/src/backend/commands/indexcmds.c">makeObjectName
 *     and ChooseIndexName</a>
 */
final class ChosenNames {

  private final Table table;
  private final Set<String> taken = new HashSet<>();

  private ChosenNames(Table table) {
    this.table = table;
    Stream.of(
            table.primaryKey().stream().map(key -> key.name()),
            table.uniques().stream().map(UniqueConstraint::name),
            table.foreignKeys().stream().map(ForeignKey::name),
            table.checks().stream().map(CheckConstraint::name),
            table.exclusions().stream().map(ExclusionConstraint::name),
            table.indexes().stream().map(Index::name))
        .flatMap(names -> names)
        .flatMap(Optional::stream)
        .forEach(taken::add);
  }

  /** The table with a name on everything. */
  static Table fill(Table table) {
    return new ChosenNames(table).filled();
  }

  private Table filled() {
    return table
        .withPrimaryKey(
            table.primaryKey().map(key -> key.withName(or(key.name(), List.of(), "pkey"))))
        .withUniques(
            table.uniques().stream()
                .map(unique -> unique.withName(or(unique.name(), unique.columns(), "key")))
                .toList())
        .withForeignKeys(
            table.foreignKeys().stream()
                .map(key -> key.withName(or(key.name(), key.columns(), "fkey")))
                .toList())
        .withChecks(
            table.checks().stream()
                .map(check -> check.withName(or(check.name(), onlyColumn(check), "check")))
                .toList())
        .withIndexes(
            table.indexes().stream()
                .map(index -> index.withName(or(index.name(), keyNames(index), "idx")))
                .toList());
  }

  private Optional<String> or(Optional<String> given, List<String> columns, String label) {
    return given.or(() -> Optional.of(choose(String.join("_", columns), label)));
  }

  private String choose(String columns, String label) {
    String name = make(columns, label);
    for (int number = 1; !taken.add(name); number++) {
      name = make(columns, label + number);
    }
    return name;
  }

  /** The name of the NOT NULL constraint of a column. */
  static String notNull(QualifiedName table, String column) {
    return new ChosenNames(Table.of(table, List.of())).make(column, "not_null");
  }

  /** The name of the sequence of an identity column. */
  static QualifiedName sequence(QualifiedName table, String column) {
    return table.withName(new ChosenNames(Table.of(table, List.of())).make(column, "seq"));
  }

  /** Shortens the longer of the table's and the columns' part until the whole fits. */
  private String make(String columns, String label) {
    String first = table.name().name();
    String second = columns;
    int room = Names.MAXIMUM_BYTES - label.length() - 1 - (columns.isEmpty() ? 0 : 1);
    while (bytes(first) + bytes(second) > room) {
      if (bytes(first) > bytes(second)) {
        first = first.substring(0, first.length() - 1);
      } else {
        second = second.substring(0, second.length() - 1);
      }
    }
    return first + (second.isEmpty() ? "" : "_" + second) + "_" + label;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The column of a check that looks at one only. */
  private List<String> onlyColumn(CheckConstraint check) {
    String sql = check.expression().sql(PostgresqlDialect.NAME).orElse("");
    List<String> columns =
        table.columns().stream()
            .map(Column::name)
            .filter(column -> SqlTokens.mentions(sql, column))
            .toList();
    return columns.size() == 1 ? columns : List.of();
  }

  /** The names of the keys, numbered where two would be the same. */
  private static List<String> keyNames(Index index) {
    List<String> names = new ArrayList<>();
    Stream.concat(index.keys().stream().map(ChosenNames::keyName), index.include().stream())
        .forEach(
            base -> {
              String name = base;
              for (int number = 1; names.contains(name); number++) {
                name = base + number;
              }
              names.add(name);
            });
    return names;
  }

  /** A column's name; of an expression the called function's. */
  private static String keyName(IndexKey key) {
    if (key.part() instanceof IndexKey.OnColumn column) {
      return column.column();
    }
    String sql =
        ((IndexKey.OnExpression) key.part()).expression().sql(PostgresqlDialect.NAME).orElse("");
    List<SqlTokens.Token> tokens = SqlTokens.withoutOuterParentheses(SqlTokens.of(sql));
    return tokens.size() > 1 && tokens.get(1).isSymbol("(")
        ? tokens.get(0).identifier().orElse("expr")
        : "expr";
  }
}
