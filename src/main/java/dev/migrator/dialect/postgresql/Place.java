package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Spellings;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A place in a table for which two texts may mean the same: a column's default, what it is
 * generated from, or any of the table's checks, predicates or computed index keys.
 *
 * @param column the column whose default or generation it is; empty for the others
 * @param condition makes a condition of a text, since that is what the server is given to read
 * @param shown what the database has there, as far as the compared table has it not
 * @param wanted what the compared table has there, as far as the database has it not
 */
record Place(
    Optional<String> column, UnaryOperator<String> condition, List<Text> shown, List<Text> wanted) {

  /**
   * A text and its one spelling, as far as that can be told without the server.
   *
   * @param sql the text
   * @param form the spelling
   */
  record Text(String sql, String form) {}

  /**
   * The places where a table that is compared has texts of its own.
   *
   * @param shown the table as the database shows it, word by word
   */
  static List<Place> differing(Table shown, Table compared) {
    List<Place> places = new ArrayList<>();
    for (Column column : compared.columns()) {
      shown.column(column.name()).ifPresent(other -> addColumn(places, shown, other, column));
    }
    add(places, text -> text, Place::checks, shown, compared);
    add(places, text -> text, Place::predicates, shown, compared);
    add(places, text -> "(" + text + ") IS NULL", Place::keys, shown, compared);
    return places;
  }

  private static void addColumn(List<Place> places, Table table, Column shown, Column compared) {
    Optional<String> name = Optional.of(shown.name());
    String type = PostgresqlTypes.sql(shown.type());
    UnaryOperator<String> condition = sql -> "CAST((" + sql + ") AS " + type + ") IS NULL";
    if (!shown.defaultValue().equals(compared.defaultValue())) {
      add(places, name, condition, defaultText(shown), defaultText(compared));
    }
    if (!shown.generated().equals(compared.generated())) {
      add(places, name, condition, generatedText(table, shown), generatedText(table, compared));
    }
  }

  private static List<Text> generatedText(Table table, Column column) {
    return texts(table, ignored -> column.generated().map(Generated::expression).stream());
  }

  private static void add(
      List<Place> places,
      UnaryOperator<String> condition,
      Function<Table, Stream<Expression>> expressions,
      Table shown,
      Table compared) {
    if (expressions.apply(shown).toList().equals(expressions.apply(compared).toList())) {
      return;
    }
    add(
        places,
        Optional.empty(),
        condition,
        texts(shown, expressions),
        texts(compared, expressions));
  }

  private static void add(
      List<Place> places,
      Optional<String> column,
      UnaryOperator<String> condition,
      List<Text> shown,
      List<Text> compared) {
    List<Text> remaining = without(shown, compared);
    List<Text> wanted = without(compared, shown);
    if (!remaining.isEmpty() && !wanted.isEmpty()) {
      places.add(new Place(column, condition, remaining, wanted));
    }
  }

  private static List<Text> without(List<Text> texts, List<Text> others) {
    List<String> forms = others.stream().map(Text::form).toList();
    return texts.stream().filter(text -> !forms.contains(text.form())).toList();
  }

  private static List<Text> defaultText(Column column) {
    return column.defaultValue().flatMap(TableForm::sql).stream()
        .flatMap(
            sql ->
                TableForm.defaultForm(sql, column.type()).stream().map(form -> new Text(sql, form)))
        .toList();
  }

  private static List<Text> texts(Table table, Function<Table, Stream<Expression>> expressions) {
    TableForm form = new TableForm(table, Spellings.NONE);
    return expressions
        .apply(table)
        .flatMap(expression -> TableForm.sql(expression).stream())
        .map(sql -> new Text(sql, form.form(sql)))
        .distinct()
        .toList();
  }

  private static Stream<Expression> checks(Table table) {
    return table.checks().stream().map(CheckConstraint::expression);
  }

  private static Stream<Expression> predicates(Table table) {
    return table.indexes().stream().map(Index::where).flatMap(Optional::stream);
  }

  private static Stream<Expression> keys(Table table) {
    return table.indexes().stream()
        .flatMap(index -> index.keys().stream())
        .map(IndexKey::part)
        .filter(IndexKey.OnExpression.class::isInstance)
        .map(part -> ((IndexKey.OnExpression) part).expression());
  }
}
