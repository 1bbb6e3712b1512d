package dev.migrator.dialect.sqlite;

import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.SchemaChange;
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

/** A schema with one of everything, and rows for it. */
final class Blog {

  static final QualifiedName USERS = QualifiedName.of("users");
  static final QualifiedName PROFILES = QualifiedName.of("profiles");
  static final QualifiedName GENDER = QualifiedName.of("gender_enum");

  static final EnumType GENDERS = new EnumType(GENDER, List.of("MALE", "FEMALE", "UNDEFINED"));

  static final Table USERS_TABLE =
      new Table(
          USERS,
          List.of(
              id(),
              text("username", false),
              text("email", false),
              text("phone", true),
              Column.of("created_at", BasicType.of(Kind.TIMESTAMP), false)
                  .withDefault(Optional.of(Expression.of("now()"))),
              Column.of("token", BasicType.of(Kind.UUID), false)
                  .withDefault(Optional.of(Expression.of("gen_random_uuid()"))),
              Column.of("active", BasicType.of(Kind.BOOLEAN), false)
                  .withDefault(Optional.of(Expression.of("true"))),
              Column.of("karma", BasicType.of(Kind.NUMERIC, 10, 2), true)
                  .withDefault(Optional.of(Expression.of("-1.5")))),
          Optional.of(new PrimaryKey(Optional.of("pk_users"), List.of("id"))),
          List.of(
              new UniqueConstraint(Optional.of("uq_users_username"), List.of("username")),
              new UniqueConstraint(Optional.of("uq_users_email"), List.of("email"))),
          List.of(),
          List.of(
              new CheckConstraint(
                  Optional.of("ck_users_phone"), Expression.of("length(phone) > 2")),
              new CheckConstraint(Optional.empty(), Expression.of("karma <> 13"))),
          List.of(),
          List.of(
              Index.on("ix_users_phone", false, List.of("phone")),
              new Index(
                  Optional.of("ix_users_lower_email"),
                  List.of(
                      new IndexKey(new IndexKey.OnExpression(Expression.of("lower(email)")), true)),
                  true,
                  Optional.of(Expression.of("phone IS NOT NULL")),
                  Optional.empty(),
                  List.of())),
          Optional.of("who writes"),
          TableOptions.NONE);

  static final Table PROFILES_TABLE =
      new Table(
          PROFILES,
          List.of(
              id(),
              Column.of("user_id", BasicType.of(Kind.BIGINT), false),
              Column.of("age", BasicType.of(Kind.INTEGER), true),
              Column.of("gender", new EnumRef(GENDER), false)
                  .withDefault(Optional.of(Expression.of("'UNDEFINED'"))),
              Column.of("interests", new ArrayType(BasicType.varchar(255)), true),
              Column.of("past", new ArrayType(new EnumRef(GENDER)), true),
              Column.of("contacts", BasicType.of(Kind.JSONB), true)),
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

  static final List<SchemaChange> CREATION =
      List.of(
          new CreateEnum(GENDERS), new CreateTable(USERS_TABLE), new CreateTable(PROFILES_TABLE));

  private Blog() {}

  private static Column id() {
    return Column.of("id", BasicType.of(Kind.BIGINT), false)
        .withIdentity(Optional.of(Identity.BY_DEFAULT));
  }

  private static Column text(String name, boolean nullable) {
    return Column.of(name, BasicType.varchar(255), nullable);
  }

  /** The schema with two users, each with a profile, and a log that a trigger writes. */
  static Schema fill(SqliteFile file) throws java.sql.SQLException {
    Schema schema = file.migrate(Schema.EMPTY, CREATION);
    file.execute(
        "INSERT INTO users (username, email, phone) VALUES ('ann', 'Ann@x', '0123')",
        "INSERT INTO users (username, email) VALUES ('bob', 'bob@x')",
        "INSERT INTO profiles (user_id, age, gender, interests, past) VALUES (1, 30, 'FEMALE', '[\"tea\"]', '[\"MALE\",\"FEMALE\"]')",
        "INSERT INTO profiles (user_id) VALUES (2)");
    return schema;
  }
}
