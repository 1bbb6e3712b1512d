package dev.migrator.entity;

import static dev.migrator.entity.NullabilityRule.JPA;
import static dev.migrator.entity.NullabilityRule.JSPECIFY;
import static dev.migrator.entity.NullabilityRule.VALIDATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NullabilityTest {

  private static final String JSPECIFY_IMPORT = "import org.jspecify.annotations.*; ";
  private static final String VALIDATION_IMPORT = "import jakarta.validation.constraints.*; ";

  @Test
  void keysAndVersionsNeverTakeNull() {
    String thing =
        JSPECIFY_IMPORT
            + "@Entity class Thing { @Id @Nullable @Column(nullable = true) Long id;"
            + " @Version @Nullable Integer version; }";

    assertThat(columns(Set.of(), thing))
        .containsExactly("id bigint not null", "version integer not null");
    assertThat(columns(Set.of(JPA, JSPECIFY), thing)).allMatch(line -> line.endsWith("not null"));
  }

  @Test
  void aRuleThatIsNotConfiguredIsNotHeeded() {
    String thing =
        VALIDATION_IMPORT
            + "@Entity class Thing { @Id Long id; int primitive; @NotNull String checked;"
            + " @Column(nullable = false) String declared; }";

    assertThat(columns(Set.of(), thing).stream().skip(1))
        .noneMatch(line -> line.endsWith("not null"));
    assertThat(columns(Set.of(JPA), thing))
        .contains("primitive integer not null", "declared varchar(255) not null")
        .contains("checked varchar(255)");
    assertThat(columns(Set.of(VALIDATION), thing))
        .contains("primitive integer", "declared varchar(255)", "checked varchar(255) not null");
  }

  @Test
  void jspecifyFollowsTheNearestMark() {
    List<String> columns =
        columns(
            Set.of(JPA, JSPECIFY),
            "@NullMarked package app; import org.jspecify.annotations.*;",
            JSPECIFY_IMPORT
                + "@MappedSuperclass @NullUnmarked class Base"
                + " { @Id Long id; String unmarked; @NonNull String exact; }",
            JSPECIFY_IMPORT
                + "@Entity class Thing extends Base { String marked; @Nullable String nullable;"
                + " int primitive; List<@Nullable String> holds; @Nullable List<String> list;"
                + " @Nullable String[] elements; String @Nullable [] array;"
                + " @Column(nullable = true) String written; @ManyToOne Thing parent;"
                + " @Nullable @ManyToOne Thing other; }");

    assertThat(columns)
        .containsExactly(
            "id bigint not null",
            "unmarked varchar(255)",
            "exact varchar(255) not null",
            "marked varchar(255) not null",
            "nullable varchar(255)",
            "primitive integer not null",
            "holds varchar(255)[] not null",
            "list varchar(255)[]",
            "elements varchar(255)[] not null",
            "array varchar(255)[]",
            "written varchar(255)",
            "parent_id bigint not null",
            "other_id bigint");
  }

  @Test
  void jspecifyReadsTheClassAroundAndTheGetter() {
    EntityModel model =
        Model.read(
            Set.of(JSPECIFY),
            JSPECIFY_IMPORT
                + "@NullMarked class Outer { @Entity(name = \"inner\") static class Inner {"
                + " @Id public Long getId() { return 1L; } public void setId(Long id) { }"
                + " public String getName() { return \"\"; } public void setName(String name) { }"
                + " public @Nullable String getNick() { return null; }"
                + " public void setNick(@Nullable String nick) { } } }");

    assertThat(Model.columns(model))
        .containsExactly("id bigint not null", "name varchar(255) not null", "nick varchar(255)");
  }

  @Test
  void validationIsReadAsHibernateDoes() {
    List<String> columns =
        columns(
            Set.of(VALIDATION),
            VALIDATION_IMPORT
                + "@NotNull @Size(max = 12) @java.lang.annotation.Retention("
                + "java.lang.annotation.RetentionPolicy.RUNTIME) @interface Code { }",
            VALIDATION_IMPORT
                + "@Entity class Thing { @Id Long id; @NotBlank String blank;"
                + " @NotEmpty List<String> filled; @Size(max = 50) String sized; @Code String code;"
                + " @Digits(integer = 5, fraction = 2) java.math.BigDecimal price;"
                + " @NotNull(groups = Runnable.class) String grouped; String late;"
                + " @NotNull public String getLate() { return late; } }");

    assertThat(columns)
        .containsExactly(
            "id bigint not null",
            "blank varchar(255) not null",
            "filled varchar(255)[] not null",
            "sized varchar(50)",
            "code varchar(12) not null",
            "price numeric(7,2)",
            "grouped varchar(255)",
            "late varchar(255) not null");
  }

  @Test
  void minimumAndMaximumAreOneCheckAsInHibernate() {
    EntityModel model =
        Model.read(
            VALIDATION_IMPORT + "@Entity class Thing { @Id Long id; @Min(1) @Max(9) int order; }");

    assertThat(Model.constraints(model.schema().tables().get(0)))
        .contains("check ((\"order\" >= 1) and (\"order\" <= 9))");
  }

  private static List<String> columns(Set<NullabilityRule> rules, String... types) {
    return Model.columns(Model.read(rules, types));
  }
}
