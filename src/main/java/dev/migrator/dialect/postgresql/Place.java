package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Spellings;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.Expression;
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
 * A place in a table for which two texts may mean the same: a column's default, or any of the
 * table's checks, predicates or computed index keys.
 *
 * @param column the column whose default it is; empty for the others
 * @param makeCondition makes a condition of a text, since that is what the server is given to read
 * @param shown the texts that the database shows, as far as they are not wanted literally
 * @param wanted the texts that differ from them
 */
record Place(
    Optional<String> column,
    UnaryOperator<String> makeCondition,
    List<String> shown,
    List<String> wanted) {

  String condition(String text) {
    return makeCondition.apply(text);
  }

  /** The places where a table that is compared has texts of its own. */
  static List<Place> differing(Table shown, Table compared) {
    List<Place> places = new ArrayList<>();
    for (Column column : compared.columns()) {
      shown.column(column.name()).flatMap(other -> ofDefault(other, column)).ifPresent(places::add);
    }
    TableForm form = new TableForm(compared, Spellings.NONE);
    add(places, text -> text, form, Place::checks, shown, compared);
    add(places, text -> text, form, Place::predicates, shown, compared);
    add(places, text -> "(" + text + ") IS NULL", form, Place::keys, shown, compared);
    return places;
  }

  private static Optional<Place> ofDefault(Column shown, Column compared) {
    Optional<String> text = shown.defaultValue().flatMap(TableForm::sql);
    Optional<String> wanted = compared.defaultValue().flatMap(TableForm::sql);
    if (text.isEmpty()
        || wanted.isEmpty()
        || wanted.flatMap(sql -> TableForm.defaultForm(sql, compared.type())).equals(text)) {
      return Optional.empty();
    }
    String type = PostgresqlTypes.sql(shown.type());
    return Optional.of(
        new Place(
            Optional.of(shown.name()),
            sql -> "CAST((" + sql + ") AS " + type + ") IS NULL",
            List.of(text.get()),
            List.of(wanted.get())));
  }

  private static void add(
      List<Place> places,
      UnaryOperator<String> condition,
      TableForm form,
      Function<Table, Stream<Expression>> expressions,
      Table shown,
      Table compared) {
    List<String> shownTexts = texts(expressions.apply(shown));
    List<String> comparedTexts = texts(expressions.apply(compared));
    List<String> forms = comparedTexts.stream().map(form::form).toList();
    List<String> remaining = shownTexts.stream().filter(text -> !forms.contains(text)).toList();
    List<String> wanted =
        comparedTexts.stream().filter(text -> !shownTexts.contains(form.form(text))).toList();
    if (!remaining.isEmpty() && !wanted.isEmpty()) {
      places.add(new Place(Optional.empty(), condition, remaining, wanted));
    }
  }

  private static List<String> texts(Stream<Expression> expressions) {
    return expressions.flatMap(sql -> TableForm.sql(sql).stream()).distinct().toList();
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
