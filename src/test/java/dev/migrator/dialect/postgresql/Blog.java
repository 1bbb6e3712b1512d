package dev.migrator.dialect.postgresql;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableOptions;
import dev.migrator.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;

/** A schema with one of everything. */
final class Blog {

  static final QualifiedName GENDER = QualifiedName.of("gender_enum");
  static final QualifiedName USERS = QualifiedName.of("users");
  static final QualifiedName PROFILES = QualifiedName.of("profiles");

  static final EnumType GENDERS = new EnumType(GENDER, List.of("MALE", "FEMALE", "UNDEFINED"));

  private Blog() {}

  static Schema schema() {
    return Schema.of(List.of(profiles(), users(), accounts())).withEnums(List.of(GENDERS));
  }

  /** Refers to nothing, and has a check and indexes of every kind. */
  static Table accounts() {
    return new Table(
        QualifiedName.of("accounts"),
        List.of(
            identity("id"),
            Column.of("name", BasicType.varchar(40), false),
            Column.of("Order", BasicType.of(Kind.INTEGER), true)
                .withDefault(Optional.of(Expression.of("-1"))),
            Column.of("balance", BasicType.of(Kind.NUMERIC, 10, 2), false)
                .withDefault(Optional.of(Expression.of("0"))),
            Column.of("tags", BasicType.of(Kind.JSONB), true)
                .withDefault(Optional.of(Expression.of("'{}'")))),
        Optional.of(new PrimaryKey(Optional.of("pk_accounts"), List.of("id"))),
        List.of(new UniqueConstraint(Optional.of("uq_accounts_name"), List.of("name"))),
        List.of(),
        List.of(check("ck_accounts_balance", "balance >= 0"), check("ck_accounts", "name <> ''")),
        List.of(),
        List.of(
            new Index(
                Optional.of("ix_accounts_lower"),
                List.of(
                    new IndexKey(new IndexKey.OnExpression(Expression.of("lower(name)")), false),
                    new IndexKey(new IndexKey.OnColumn("Order"), true)),
                true,
                Optional.of(Expression.of("balance > 0 and \"Order\" is not null")),
                Optional.empty(),
                List.of("id")),
            new Index(
                Optional.of("ix_accounts_tags"),
                List.of(IndexKey.column("tags")),
                false,
                Optional.empty(),
                Optional.of("gin"),
                List.of())),
        Optional.of("It's the accounts"),
        TableOptions.NONE);
  }

  static Table users() {
    return new Table(
        USERS,
        List.of(
            identity("id"),
            Column.of("email", BasicType.varchar(255), false)
                .withComment(Optional.of("where to write to")),
            Column.of("created_at", BasicType.of(Kind.TIMESTAMP, 6), false)
                .withDefault(Optional.of(Expression.of("now()")))),
        Optional.of(new PrimaryKey(Optional.of("pk_users"), List.of("id"))),
        List.of(new UniqueConstraint(Optional.of("uq_users_email"), List.of("email"))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        TableOptions.NONE);
  }

  static Table profiles() {
    return new Table(
        PROFILES,
        List.of(
            identity("id"),
            Column.of("gender", new EnumRef(GENDER), false)
                .withDefault(Optional.of(Expression.of("'UNDEFINED'"))),
            Column.of("genders", new ArrayType(new EnumRef(GENDER)), true),
            Column.of("interests", new ArrayType(BasicType.varchar(255)), true),
            Column.of("user_id", BasicType.of(Kind.BIGINT), false)),
        Optional.of(new PrimaryKey(Optional.of("pk_profiles"), List.of("id"))),
        List.of(new UniqueConstraint(Optional.of("uq_profiles_user_id"), List.of("user_id"))),
        List.of(
            new ForeignKey(
                Optional.of("fk_profiles_user_id"),
                List.of("user_id"),
                USERS,
                List.of("id"),
                ForeignKeyAction.CASCADE,
                ForeignKeyAction.NO_ACTION)),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        TableOptions.NONE);
  }

  static CheckConstraint check(String name, String sql) {
    return new CheckConstraint(Optional.of(name), Expression.of(sql));
  }

  static Index partial(String name, String column, String predicate) {
    return new Index(
        Optional.of(name),
        List.of(IndexKey.column(column)),
        false,
        Optional.of(Expression.of(predicate)),
        Optional.empty(),
        List.of());
  }

  private static Column identity(String name) {
    return Column.of(name, BasicType.of(Kind.BIGINT), false)
        .withIdentity(Optional.of(Identity.BY_DEFAULT));
  }
}
