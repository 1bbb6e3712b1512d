package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Spellings;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import dev.migrator.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The form in which PostgreSQL shows one table. */
final class TableForm {

  private static final Set<String> TRUE = Set.of("t", "true", "y", "yes", "on", "1");
  private static final Set<String> FALSE = Set.of("f", "false", "n", "no", "off", "0");

  /** The default that is none. */
  static final String NONE = "null";

  /** The order of the database itself, under the name that PostgreSQL has for it. */
  private static final String USUAL_COLLATION = "default";

  private final Table table;
  private final Spellings spellings;
  private final Map<String, String> columnTypes = new HashMap<>();

  TableForm(Table table, Spellings spellings) {
    this.table = table;
    this.spellings = spellings;
    table.columns().forEach(c -> columnTypes.put(c.name(), CastLiteral.name(c.type())));
  }

  Table normalized() {
    Table named = ChosenNames.fill(table);
    return named
        .withColumns(named.columns().stream().map(this::column).toList())
        .withChecks(named.checks().stream().flatMap(check -> check(check).stream()).toList())
        .withIndexes(named.indexes().stream().flatMap(index -> index(index).stream()).toList())
        .withPrimaryKey(
            named.primaryKey().map(key -> key.withOptions(key.options().onPostgresql())))
        .withUniques(
            named.uniques().stream()
                .map(unique -> unique.withOptions(unique.options().onPostgresql()))
                .toList())
        .withComment(table.comment().filter(comment -> !comment.isEmpty()))
        .withOptions(table.options().onPostgresql());
  }

  private Column column(Column column) {
    boolean key = table.primaryKey().filter(pk -> pk.columns().contains(column.name())).isPresent();
    return column
        .withType(PostgresqlTypes.normalize(column.type()))
        .withNullable(column.nullable() && !key && column.identity().isEmpty())
        .withCollation(column.collation().filter(name -> !name.equals(USUAL_COLLATION)))
        .withDefault(column.defaultValue().flatMap(sql -> defaultValue(column, sql)))
        .withGenerated(column.generated().flatMap(computed -> generated(column, computed)))
        .withIdentity(column.identity().map(identity -> identity(column, identity)))
        .withComment(column.comment().filter(comment -> !comment.isEmpty()))
        .withOptions(column.options().onPostgresql());
  }

  /** A sequence as the server makes it by itself is not said. */
  private Identity identity(Column column, Identity identity) {
    Sequence usual = SequenceSql.usual(table.name(), column);
    return identity.withSequence(
        identity.sequence().map(SequenceSql::normalized).filter(own -> !own.equals(usual)));
  }

  private Optional<Generated> generated(Column column, Generated computed) {
    return sql(computed.expression())
        .map(
            sql ->
                spellings
                    .of(table.name(), Optional.of(column.name()), sql)
                    .orElseGet(() -> form(sql)))
        .map(text -> computed.withExpression(Expression.of(text)));
  }

  private Optional<Expression> defaultValue(Column column, Expression given) {
    return sql(given)
        .flatMap(
            sql ->
                spellings
                    .of(table.name(), Optional.of(column.name()), sql)
                    .or(() -> defaultForm(sql, column.type())))
        .map(Expression::of);
  }

  /**
   * The one spelling of a column's default; empty for NULL, which is none unless it stands in place
   * of a domain's.
   */
  static Optional<String> defaultForm(String sql, ColumnType type) {
    return Optional.of(defaultText(sql, type))
        .filter(text -> !text.equals(NONE) || type instanceof DomainRef);
  }

  /** The one spelling of what stands behind DEFAULT. */
  static String defaultText(String sql, ColumnType type) {
    List<Token> tokens = ExpressionForm.ofDefault(sql, type);
    if (tokens.size() == 1) {
      Token token = tokens.get(0);
      if (PostgresqlTypes.isNumber(type)) {
        tokens = CastLiteral.number(token).orElse(tokens);
      } else if (PostgresqlTypes.is(type, BasicType.Kind.BOOLEAN)) {
        tokens = truth(token).map(SqlTokens::of).orElse(tokens);
      }
    }
    return ExpressionForm.render(tokens);
  }

  private static Optional<String> truth(Token literal) {
    String text = literal.text().toLowerCase(Locale.ROOT);
    if (literal.kind() != SqlTokens.Kind.STRING) {
      return Optional.empty();
    }
    String value = text.substring(1, text.length() - 1).strip();
    return TRUE.contains(value)
        ? Optional.of("true")
        : Optional.of("false").filter(word -> FALSE.contains(value));
  }

  private Optional<CheckConstraint> check(CheckConstraint check) {
    return expression(check.expression())
        .map(sql -> check.withExpression(sql).withOnConflict(Optional.empty()));
  }

  private Optional<Index> index(Index index) {
    List<IndexKey> keys = index.keys().stream().flatMap(this::key).toList();
    if (keys.size() < index.keys().size()) {
      return Optional.empty();
    }
    return Optional.of(
        index
            .withKeys(keys)
            .withWhere(index.where().flatMap(this::expression))
            .withMethod(index.method().filter(method -> !method.equalsIgnoreCase("btree"))));
  }

  /** An expression that is nothing but a column is kept as that column. */
  private Stream<IndexKey> key(IndexKey key) {
    if (!(key.part() instanceof IndexKey.OnExpression computed)) {
      return Stream.of(key);
    }
    return expression(computed.expression()).stream().map(sql -> key.withPart(part(sql)));
  }

  private IndexKey.Part part(Expression sql) {
    List<Token> tokens = SqlTokens.of(sql.toString());
    return Optional.of(tokens)
        .filter(list -> list.size() == 1)
        .flatMap(list -> list.get(0).identifier())
        .flatMap(table::column)
        .<IndexKey.Part>map(column -> new IndexKey.OnColumn(column.name()))
        .orElseGet(() -> new IndexKey.OnExpression(sql));
  }

  private Optional<Expression> expression(Expression given) {
    return sql(given)
        .map(sql -> spellings.of(table.name(), Optional.empty(), sql).orElseGet(() -> form(sql)))
        .map(Expression::of);
  }

  /** The one spelling of a condition or key of this table. */
  String form(String sql) {
    return ExpressionForm.of(sql, columnTypes);
  }

  /** The text for this database; none where it is given as empty, or for others only. */
  static Optional<String> sql(Expression expression) {
    return expression.sql(PostgresqlDialect.NAME).filter(text -> !text.isBlank());
  }
}
