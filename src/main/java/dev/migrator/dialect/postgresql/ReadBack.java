package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Spellings;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Finds the text of each expression that a file is to hold so that another database shows what this
 * one shows: our portable spelling only if the server, reading it, shows the same as when it reads
 * its own text; else its own, with few parentheses, or with all of them where that is not the same
 * either ({@code a and (b and c)}). The server is asked about temporary tables, all of which are
 * rolled back; where it does not answer, its own text is taken.
 */
final class ReadBack {

  /** How many expressions are asked for at a time; a table has at most 1600 columns. */
  private static final int AT_ONCE = 200;

  /**
   * What may be written for one expression.
   *
   * @param clause makes a part of a {@code CREATE TABLE} of a name and a text
   * @param texts the texts, the one that is liked best first; the last is the server's own
   * @param columns the columns that the expression names, with their types
   */
  private record Question(Clause clause, List<String> texts, SortedMap<String, String> columns) {

    String own() {
      return texts.get(texts.size() - 1);
    }
  }

  /**
   * Where an expression stands.
   *
   * @param pattern the part of a {@code CREATE TABLE}, with places for a name, a type and the text
   * @param type the column's type; empty where there is none
   */
  private record Clause(String pattern, String type) {

    private static final Clause CONDITION = new Clause("CONSTRAINT %1$s CHECK (%3$s)", "");
    private static final Clause KEY = new Clause("CONSTRAINT %1$s CHECK ((%3$s) IS NULL)", "");

    static Clause defaultOf(Column column) {
      return new Clause("%1$s %2$s DEFAULT (%3$s)", PostgresqlTypes.sql(column.type()));
    }

    static Clause generated(Column column) {
      return new Clause(
          "%1$s %2$s GENERATED ALWAYS AS (%3$s) STORED", PostgresqlTypes.sql(column.type()));
    }

    String sql(int number, String text) {
      return pattern.formatted(ScratchTransaction.clauseName(number), type, text);
    }
  }

  private final Map<Spellings.Key, String> unabridged;
  private final Map<Question, List<Spellings.Key>> questions = new LinkedHashMap<>();
  private final Map<Spellings.Key, String> answers = new HashMap<>();

  private ReadBack(Map<Spellings.Key, String> unabridged) {
    this.unabridged = unabridged;
  }

  /**
   * The server's own text for each expression that cannot be written in our spelling.
   *
   * @param shown what the database holds, with expressions as it shows them
   * @param unabridged the texts with all parentheses, of those that have others
   */
  static Spellings of(Connection connection, Schema shown, Map<Spellings.Key, String> unabridged)
      throws SQLException {
    ReadBack reading = new ReadBack(unabridged);
    shown.tables().forEach(reading::collect);
    shown.domains().stream().map(DomainForm::table).forEach(reading::collect);
    boolean autoCommit = connection.getAutoCommit();
    try (ScratchTransaction scratch = ScratchTransaction.open(connection, autoCommit)) {
      reading.ask(scratch);
    }
    return new Spellings(reading.answers);
  }

  private void collect(Table table) {
    TableForm form = new TableForm(table, Spellings.NONE);
    for (Column column : table.columns()) {
      Optional<String> name = Optional.of(column.name());
      UnaryOperator<String> portable = text -> TableForm.defaultText(text, column.type());
      column
          .defaultValue()
          .ifPresent(sql -> add(table, name, Clause.defaultOf(column), sql, portable));
      column
          .generated()
          .map(Generated::expression)
          .ifPresent(sql -> add(table, name, Clause.generated(column), sql, form::form));
    }
    conditions(table)
        .forEach(sql -> add(table, Optional.empty(), Clause.CONDITION, sql, form::form));
    keys(table).forEach(sql -> add(table, Optional.empty(), Clause.KEY, sql, form::form));
  }

  private static Stream<Expression> conditions(Table table) {
    return Stream.concat(
        table.checks().stream().map(CheckConstraint::expression),
        table.indexes().stream().flatMap(index -> index.where().stream()));
  }

