package dev.migrator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.dialect.Inspection;
import dev.migrator.diff.CurrentSchema;
import dev.migrator.diff.ModelComparison;
import dev.migrator.diff.SchemaDiffer;
import dev.migrator.operation.AlterComposite;
import dev.migrator.problem.ProblemException;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeRef;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.ModelHints;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Composite types on PostgreSQL, and the texts that stand for them on SQLite. */
class CompositeTypeTest {

  private static final QualifiedName ADDRESS = QualifiedName.of("address");
  private static final QualifiedName PERSON = QualifiedName.of("person");
  private static final QualifiedName KIND = QualifiedName.of("address_kind");
  private static final Attribute STREET = new Attribute("street", BasicType.varchar(255));
  private static final Attribute NUMBER = new Attribute("number", BasicType.of(Kind.INTEGER));
  private static final Attribute ZIP = new Attribute("zip", BasicType.of(Kind.BIGINT));
  private static final String ROWS =
      "insert into users (id, home) values (1, row('Elm', 5)), (2, null), (3, row(null, null))";

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void comeAndGoInTheOrderOfTheirUse(String dialect) throws SQLException {
    Schema wanted =
        users(
                new CompositeRef(PERSON),
                new CompositeType(
                    PERSON, List.of(new Attribute("home", new CompositeRef(ADDRESS)))),
                new CompositeType(
                    ADDRESS, List.of(STREET, new Attribute("kind", new EnumRef(KIND)))))
            .withEnums(List.of(new EnumType(KIND, List.of("HOME", "WORK"))));
    Schema array =
        users(new ArrayType(new CompositeRef(ADDRESS)), new CompositeType(ADDRESS, List.of(ZIP)));

    thereAndBack(dialect, Schema.EMPTY, wanted, "");
    thereAndBack(dialect, Schema.EMPTY, array, "");
  }

  @Test
  void growsAtItsEnd() throws SQLException {
    assertThat(address(List.of(STREET, NUMBER), List.of(STREET, NUMBER, ZIP)))
        .isEqualTo("(Elm,5,) null (,,)");
  }

  @Test
  void loses() throws SQLException {
    assertThat(address(List.of(STREET, NUMBER), List.of(NUMBER))).isEqualTo("(5) null ()");
  }

  @Test
  void changesOrderAndTypes() throws SQLException {
    Attribute text = new Attribute("number", BasicType.of(Kind.TEXT));

    assertThat(address(List.of(STREET, NUMBER), List.of(ZIP, text, STREET)))
        .isEqualTo("(,5,Elm) null (,,)");
  }

  @Test
  void changesUnderAnotherTypeThatNoRowHolds() throws SQLException {
    CompositeType person =
        new CompositeType(PERSON, List.of(new Attribute("home", new CompositeRef(ADDRESS))));
    ColumnType type = new CompositeRef(ADDRESS);

    assertThat(
            thereAndBack(
                "postgresql",
                users(type, new CompositeType(ADDRESS, List.of(STREET, NUMBER)), person),
                users(type, new CompositeType(ADDRESS, List.of(NUMBER, STREET)), person),
                ROWS))
        .isEqualTo("(5,Elm) null (,)");
  }

  @Test
  void refusesWhatHasToBeDoneByHand() {
    CompositeType before = new CompositeType(ADDRESS, List.of(STREET, NUMBER));
    CompositeType after = new CompositeType(ADDRESS, List.of(NUMBER, STREET));
    ColumnType array = new ArrayType(new CompositeRef(ADDRESS));

    assertThatThrownBy(
            () -> thereAndBack("postgresql", users(array, before), users(array, after), ""))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("the array users.home uses it");
    assertThatThrownBy(() -> SchemaDiffer.diff(users(array, before), users(array)))
        .hasMessageContaining("table 'users' still uses it");
  }

  @Test
  void findsWhatHibernateMade() throws SQLException {
    try (TestDatabase server = TestDatabase.of("postgresql");
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      database.execute(
          "create type address as (moment timestamp(6), street varchar(255));"
              + "create table users (id bigint, home address)");
      Attribute moment = new Attribute("moment", BasicType.of(Kind.TIMESTAMP, 6));
      Schema model =
          users(new CompositeRef(ADDRESS), new CompositeType(ADDRESS, List.of(moment, STREET)));
      Inspection inspection = database.inspect(model);
      UnaryOperator<Schema> normalize =
          schema -> database.dialect().normalizer().normalize(schema, inspection.spellings());
      ModelComparison found =
          ModelComparison.compare(
              model,
              List.of(),
              ModelHints.NONE,
              CurrentSchema.reconcile(Schema.EMPTY, inspection.schema(), normalize),
              Schema.EMPTY,
              normalize,
              Set.<String>of()::contains);

      assertThat(found.changes()).isEmpty();
      assertThat(found.unmanaged()).isEmpty();
    }
  }

  @Test
  void mergesTheAlterationsOfTwoBranches() {
    AlterComposite one = new AlterComposite(ADDRESS, List.of(STREET), List.of(STREET, NUMBER));
    AlterComposite other = new AlterComposite(ADDRESS, List.of(STREET), List.of(ZIP));
    Schema start =
        Schema.EMPTY.withCompositeTypes(List.of(new CompositeType(ADDRESS, List.of(STREET))));

    assertThat(other.applyTo(one.applyTo(start)).compositeType(ADDRESS))
        .contains(new CompositeType(ADDRESS, List.of(NUMBER, ZIP)));
  }

  /** The addresses of three rows after their type changed, back and forth. */
  private static String address(List<Attribute> from, List<Attribute> to) throws SQLException {
    ColumnType type = new CompositeRef(ADDRESS);
    return thereAndBack(
        "postgresql",
        users(type, new CompositeType(ADDRESS, from)),
        users(type, new CompositeType(ADDRESS, to)),
        ROWS);
  }

  private static Schema users(ColumnType home, CompositeType... types) {
    return Schema.of(
            List.of(
                Table.of(
                    QualifiedName.of("users"),
                    List.of(
                        Column.of("id", BasicType.of(Kind.BIGINT), true),
                        Column.of("home", home, true)))))
        .withCompositeTypes(List.of(types));
  }

  private static String thereAndBack(String dialect, Schema from, Schema to, String rows)
      throws SQLException {
    return new ThereAndBack(dialect, from, to).values("home", rows);
  }
}
