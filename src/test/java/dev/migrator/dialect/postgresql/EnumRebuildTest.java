package dev.migrator.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.dialect.Inspection;
import dev.migrator.dialect.UnsupportedChangeException;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.Change;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropCheck;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.schema.Column;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnumRebuildTest {

  private static final QualifiedName KINDS = QualifiedName.of("kinds");

  private Postgres postgres;
  private Schema schema;

  @BeforeEach
  void create() throws SQLException {
    postgres = new Postgres();
    schema =
        postgres.apply(
            Schema.EMPTY,
            new CreateEnum(Blog.GENDERS),
            new CreateTable(kinds()),
            new CreateTable(Blog.users()),
            new CreateTable(profiles()));
    postgres.execute(
        "INSERT INTO kinds VALUES ('MALE'), ('FEMALE')",
        "INSERT INTO users (email) VALUES ('a'), ('b')",
        "INSERT INTO profiles (gender, genders, user_id) VALUES ('FEMALE', '{FEMALE,MALE}', 1)",
        "INSERT INTO profiles (gender, genders, user_id) VALUES ('MALE', null, 2)");
  }

  @AfterEach
  void close() throws SQLException {
    postgres.close();
  }

  /** The type as a primary key. */
  private static Table kinds() {
    return Table.of(KINDS, List.of(Column.of("kind", new EnumRef(Blog.GENDER), false)))
        .withPrimaryKey(Optional.of(new PrimaryKey(Optional.of("pk_kinds"), List.of("kind"))));
  }

  /** The type in a default, an array, a check, a predicate and a foreign key. */
  private static Table profiles() {
    Table table = Blog.profiles();
    ForeignKey toKinds =
        new ForeignKey(
            Optional.of("fk_profiles_gender"),
            List.of("gender"),
            KINDS,
            List.of("kind"),
            ForeignKeyAction.NO_ACTION,
            ForeignKeyAction.NO_ACTION);
    return table
        .withForeignKeys(List.of(table.foreignKeys().get(0), toKinds))
        .withChecks(
            List.of(
                Blog.check("ck_profiles_gender", "gender in ('MALE', 'FEMALE')"),
                Blog.check("ck_profiles_user", "user_id > 0")))
        .withIndexes(
            List.of(
                Blog.partial("ix_profiles_men", "gender", "gender = 'MALE'"),
                Blog.partial("ix_profiles_user", "gender", "user_id > 0")));
  }

  private static Operation change(Map<String, String> replace, String... values) {
    return new AlterEnum(Blog.GENDER, Blog.GENDERS.values(), List.of(values), replace);
  }

  @Test
  void everythingOnTheTypeIsKept() throws SQLException {
    Schema after = postgres.apply(schema, change(Map.of(), "UNDEFINED", "OTHER", "FEMALE", "MALE"));

    assertShows(after);
    assertThat(postgres.rows("SELECT gender, genders FROM profiles ORDER BY gender"))
        .containsExactly("FEMALE|{FEMALE,MALE}", "MALE|null");
    assertThat(postgres.rows("SELECT typname FROM pg_type WHERE typname LIKE '%gender%'"))
        .containsExactlyInAnyOrder("gender_enum", "_gender_enum");
  }

  @Test
  void aRemovedValueIsReplacedWhereverItStands() throws SQLException {
    postgres.execute(
        "INSERT INTO users (email) VALUES ('c')",
        "ALTER TABLE profiles DROP CONSTRAINT ck_profiles_gender",
        "INSERT INTO kinds VALUES ('UNDEFINED')",
        "INSERT INTO profiles (genders, user_id) VALUES ('{UNDEFINED,MALE}', 3)");
    Schema before = schema.withTable(Blog.PROFILES, table -> table.withChecks(List.of()));
    Schema after =
        postgres.apply(before, change(Map.of("UNDEFINED", "UNKNOWN"), "MALE", "FEMALE", "UNKNOWN"));

    assertThat(postgres.rows("SELECT gender, genders FROM profiles WHERE user_id = 3"))
        .containsExactly("UNKNOWN|{UNKNOWN,MALE}");
    assertThat(postgres.inspect().schema().enums()).isEqualTo(after.enums());
    assertThat(
            postgres.rows(
                "SELECT column_default FROM information_schema.columns"
                    + " WHERE table_name = 'profiles' AND column_name = 'gender'"))
        .containsExactly("'UNKNOWN'::gender_enum");
  }

  @Test
  void aValueThatRowsHoldIsNotTakenAway() throws SQLException {
    Schema unchecked =
        postgres.apply(
            schema,
            new DropCheck(
                Blog.PROFILES, Blog.check("ck_profiles_gender", "gender in ('MALE', 'FEMALE')")));

    assertThatThrownBy(() -> postgres.apply(unchecked, change(Map.of(), "MALE", "UNDEFINED")))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(
            "enum gender_enum cannot lose 'FEMALE': still held by 1 row of kinds.kind, 1 row of"
                + " profiles.gender, 1 row of profiles.genders. Change those rows first, or"
                + " let the operation say what they get: replace: {FEMALE: …}");
    assertShows(unchecked);
  }

  @Test
  void anAdditionIsUndone() throws SQLException {
    AddEnumValue addition =
        new AddEnumValue(Blog.GENDER, "it's", List.of("it's", "MALE", "FEMALE", "UNDEFINED"));
    Schema after = postgres.apply(schema, addition);
    assertShows(after);

    assertShows(postgres.apply(after, addition.inverse()));
  }

  @Test
  void everythingFollowsARenamedValue() throws SQLException {
    RenameEnumValue unknown = new RenameEnumValue(Blog.GENDER, "UNDEFINED", "it's unknown");
    RenameEnumValue man = new RenameEnumValue(Blog.GENDER, "MALE", "man");
    Schema after = postgres.apply(schema, unknown, man);
    assertShows(after);

    assertShows(postgres.apply(after, man.inverse(), unknown.inverse()));
  }

  @Test
  void aDefaultOnARemovedValueIsChangedInTheSameRevisionOrRefused() throws SQLException {
    Operation removal = change(Map.of(), "MALE", "FEMALE");
    Operation newDefault =
        new AlterColumn(
            Blog.PROFILES,
            "gender",
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                new Change<>(
                    Optional.of(Expression.of("'UNDEFINED'")),
                    Optional.of(Expression.of("'MALE'")))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThatThrownBy(() -> postgres.apply(schema, removal))
        .isInstanceOf(UnsupportedChangeException.class)
        .hasMessage(
            "cannot change values of enum gender_enum: column profiles.gender has the default"
                + " 'UNDEFINED'. Change the default first.");
    assertShows(postgres.apply(schema, removal, newDefault));
  }

  private void assertShows(Schema expected) throws SQLException {
    Inspection inspection = postgres.inspect(expected);
    assertThat(inspection.schema()).isEqualTo(Postgres.normalize(expected, inspection.spellings()));
  }
}
