package dev.migrator.entity;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.NativeType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import dev.migrator.schema.SqlTypeSpelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.jandex.AnnotationInstance;

/**
 * What a {@code columnDefinition} says: the SQL that stands after the column's name, as far as a
 * model can say it. One without a type, or with what SQLite alone has, is a type of the database as
 * a whole.
 *
 * @param type the type alone
 * @param serial whether the type is one of PostgreSQL's {@code serial}s, which number the rows
 * @param notNull whether it excludes NULL
 * @param unique whether it makes the column unique
 */
record ColumnDefinition(
    ColumnType type,
    boolean serial,
    boolean notNull,
    boolean unique,
    Optional<String> collation,
    Optional<Expression> defaultValue,
    Optional<CheckConstraint> check,
    Optional<Generated> generated,
    Optional<Identity> identity,
    Optional<Reference> references) {

  /** How the clauses begin that may follow the type. */
  static final Set<String> CLAUSES =
      Set.of(
          "default",
          "not",
          "null",
          "unique",
          "collate",
          "check",
          "generated",
          "references",
          "constraint");

  /** How those begin that may follow the type and are not read. */
  private static final Set<String> UNREAD_CLAUSES = Set.of("primary", "storage", "compression");

  /**
   * PostgreSQL's names for an integer that numbers the rows.
   *
   * @see <a
   *     href="https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL">PostgreSQL:
   *     serial types</a>
   */
  private static final Map<String, Kind> SERIALS =
      Map.of(
          "smallserial", Kind.SMALLINT,
          "serial2", Kind.SMALLINT,
          "serial", Kind.INTEGER,
          "serial4", Kind.INTEGER,
          "bigserial", Kind.BIGINT,
          "serial8", Kind.BIGINT);

  /**
   * A column that another table has.
   *
   * @param sql the clause, which tells also what happens when the other row goes
   */
  record Reference(QualifiedName table, String column, String sql) {

    ForeignKey foreignKey(String from) {
      return new ForeignKey(
          Optional.empty(),
          List.of(from),
          table,
          List.of(column),
          ForeignKeys.action(sql, "delete"),
          ForeignKeys.action(sql, "update"));
    }
  }

  /** The one that an annotation of a column gives, whatever kind of column it is. */
  static Optional<ColumnDefinition> of(AnnotationInstance described) {
    return Values.text(described, "columnDefinition").map(ColumnDefinition::parse);
  }

  static ColumnDefinition parse(String sql) {
    return new Parser(sql).parse();
  }

  /** What of a definition is passed over. */
  static List<String> unread(String sql) {
    Parser parser = new Parser(sql);
    parser.parse();
    return parser.passedOver.stream().map(parser::text).toList();
  }

  /** Whether a definition begins with a type. */
  static boolean hasType(String sql) {
    return new Parser(sql).typeEnd() > 0;
  }

  /** The column with what is said of it here; a type of its own is the caller's affair. */
  Column applyTo(Column column) {
    return column
        .withType(type)
        .withNullable(column.nullable() && !notNull)
        .withCollation(collation.or(column::collation))
        .withDefault(defaultValue.or(column::defaultValue))
        .withGenerated(generated.or(column::generated));
  }

  /** The condition on the column, which is a constraint of its own. */
  List<CheckConstraint> checks() {
    return check.stream().toList();
  }

  /** Some tokens, from one to before another. */
  private record Span(int start, int end) {}

  /** Goes through the tokens once; a clause ends where the next begins. */
  private static final class Parser {

    private final String sql;
    private final List<Token> tokens;
    private int at;

    private final List<Span> passedOver = new ArrayList<>();
    private boolean notNull;
    private boolean unique;
    private Optional<String> collation = Optional.empty();
    private Optional<Expression> defaultValue = Optional.empty();
    private Optional<CheckConstraint> check = Optional.empty();
    private Optional<Generated> generated = Optional.empty();
    private Optional<Identity> identity = Optional.empty();
    private Optional<Reference> references = Optional.empty();

    Parser(String sql) {
      this.sql = sql;
      this.tokens = SqlTokens.of(sql);
    }

    ColumnDefinition parse() {
      at = typeEnd();
      if (at == 0 || isOfSqlite()) {
        return new ColumnDefinition(
            new NativeType(sql),
            false,
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
      }
      String type = sql.substring(0, tokens.get(at - 1).end());
      readClauses();
      Optional<Kind> serial =
          Optional.ofNullable(SERIALS.get(type.strip().toLowerCase(Locale.ROOT)));
      return new ColumnDefinition(
          serial
              .<ColumnType>map(BasicType::of)
              .or(() -> SqlTypeSpelling.parse(type))
              .orElseGet(() -> new NativeType(type)),
          serial.isPresent(),
          notNull || serial.isPresent(),
          unique,
          collation,
          defaultValue,
          check,
          generated,
          serial.map(any -> Identity.BY_DEFAULT).or(() -> identity),
          references);
    }

    /** How many tokens the type has. */
    private int typeEnd() {
      int end = 0;
      while (end < tokens.size() && !CLAUSES.contains(word(end)) && !(end > 0 && isUnread(end))) {
        end++;
      }
      return end;
    }

    /** Whether it has an {@code ON CONFLICT}: SQLite alone has it, and shows it with the type. */
    private boolean isOfSqlite() {
      return IntStream.range(0, tokens.size())
          .anyMatch(index -> word(index).equals("on") && word(index + 1).equals("conflict"));
    }

    private boolean isClause() {
      return CLAUSES.contains(word(at)) || isUnread(at);
    }

    private boolean isUnread(int index) {
      return UNREAD_CLAUSES.contains(word(index));
    }

    private String word(int index) {
      return index < tokens.size() && tokens.get(index).kind() == SqlTokens.Kind.WORD
          ? tokens.get(index).text().toLowerCase(Locale.ROOT)
          : "";
    }

    private boolean take(String... words) {
      for (int ahead = 0; ahead < words.length; ahead++) {
        if (!word(at + ahead).equals(words[ahead])) {
          return false;
        }
      }
      at += words.length;
      return true;
    }

    private void readClauses() {
      while (at < tokens.size()) {
        int start = at;
        Optional<String> name = take("constraint") ? name() : Optional.empty();
        if (!readClause(name)) {
          passOver(start);
        }
      }
    }

    /**
     * Goes on behind a clause that is not read. The word behind {@code STORAGE} and {@code
     * COMPRESSION} may be {@code DEFAULT}, which begins no other one there.
     */
    private void passOver(int start) {
      at = start + (isUnread(start) ? 1 : 0);
      if (at < tokens.size()) {
        expression();
      }
      int last = passedOver.size() - 1;
      boolean continues = last >= 0 && passedOver.get(last).end == start;
      passedOver.add(new Span(continues ? passedOver.remove(last).start : start, at));
    }

    private String text(Span span) {
      return sql.substring(tokens.get(span.start).start(), tokens.get(span.end - 1).end());
    }

    private boolean readClause(Optional<String> name) {
      if (take("not", "null")) {
        notNull = true;
      } else if (take("unique")) {
        unique = true;
      } else if (take("collate")) {
        collation = collation();
        return collation.isPresent();
      } else if (take("default") && at < tokens.size()) {
        defaultValue = Optional.of(Expression.of(expression()));
      } else if (take("check")) {
        check = parenthesized().map(condition -> new CheckConstraint(name, condition));
        return check.isPresent();
      } else if (take("generated")) {
        return readGenerated();
      } else if (take("references")) {
        return readReference();
      } else {
        return take("null");
      }
      return true;
    }

    /** A collation, by a name alone: PostgreSQL's own may have its schema before it. */
    private Optional<String> collation() {
      Optional<String> first = name();
      if (!takeSymbol(".")) {
        return first;
      }
      Optional<String> second = name();
      return first.equals(Optional.of("pg_catalog")) ? second : Optional.empty();
    }

    private boolean readGenerated() {
      if (take("by", "default", "as", "identity")) {
        identity = Optional.of(Identity.BY_DEFAULT);
        return true;
      }
      if (take("always", "as", "identity")) {
        identity = Optional.of(Identity.ALWAYS);
        return true;
      }
      if (!take("always", "as")) {
        return false;
      }
      Optional<Expression> computed = parenthesized();
      boolean stored = take("stored");
      take("virtual");
      generated = computed.map(expression -> new Generated(expression, stored));
      return generated.isPresent();
    }

    /** A table and its column; what is said of no column is the key, which only the table knows. */
    private boolean readReference() {
      int start = at;
      Optional<String> first = name();
      Optional<String> second = takeSymbol(".") ? name() : Optional.empty();
      Optional<String> column = takeSymbol("(") ? name() : Optional.empty();
      if (first.isEmpty() || column.isEmpty() || !takeSymbol(")")) {
        return false;
      }
      while (at < tokens.size() && isAction()) {
        at++;
      }
      String clause = sql.substring(tokens.get(start).start(), tokens.get(at - 1).end());
      QualifiedName table =
          second
              .map(name -> new QualifiedName(first, name))
              .orElseGet(() -> QualifiedName.of(first.orElseThrow()));
      references = Optional.of(new Reference(table, column.orElseThrow(), clause));
      return true;
    }

    /** Whether a word belongs to what is done when the other row goes, and begins no clause. */
    private boolean isAction() {
      return switch (word(at)) {
        case "on", "delete", "update", "cascade", "restrict", "set", "no", "action" -> true;
        case "null", "default" -> word(at - 1).equals("set");
        default -> false;
      };
    }

    private Optional<String> name() {
      if (at >= tokens.size()) {
        return Optional.empty();
      }
      Token token = tokens.get(at++);
      return token.kind() == SqlTokens.Kind.WORD
          ? Optional.of(token.text().toLowerCase(Locale.ROOT))
          : token.identifier();
    }

    private boolean takeSymbol(String symbol) {
      boolean there = at < tokens.size() && tokens.get(at).isSymbol(symbol);
      at += there ? 1 : 0;
      return there;
    }

    /** A default: at least one token, up to the next clause outside of parentheses. */
    private String expression() {
      int start = tokens.get(at).start();
      int depth = 0;
      do {
        depth += nesting(tokens.get(at++));
      } while (at < tokens.size() && (depth > 0 || !isClause()));
      return sql.substring(start, tokens.get(at - 1).end());
    }

    /** How much deeper in parentheses it is behind a token. */
    private static int nesting(Token token) {
      return token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
    }

    /** What stands in the parentheses that begin here, whatever follows them. */
    private Optional<Expression> parenthesized() {
      if (at >= tokens.size() || !tokens.get(at).isSymbol("(")) {
        return Optional.empty();
      }
      int start = tokens.get(at).end();
      int depth = 0;
      do {
        depth += nesting(tokens.get(at++));
      } while (at < tokens.size() && depth > 0);
      if (depth > 0) {
        return Optional.empty();
      }
      String inner = sql.substring(start, tokens.get(at - 1).start());
      return inner.isBlank() ? Optional.empty() : Optional.of(Expression.of(inner));
    }
  }
}
