package dev.migrator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.dialect.Inspection;
import dev.migrator.diff.SchemaDiffer;
import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.SchemaChange;
import dev.migrator.problem.ProblemException;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Index;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import dev.migrator.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated columns and collations, there and back, on tables with rows. */
class GeneratedColumnTest {

  private static final QualifiedName ITEMS = QualifiedName.of("items");
  private static final QualifiedName NOTES = QualifiedName.of("notes");
  private static final Column PRICE = Column.of("price", BasicType.of(Kind.INTEGER), false);
  private static final Column NUMBER = Column.of("number", BasicType.of(Kind.INTEGER), false);
  private static final Column LABEL = Column.of("label", BasicType.varchar(20), true);
  private static final Column TOTAL = Column.of("total", BasicType.of(Kind.BIGINT), false);
  private static final Column PRODUCT = generated("price * number", true);
  private static final String ROWS = "insert into items (price, number) values (3, 4), (5, 6)";

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void isAddedAndDroppedWithWhatItIsComputedFrom(String dialect) throws SQLException {
    Schema with = schema(PRODUCT);
    Schema without = Schema.of(List.of(Table.of(ITEMS, List.of(LABEL))));

    assertThat(thereAndBack(dialect, without, with, "")).isEqualTo("");
    assertThat(thereAndBack(dialect, with, without, "")).isEqualTo("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void isComputedAnewByAnotherExpression(String dialect) throws SQLException {
    assertThat(
            thereAndBack(dialect, schema(PRODUCT), schema(generated("price + number", true)), ROWS))
        .isEqualTo("7 11");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void keepsItsValuesWhenItIsGeneratedNoMore(String dialect) throws SQLException {
    assertThat(thereAndBack(dialect, schema(PRODUCT), schema(TOTAL), ROWS)).isEqualTo("12 30");
    assertThat(thereAndBack(dialect, plain(generated("price * number", false)), plain(TOTAL), ROWS))
        .isEqualTo("12 30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void changesTogetherWithTheTypeOfItsSource(String dialect) throws SQLException {
    Schema numbers = standing(plain(PRODUCT));
    Schema words =
        standing(
            Schema.of(
                List.of(
                    Table.of(
                        ITEMS,
                        List.of(
                            Column.of("price", BasicType.varchar(20), false),
                            NUMBER,
                            LABEL,
                            Column.of("total", BasicType.varchar(30), false)
                                .withGenerated(
                                    Optional.of(
                                        Generated.stored(Expression.of("price || 'x'")))))))));

    assertThat(thereAndBack(dialect, numbers, words, ROWS)).isEqualTo("3x 5x");
  }

  /** With what stands on the column in either schema. */
  private static Schema standing(Schema schema) {
    return schema.withTable(
        ITEMS,
        table ->
            table
                .withUniques(
                    List.of(new UniqueConstraint(Optional.of("uq_items_total"), List.of("total"))))
                .withIndexes(List.of(Index.on("ix_items", false, List.of("label", "total")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void changesFromStoredToVirtual(String dialect) throws SQLException {
    assertThat(
            thereAndBack(dialect, plain(PRODUCT), plain(generated("price * number", false)), ROWS))
        .isEqualTo("12 30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void followsTheTypeOfWhatItIsComputedFrom(String dialect) throws SQLException {
    Schema wider =
        schema(PRODUCT)
            .withTable(
                ITEMS, t -> t.withColumn("price", c -> c.withType(BasicType.of(Kind.BIGINT))));

    assertThat(thereAndBack(dialect, schema(PRODUCT), wider, ROWS)).isEqualTo("12 30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void followsARename(String dialect) throws SQLException {
    try (TestDatabase server = TestDatabase.of(dialect);
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      Schema before = schema(PRODUCT);
      change(database, Schema.EMPTY, SchemaDiffer.diff(Schema.EMPTY, before));
      SchemaChange rename = new RenameColumn(ITEMS, "price", "cost");
      Schema after = rename.applyTo(before);
      change(database, before, List.of(rename));

      assertHolds(database, after);
      assertThat(after.table(ITEMS).orElseThrow().column("total").orElseThrow().generated())
          .contains(Generated.stored(Expression.of("cost * number")));
    }
  }

  @Test
  void asksPostgresqlWhetherTwoSpellingsAreOne() throws SQLException {
    try (TestDatabase server = TestDatabase.of("postgresql");
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      database.execute(
          "create table items (price integer not null, number integer not null, label varchar(20),"
              + " total bigint generated always as (cast(price as numeric) * number) stored"
              + " not null)");

      assertHolds(database, plain(generated("price::numeric * (number)", true)));
    }
  }

  @Test
  void takesTheCollationsOfPostgresql() throws SQLException {
    Schema plain = plain(PRODUCT);
    Schema collated =
        plain.withTable(ITEMS, t -> t.withColumn("label", c -> c.withCollation(Optional.of("C"))));
    Schema longer =
        collated.withTable(
            ITEMS, t -> t.withColumn("label", c -> c.withType(BasicType.of(Kind.TEXT))));

    assertThat(thereAndBack("postgresql", plain, collated, ROWS)).isEqualTo("12 30");
    assertThat(thereAndBack("postgresql", collated, longer, ROWS)).isEqualTo("12 30");
  }

  @Test
  void takesTheCollationsOfSqlite() throws SQLException {
    Schema plain = plain(PRODUCT);
    Schema collated =
        plain.withTable(
            ITEMS, t -> t.withColumn("label", c -> c.withCollation(Optional.of("NOCASE"))));

    assertThat(thereAndBack("sqlite", plain, collated, ROWS)).isEqualTo("12 30");
    assertThatThrownBy(() -> thereAndBack("sqlite", plain, collation("de-x-icu"), ROWS))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(
            "column items.label has the collation 'de-x-icu', but SQLite knows binary, nocase,"
                + " rtrim alone");
  }

  private static Schema collation(String name) {
    return plain(PRODUCT)
        .withTable(ITEMS, t -> t.withColumn("label", c -> c.withCollation(Optional.of(name))));
  }

  private static Column generated(String sql, boolean stored) {
    return TOTAL.withGenerated(Optional.of(new Generated(Expression.of(sql), stored)));
  }

  private static Schema plain(Column total) {
    return Schema.of(List.of(Table.of(ITEMS, List.of(PRICE, NUMBER, LABEL, total))));
  }

  /** A table on whose column everything stands that can. */
  private static Schema schema(Column total) {
    Table items =
        plain(total)
            .tables()
            .get(0)
            .withUniques(
                List.of(new UniqueConstraint(Optional.of("uq_items_total"), List.of("total"))))
            .withChecks(
                List.of(
                    new CheckConstraint(Optional.of("ck_items"), Expression.of("total >= price"))))
            .withIndexes(List.of(Index.on("ix_items", false, List.of("label", "total"))));
    Table notes =
        Table.of(NOTES, List.of(Column.of("total", BasicType.of(Kind.BIGINT), true)))
            .withForeignKeys(
                List.of(
                    new ForeignKey(
                        Optional.of("fk_notes_total"),
                        List.of("total"),
                        ITEMS,
                        List.of("total"),
                        ForeignKeyAction.NO_ACTION,
                        ForeignKeyAction.NO_ACTION)));
    return Schema.of(List.of(items, notes));
  }

  /**
   * Goes from one schema to the other, back and there again.
   *
   * @return the totals in the end
   */
  private static String thereAndBack(String dialect, Schema from, Schema to, String rows)
      throws SQLException {
    try (TestDatabase server = TestDatabase.of(dialect);
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      change(database, Schema.EMPTY, SchemaDiffer.diff(Schema.EMPTY, from));
      database.execute(rows);
      assertHolds(database, from);
      List<SchemaChange> changes = SchemaDiffer.diff(from, to);
      SchemaLaws.holdFor(changes, from, to);
      List<SchemaChange> inverses =
          new ArrayList<>(changes.stream().map(SchemaChange::inverse).toList());
      Collections.reverse(inverses);
      change(database, from, changes);
      assertHolds(database, to);
      change(database, to, inverses);
      assertHolds(database, from);
      change(database, from, changes);
      assertHolds(database, to);
      return rows.isEmpty() ? "" : totals(database);
    }
  }

  private static String totals(ScenarioDatabase database) throws SQLException {
    String rows = database.rows("select total from items order by total;\n0");
    return String.join(" ", rows.lines().skip(1).toList()).strip();
  }

  private static void change(ScenarioDatabase database, Schema before, List<SchemaChange> changes)
      throws SQLException {
    database.change(List.copyOf(changes), before);
  }

  private static void assertHolds(ScenarioDatabase database, Schema expected) throws SQLException {
    Inspection inspection = database.inspect(expected);
    SchemaLaws.assertSame(
        "inspected",
        inspection.schema(),
        database.dialect().normalizer().normalize(expected, inspection.spellings()));
  }
}
