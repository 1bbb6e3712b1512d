package dev.migrator.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.operation.DropCheck;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropExclusion;
import dev.migrator.operation.DropForeignKey;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropPrimaryKey;
import dev.migrator.operation.DropUnique;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameIndex;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.ExclusionConstraint;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.Index;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesByShapeTest {

  private static final QualifiedName USERS = QualifiedName.of("users");

  private final List<String> notices = new ArrayList<>();

  @Test
  void takesTheNameThatTheDatabaseHas() {
    Table table =
        users()
            .withPrimaryKey(Optional.of(new PrimaryKey(Optional.of("users_pkey"), List.of("id"))))
            .withUniques(List.of(unique("uk6dotkott2kjsp8vw4d0m25fb7", "email")))
            .withChecks(List.of(check("users_age_check", "AGE>0")))
            .withForeignKeys(List.of(foreignKey("fk123", "id")))
            .withExclusions(List.of(exclusion("users_age_excl")))
            .withIndexes(List.of(Index.on("idx1", false, List.of("age"))));

    assertThat(resolve(new DropExclusion(USERS, exclusion("ex_users_age")), table))
        .isEqualTo(new DropExclusion(USERS, exclusion("users_age_excl")));
    assertThat(resolve(new DropUnique(USERS, unique("uq_users_email", "email")), table))
        .isEqualTo(new DropUnique(USERS, unique("uk6dotkott2kjsp8vw4d0m25fb7", "email")));
    assertThat(resolve(new DropCheck(USERS, check("ck_users_age", "(age > 0)")), table))
        .isEqualTo(new DropCheck(USERS, check("users_age_check", "AGE>0")));
    assertThat(resolve(new DropForeignKey(USERS, foreignKey("fk_users_id", "id")), table))
        .isEqualTo(new DropForeignKey(USERS, foreignKey("fk123", "id")));
    assertThat(resolve(new DropIndex(USERS, Index.on("ix", false, List.of("age"))), table))
        .isEqualTo(new DropIndex(USERS, Index.on("idx1", false, List.of("age"))));
    assertThat(
            resolve(
                new DropPrimaryKey(USERS, new PrimaryKey(Optional.of("pk_users"), List.of("id"))),
                table))
        .isEqualTo(
            new DropPrimaryKey(USERS, new PrimaryKey(Optional.of("users_pkey"), List.of("id"))));
    assertThat(notices)
        .hasSize(6)
        .contains(
            "drop unique constraint uq_users_email on users: it is named"
                + " 'uk6dotkott2kjsp8vw4d0m25fb7' in this database");
  }

  @Test
  void renamesWhatHasTheShape() {
    Table table =
        users()
            .withUniques(List.of(unique("uk123", "email")))
            .withIndexes(List.of(Index.on("idx1", false, List.of("age"))));
    Optional<Constraint> shape = Optional.of(unique("any", "email"));
    Optional<Index> index = Optional.of(Index.on("any", false, List.of("age")));

    assertThat(resolve(new RenameConstraint(USERS, "uq_users_mail", "uq", shape), table))
        .isEqualTo(new RenameConstraint(USERS, "uk123", "uq", shape));
    assertThat(resolve(new RenameIndex(USERS, "ix_users_years", "ix", index), table))
        .isEqualTo(new RenameIndex(USERS, "idx1", "ix", index));
    assertThat(notices)
        .contains(
            "rename constraint uq_users_mail on users to uq: it is named 'uk123' in this database");
  }

  @Test
  void namesWhatHadNoName() {
    UniqueConstraint unnamed = new UniqueConstraint(Optional.empty(), List.of("email"));
    Table table = users().withUniques(List.of(unnamed));
    Operation rename = new RenameConstraint(USERS, "uq_users_mail", "uq", Optional.of(unnamed));

    assertThat(resolve(rename, table)).isEqualTo(rename);
    assertThat(rename.applyTo(Schema.of(List.of(table))).tables())
        .containsExactly(table.withUniques(List.of(unique("uq", "email"))));
  }

  @Test
  void leavesAloneWhatHasItsNameAndWhatHasNoShape() {
    Table table =
        users().withUniques(List.of(unique("uq_users_email", "email"), unique("b", "email")));
    Operation named = new DropUnique(USERS, unique("uq_users_email", "email"));
    Operation column = new DropColumn(USERS, Column.of("x", BasicType.of(Kind.TEXT), true));

    assertThat(resolve(named, table)).isSameAs(named);
    assertThat(resolve(column, table)).isSameAs(column);
    assertThat(NamesByShape.resolve(named, Schema.EMPTY, notices::add)).isSameAs(named);
    assertThat(notices).isEmpty();
  }

  @Test
  void takesAnUnnamedOneWithoutAWord() {
    UniqueConstraint unnamed = new UniqueConstraint(Optional.empty(), List.of("email"));

    assertThat(
            resolve(
                new DropUnique(USERS, unique("uq_users_email", "email")),
                users().withUniques(List.of(unnamed))))
        .isEqualTo(new DropUnique(USERS, unnamed));
    assertThat(notices).isEmpty();
  }

  @Test
  void refusesNoneAndSeveral() {
    Operation drop = new DropUnique(USERS, unique("uq_users_email", "email"));

    assertThatThrownBy(() -> resolve(drop, users().withUniques(List.of(unique("a", "age")))))
        .isInstanceOf(MigrationException.class)
        .hasMessage(
            "cannot drop unique constraint uq_users_email on users: table 'users' has no such name,"
                + " and nothing of the same shape.");
    assertThatThrownBy(
            () ->
                resolve(
                    drop, users().withUniques(List.of(unique("a", "email"), unique("b", "email")))))
        .hasMessageEndingWith("has no such name, and several of the same shape: a, b.");
  }

  private Operation resolve(Operation operation, Table table) {
    return NamesByShape.resolve(operation, Schema.EMPTY.plus(table), notices::add);
  }

  private static Table users() {
    return Table.of(
        USERS,
        List.of(
            Column.of("id", BasicType.of(Kind.BIGINT), false),
            Column.of("email", BasicType.of(Kind.TEXT), false),
            Column.of("age", BasicType.of(Kind.INTEGER), true)));
  }

  private static UniqueConstraint unique(String name, String column) {
    return new UniqueConstraint(Optional.of(name), List.of(column));
  }

  private static ExclusionConstraint exclusion(String name) {
    return new ExclusionConstraint(Optional.of(name), "USING gist (age WITH =)");
  }

  private static CheckConstraint check(String name, String sql) {
    return new CheckConstraint(Optional.of(name), Expression.of(sql));
  }

  private static ForeignKey foreignKey(String name, String column) {
    return new ForeignKey(
        Optional.of(name),
        List.of(column),
        USERS,
        List.of("id"),
        ForeignKeyAction.NO_ACTION,
        ForeignKeyAction.NO_ACTION);
  }
}
