package dev.migrator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.diff.SchemaDiffer;
import dev.migrator.operation.AlterDomain;
import dev.migrator.operation.Change;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Domain;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Domains on PostgreSQL, and the columns that say themselves what they say on SQLite. */
class DomainTest {

  private static final QualifiedName EMAIL = QualifiedName.of("email");
  private static final QualifiedName WORK = QualifiedName.of("Work email");
  private static final QualifiedName KIND = QualifiedName.of("kind");
  private static final Domain ADDRESS =
      Domain.of(EMAIL, BasicType.varchar(255)).withChecks(List.of(check("ck_email", "'%@%'")));

  private static CheckConstraint check(String name, String pattern) {
    return new CheckConstraint(Optional.of(name), Expression.of("VALUE like " + pattern));
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void comesAndGoesInTheOrderOfItsUse(String dialect) throws SQLException {
    Schema overDomain = users(new DomainRef(WORK), ADDRESS, Domain.of(WORK, new DomainRef(EMAIL)));
    Schema overEnum =
        users(
                new DomainRef(EMAIL),
                Domain.of(EMAIL, new EnumRef(KIND))
                    .withNullable(false)
                    .withDefault(Optional.of(Expression.of("'HOME'"))))
            .withEnums(List.of(new EnumType(KIND, List.of("HOME", "WORK"))));
    Schema overArray =
        users(new DomainRef(EMAIL), Domain.of(EMAIL, new ArrayType(BasicType.of(Kind.TEXT))));
    Schema array = users(new ArrayType(new DomainRef(EMAIL)), ADDRESS);

    for (Schema wanted : List.of(overDomain, overEnum, overArray, array)) {
      thereAndBack(dialect, Schema.EMPTY, wanted, "");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void changesWhatItSays(String dialect) throws SQLException {
    Domain after =
        ADDRESS
            .withNullable(false)
            .withDefault(Optional.of(Expression.of("'nobody@example.com'")))
            .withChecks(List.of(check("ck_length", "'____%'"), check("ck_site", "'%example%'")))
            .withComment(Optional.of("Where to write to."));

    assertThat(
            thereAndBack(
                dialect,
                users(new DomainRef(EMAIL), ADDRESS),
                users(new DomainRef(EMAIL), after),
                "insert into users (id, contact) values (1, 'ann@example.com')"))
        .isEqualTo("ann@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void refusesRowsThatDoNotKeepToIt(String dialect) {
    Schema from = users(new DomainRef(EMAIL), Domain.of(EMAIL, BasicType.varchar(255)));
    Schema to = users(new DomainRef(EMAIL), ADDRESS);

    assertThatThrownBy(
            () ->
                thereAndBack(dialect, from, to, "insert into users (id, contact) values (1, 'x')"))
        .hasMessageContaining(
            dialect.equals("sqlite")
                ? "domain email: rows of users.contact do not keep to the new check"
                : "contains values that violate the new constraint");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void takesOverAColumnOfItsType(String dialect) throws SQLException {
    assertThat(
            thereAndBack(
                dialect,
                users(BasicType.varchar(255), ADDRESS),
                users(new DomainRef(EMAIL), ADDRESS),
                "insert into users (id, contact) values (1, 'ann@example.com'), (2, null)"))
        .isEqualTo("ann@example.com null");
  }

  @Test
  void knowsWhatIsWrittenOtherwise() throws SQLException {
    try (TestDatabase server = TestDatabase.of("postgresql");
        ScenarioDatabase database = new ScenarioDatabase(server)) {
      Domain written =
          ADDRESS.withChecks(
              List.of(
                  new CheckConstraint(
                      Optional.empty(),
                      Expression.of("VALUE in ('a', 'b') or length(VALUE) between 3 and 9"))));
      Schema replayed = users(new DomainRef(EMAIL), written);
      database.change(List.copyOf(SchemaDiffer.diff(Schema.EMPTY, replayed)), Schema.EMPTY);

      assertThat(database.current(replayed)).isEqualTo(replayed);
    }
  }

  @Test
  void isNotDroppedWhileSomethingUsesIt() {
    Schema used = users(new DomainRef(WORK), ADDRESS, Domain.of(WORK, new DomainRef(EMAIL)));

    assertThatThrownBy(() -> SchemaDiffer.diff(used, used.withDomains(List.of(ADDRESS))))
        .hasMessageContaining("table 'users' still uses it");
    assertThatThrownBy(
            () ->
                SchemaDiffer.diff(used, used.withDomains(List.of(used.domain(WORK).orElseThrow()))))
        .hasMessageContaining("still uses it");
  }

  @Test
  void mergesTheAlterationsOfTwoBranches() {
    AlterDomain one = AlterDomain.between(ADDRESS, ADDRESS.withNullable(false));
    AlterDomain other =
        AlterDomain.between(ADDRESS, ADDRESS.withChecks(List.of(check("ck_other", "'%'"))));
    Schema start = Schema.EMPTY.withDomains(List.of(ADDRESS));

    assertThat(one.nullable()).contains(new Change<>(true, false));
    assertThat(other.applyTo(one.applyTo(start)).domain(EMAIL))
        .contains(ADDRESS.withNullable(false).withChecks(List.of(check("ck_other", "'%'"))));
  }

  private static Schema users(ColumnType contact, Domain... domains) {
    return Schema.of(
            List.of(
                Table.of(
                    QualifiedName.of("users"),
                    List.of(
                        Column.of("id", BasicType.of(Kind.BIGINT), true),
                        Column.of("contact", contact, true)))))
        .withDomains(List.of(domains));
  }

  /** The contacts after the way from one schema to another; the way back follows. */
  private static String thereAndBack(String dialect, Schema from, Schema to, String rows)
      throws SQLException {
    return new ThereAndBack(dialect, from, to).values("contact", rows);
  }
}