  private static Stream<Expression> keys(Table table) {
    return table.indexes().stream()
        .map(Index::keys)
        .flatMap(List::stream)
        .map(IndexKey::part)
        .filter(IndexKey.OnExpression.class::isInstance)
        .map(part -> ((IndexKey.OnExpression) part).expression());
  }

  private void add(
      Table table,
      Optional<String> column,
      Clause clause,
      Expression expression,
      UnaryOperator<String> form) {
    String shown = TableForm.sql(expression).orElseThrow();
    Spellings.Key key = new Spellings.Key(table.name(), column, shown);
    String whole = unabridged.getOrDefault(key, shown);
    List<String> texts = Stream.of(form.apply(shown), shown, whole).distinct().toList();
    if (!words(texts.get(0)).equals(words(whole))) {
      SortedMap<String, String> columns = new TreeMap<>();
      table.columns().stream()
          .filter(named -> SqlTokens.mentions(texts.get(0), named.name()))
          .forEach(named -> columns.put(named.name(), PostgresqlTypes.sql(named.type())));
      questions
          .computeIfAbsent(new Question(clause, texts, columns), question -> new ArrayList<>())
          .add(key);
    }
  }

  /** What a text says, whatever its white space, its case and the parentheses around it. */
  private static List<String> words(String sql) {
    return SqlTokens.withoutOuterParentheses(SqlTokens.of(sql)).stream()
        .map(
            token ->
                token.kind() == Kind.WORD ? token.text().toLowerCase(Locale.ROOT) : token.text())
        .toList();
  }

  /** Expressions of any tables are asked for together, as long as columns of a name are alike. */
  private void ask(ScratchTransaction scratch) throws SQLException {
    List<Question> sorted = new ArrayList<>(questions.keySet());
    sorted.sort(Comparator.comparing(question -> question.columns().toString()));
    List<Question> together = new ArrayList<>();
    for (Question question : sorted) {
      if (together.size() == AT_ONCE || !fits(question, together)) {
        ask(scratch, together);
        together.clear();
      }
      together.add(question);
    }
    ask(scratch, together);
  }

  private static boolean fits(Question question, List<Question> others) {
    SortedMap<String, String> columns = columns(others);
    return columns.size() < AT_ONCE
        && question.columns().entrySet().stream()
            .allMatch(
                column ->
                    columns
                        .getOrDefault(column.getKey(), column.getValue())
                        .equals(column.getValue()));
  }

  private static SortedMap<String, String> columns(List<Question> questions) {
    SortedMap<String, String> columns = new TreeMap<>();
    questions.forEach(question -> columns.putAll(question.columns()));
    return columns;
  }

  /** Where the server does not read some of them, it is asked for either half. */
  private void ask(ScratchTransaction scratch, List<Question> together) throws SQLException {
    List<String> clauses = new ArrayList<>();
    for (Question question : together) {
      for (String text : question.texts()) {
        clauses.add(question.clause().sql(clauses.size(), text));
      }
    }
    Optional<List<String>> shown = scratch.readBack(columns(together), clauses);
    if (shown.isPresent()) {
      answer(together, shown.get());
    } else if (together.size() > 1) {
      int half = together.size() / 2;
      ask(scratch, together.subList(0, half));
      ask(scratch, together.subList(half, together.size()));
    } else {
      together.forEach(question -> answer(question, question.own()));
    }
  }

  private void answer(List<Question> together, List<String> shown) {
    int start = 0;
    for (Question question : together) {
      int end = start + question.texts().size();
      answer(question, best(question.texts(), shown.subList(start, end)));
      start = end;
    }
  }

  private void answer(Question question, String text) {
    if (!text.equals(question.texts().get(0))) {
      questions.getOrDefault(question, List.of()).forEach(key -> answers.put(key, text));
    }
  }

  /** The first of the texts that is shown like the last. */
  private static String best(List<String> texts, List<String> shown) {
    return texts.get(shown.indexOf(shown.get(shown.size() - 1)));
  }
}
