package dev.migrator.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.schema.EnumType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlogTest {

  private final EntityModel model =
      EntityReader.read(
          new EntitySource(
              List.of(Path.of("target/example-classes")),
              List.of("com.example.blog"),
              List.of(),
              List.of(),
              Naming.SNAKE_CASE_PLURAL,
              Set.of(NullabilityRule.values())));

  private final Schema schema = model.schema();

  @Test
  void usersHaveUniqueNamesAndAddresses() {
    assertThat(Model.columns(Model.table(schema, "users")))
        .containsExactly(
            "id bigint not null identity",
            "created_at timestamp not null default now()",
            "updated_at timestamp not null default now()",
            "username varchar(255) not null",
            "email varchar(255) not null",
            "password varchar(255) not null",
            "phone varchar(255)");
    assertThat(Model.constraints(Model.table(schema, "users")))
        .containsExactlyInAnyOrder("primary key (id)", "unique (username)", "unique (email)");
  }

  @Test
  void profilesGoWithTheirUser() {
    assertThat(Model.columns(Model.table(schema, "profiles")))
        .containsExactly(
            "id bigint not null identity",
            "created_at timestamp not null default now()",
            "updated_at timestamp not null default now()",
            "name varchar(255)",
            "surname varchar(255)",
            "age integer",
            "gender enum(gender_enum) not null default 'UNDEFINED'",
            "interests varchar(255)[] not null",
            "contacts jsonb not null",
            "user_id bigint not null");
    assertThat(Model.constraints(Model.table(schema, "profiles")))
        .containsExactlyInAnyOrder(
            "primary key (id)",
            "unique (user_id)",
            "foreign key (user_id) references users (id) on delete cascade");
  }

  @Test
  void postsAndCommentsReferToTheirUser() {
    assertThat(Model.columns(Model.table(schema, "posts")))
        .contains(
            "title varchar(255) not null", "content text not null", "user_id bigint not null");
    assertThat(Model.columns(Model.table(schema, "comments")))
        .endsWith("post_id bigint not null", "user_id bigint not null");
    assertThat(Model.constraints(Model.table(schema, "comments")))
        .containsExactlyInAnyOrder(
            "primary key (id)",
            "foreign key (post_id) references posts (id)",
            "foreign key (user_id) references users (id)");
  }

  @Test
  void theGenderIsOneEnumInDeclarationOrder() {
    assertThat(schema.enums())
        .contains(
            new EnumType(
                QualifiedName.of("gender_enum"),
                List.of("MALE", "FEMALE", "NON_BINARY", "UNDEFINED")));
    assertThat(model.warnings()).isEmpty();
  }
}
