package dev.migrator.dialect.postgresql;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A literal with casts behind it, and where it means the same without them. Types are compared by
 * their names without modifiers; a cast that has one changes what the literal is.
 *
 * @param literal a string, a number or {@code null}
 * @param casts the types that it is cast to, one after the other
 */
record CastLiteral(Token literal, List<String> casts) {

  private static final Pattern NUMBER = Pattern.compile("'(-?)(\\d+(?:\\.\\d+)?)'");
  private static final Set<String> TEXTS = Set.of("text", "varchar");
  private static final String CHAR = BasicType.Kind.CHAR.spelling();
  private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

  static boolean isLiteral(Token token) {
    return token.kind() == Kind.STRING || token.kind() == Kind.NUMBER || token.isWord("null");
  }

  /** The name of a column's type without its modifiers. */
  static String name(ColumnType type) {
    return PostgresqlTypes.sql(PostgresqlTypes.normalize(type)).replaceAll("\\(.*?\\)", "");
  }

  /** The literal alone, if it is a text whatever stands around it. */
  Optional<List<Token>> asText() {
    boolean text =
        literal.kind() != Kind.NUMBER
            && casts.stream().allMatch(cast -> type(cast).filter(TEXTS::contains).isPresent());
    return text ? Optional.of(List.of(literal)) : Optional.empty();
  }

  /**
   * The literal alone, if it is taken for the same where it is compared.
   *
   * @param column the type of the column that it is compared with; empty for anything else
   */
  Optional<List<Token>> comparedWith(Optional<String> column) {
    if (column.isEmpty() || TEXTS.contains(column.get())) {
      Optional<List<Token>> text = asText();
      if (text.isPresent()) {
        return text;
      }
    }
    return exactNumber()
        .or(this::doubleNumber)
        .filter(number -> column.isEmpty() || NUMBERS.contains(column.get()))
        .or(() -> column.filter(type -> literal.kind() == Kind.STRING).flatMap(this::ofType));
  }

  /** The literal alone, if a column of this type gets the same from it. */
  Optional<List<Token>> assignedTo(ColumnType column) {
    String type = name(column);
    if (literal.isWord("null")) {
      return Optional.of(List.of(literal));
    }
    if (isTextFor(type)) {
      return Optional.of(List.of(literal));
    }
    return exactNumber().filter(number -> NUMBERS.contains(type)).or(() -> ofType(type));
  }

  /** Texts of any length are each other's, but for the blanks at the end that char has not. */
  private boolean isTextFor(String column) {
    if (TEXTS.contains(column) && asText().isPresent()) {
      return true;
    }
    return literal.kind() == Kind.STRING
        && !literal.text().endsWith(" '")
        && isTextOrChar(Optional.of(column))
        && casts.stream().allMatch(cast -> isTextOrChar(type(cast)));
  }

  private static boolean isTextOrChar(Optional<String> type) {
    return type.filter(name -> TEXTS.contains(name) || name.equals(CHAR)).isPresent();
  }

  /** The literal alone, if this is the one type that it is cast to. */
  private Optional<List<Token>> ofType(String type) {
    return only().filter(type::equals).map(own -> List.of(literal));
  }

  /** A number that its type does not change, if it is one. */
  private Optional<List<Token>> exactNumber() {
    return only()
        .filter(type -> type.equals("numeric") || INTEGERS.contains(type))
        .flatMap(type -> digits().filter(number -> type.equals("numeric") || isInteger(number)));
  }

  /** What is compared with a number of floating point becomes one itself. */
  private Optional<List<Token>> doubleNumber() {
    return only().filter("double precision"::equals).flatMap(type -> digits());
  }

  private Optional<List<Token>> digits() {
    return literal.kind() == Kind.NUMBER ? Optional.of(List.of(literal)) : number(literal);
  }

  private static boolean isInteger(List<Token> number) {
    return number.get(number.size() - 1).text().chars().allMatch(Character::isDigit);
  }

  /** The type, if it is one alone and without a modifier. */
  private Optional<String> only() {
    return Optional.of(casts).filter(all -> all.size() == 1).flatMap(all -> type(all.get(0)));
  }

  /** The name of a type without a modifier, said or, as in {@code character}, not. */
  private static Optional<String> type(String cast) {
    if (cast.equals("bpchar")) {
      return Optional.of(CHAR);
    }
    String sql = PostgresqlTypes.sql(PostgresqlTypes.parse(cast));
    return cast.contains("(") || sql.contains("(") ? Optional.empty() : Optional.of(sql);
  }

  /** {@code -1} for the string {@code '-1'}, which is how the server writes a negative number. */
  static Optional<List<Token>> number(Token literal) {
    Matcher matcher = NUMBER.matcher(literal.text());
    if (literal.kind() != Kind.STRING || !matcher.matches()) {
      return Optional.empty();
    }
    Token digits = new Token(Kind.NUMBER, matcher.group(2), 0);
    return Optional.of(
        matcher.group(1).isEmpty()
            ? List.of(digits)
            : List.of(new Token(Kind.SYMBOL, "-", 0), digits));
  }
}
