package dev.migrator.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.schema.EnumType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.RenameHint;
import dev.migrator.schema.Table;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Migrator's own annotations say. */
class AnnotationsTest {

  private static final String REUSABLE =
      "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) ";

  @Test
  void columnSpecSaysEverythingOfAColumn() {
    EntityModel model =
        Model.read(
            Model.entity(
                "@ColumnSpec(name = \"price\", type = \"numeric(10, 2)\", nullable = false,"
                    + " unique = true, check = \"price > 0\", comment = \"net\") String amount;"
                    + " @ColumnSpec(length = 40) String name;"));

    assertThat(Model.columns(model))
        .containsExactly(
            "id bigint not null", "price numeric(10,2) not null comment 'net'", "name varchar(40)");
    assertThat(constraints(model)).contains("unique (price)", "check (price > 0)");
  }

  @Test
  void aReusableColumnMayBeMadeOfOthers() {
    EntityModel model =
        Model.read(
            REUSABLE + "@ColumnSpec(unique = true, length = 100) @interface Unique { }",
            REUSABLE
                + "@Unique @ColumnSpec(length = 50, nullable = false) @ServerDefault(\"''\")"
                + " @Indexed(expression = \"lower(code)\") @interface Code { }",
            Model.entity("@Code String code; @Code @Column(length = 9) String shorter;"));

    assertThat(Model.columns(model))
        .contains("code varchar(50) not null default ''", "shorter varchar(9) not null default ''");
    assertThat(constraints(model))
        .contains("unique (code)", "unique (shorter)", "index ((lower(code)))");
  }

  @Test
  void defaultsMayDifferByDatabase() {
    Table table =
        Model.read(
                Model.entity(
                    "@ServerDefault(postgresql = \"gen_random_uuid()\", sqlite = \"'x'\") UUID a;"))
            .schema()
            .tables()
            .get(0);

    assertThat(table.columns().get(1).defaultValue())
        .contains(
            new Expression.PerDialect(Map.of("postgresql", "gen_random_uuid()", "sqlite", "'x'")));
    assertThatThrownBy(
            () -> Model.columnsOf("@ServerDefault(value = \"1\", sqlite = \"2\") int both;"))
        .hasMessageStartingWith("app.Thing.both: @ServerDefault needs either one expression");
  }

  @Test
  void indexesStandOnMembersAndEntities() {
    EntityModel model =
        Model.read(
            "@Entity @Indexed(columns = {\"owner_id\", \"title desc\"}, include = \"rank\")"
                + " class Thing { @Id Long id;"
                + " @Indexed @Indexed(name = \"ix_low\", expression = \"lower(title)\") String title;"
                + " @Indexed(unique = true, where = \"rank > 0\") int rank;"
                + " @Indexed(using = \"gin\") List<String> tags; @Indexed @ManyToOne Thing owner; }");

    assertThat(constraints(model))
        .contains(
            "index (title)",
            "ix_low: index ((lower(title)))",
            "unique index (rank) where rank > 0",
            "index using gin (tags)",
            "index (owner_id)",
            "index (owner_id, title desc) include (rank)");
  }

  @Test
  void anIndexOnAMissingColumnNamesTheNearest() {
    assertThatThrownBy(
            () -> Model.read("@Entity @Indexed(columns = \"titel\") class A { @Id Long title; }"))
        .hasMessage("app.A: the table a has no column 'titel'. Did you mean 'title'?");
  }

  @Test
  void constraintsMayUseTheAttributesName() {
    EntityModel model =
        Model.read(
            Naming.SNAKE_CASE_PLURAL,
            "@Entity @Table(uniqueConstraints = @UniqueConstraint(name = \"UqThing\","
                + " columnNames = {\"givenName\", \"family_name\"})) class Thing {"
                + " @Id Long id; String givenName; String familyName; }");

    assertThat(constraints(model)).contains("uqthing: unique (given_name, family_name)");
  }

  @Test
  void jsonIsKeptAsADocument() {
    assertThat(
            Model.columnsOf(
                "static class Notes { } @Json Notes notes; Map<String, Object> free;"
                    + " @Json List<String> list;"))
        .containsExactly("notes jsonb", "free jsonb", "list jsonb");
  }

  @Test
  void databaseEnumsAreSharedAndKeepTheirOrder() {
    EntityModel model =
        Model.read(
            "@DatabaseEnum(name = \"size_enum\") enum Size { SMALL, LARGE, MEDIUM }",
            "@DatabaseEnum enum Colour { RED }",
            "import org.hibernate.annotations.JdbcTypeCode; import org.hibernate.type.SqlTypes;"
                + " @Entity class Thing { @Id Long id;"
                + " @JdbcTypeCode(SqlTypes.NAMED_ENUM) Size size; Size unbound; List<Size> sizes;"
                + " @DatabaseEnum(name = \"other\", schema = \"app\") Size named; Colour colour; }");

    assertThat(Model.columns(model))
        .contains(
            "size enum(size_enum)",
            "sizes enum(size_enum)[]",
            "named enum(app.other)",
            "colour enum(colour)");
    assertThat(model.schema().enums())
        .contains(
            new EnumType(QualifiedName.of("size_enum"), List.of("SMALL", "LARGE", "MEDIUM")),
            new EnumType(QualifiedName.of("app", "other"), List.of("SMALL", "LARGE", "MEDIUM")));
    assertThat(model.warnings())
        .extracting(ModelWarning::subject)
        .containsExactly(
            "app.Thing.colour", "app.Thing.named", "app.Thing.sizes", "app.Thing.unbound");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                             | numbers (the constants' positions)",
        "@Enumerated                                  | numbers (the constants' positions)",
        "@Enumerated(EnumType.STRING)                 | varchars (the constants' names)",
        "@org.hibernate.annotations.JdbcTypeCode(12)  | varchars (the constants' names)",
        "@org.hibernate.annotations.JdbcTypeCode(4)   | numbers (the constants' positions)"
      })
  void anEnumThatHibernateBindsOtherwiseIsWarnedOf(@Nullable String annotation, String bound) {
    EntityModel model =
        Model.read(
            "@DatabaseEnum enum Size { SMALL }",
            Model.entity((annotation == null ? "" : annotation) + " Size size;"));
    assertThat(model.warnings())
        .extracting(ModelWarning::sentence)
        .containsExactly(
            "Hibernate binds %s here, which the enum's column does not take. Add @JdbcTypeCode(SqlTypes.NAMED_ENUM)."
                .formatted(bound));
  }

  @Test
  void renamesAreHints() {
    EntityModel model =
        Model.read(
            "@DatabaseEnum(name = \"kind\") enum Kind { OLD, @RenamedFrom(\"NEU\") NEW }",
            "@MappedSuperclass class Base { @Id Long id; @RenamedFrom(\"made\") String created; }",
            "@Entity @RenamedFrom(\"People\") class Person extends Base {"
                + " Kind kind; @RenamedFrom(\"boss_id\") @ManyToOne Person chief; }");

    assertThat(model.hints().renames())
        .containsExactlyInAnyOrder(
            new RenameHint.OfTable(QualifiedName.of("people"), QualifiedName.of("person")),
            new RenameHint.OfColumn(QualifiedName.of("person"), "made", "created"),
            new RenameHint.OfColumn(QualifiedName.of("person"), "boss_id", "chief_id"),
            new RenameHint.OfEnumValue(QualifiedName.of("kind"), "NEU", "NEW"));
  }

  @Test
  void generatorsThatShapeTheDatabaseByCodeAreWarnedOf() {
    EntityModel model =
        Model.read(
            "import org.hibernate.boot.model.relational.Database; import org.hibernate.engine.spi.SharedSessionContractImplementor;"
                + " class Exporting extends Clock { public void registerExportables(Database database) {} }",
            "import org.hibernate.engine.spi.SharedSessionContractImplementor;"
                + " class Clock implements org.hibernate.id.IdentifierGenerator {"
                + " public Object generate(SharedSessionContractImplementor session, Object owner) { return 1L; } }",
            "class Naming extends org.hibernate.id.enhanced.SequenceStyleGenerator {"
                + " protected int determineInitialValue(java.util.Properties given) { return 7; } }",
            "@org.hibernate.annotations.IdGeneratorType(Naming.class)"
                + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) @interface Named {}",
            generated("Exported", "Exporting"),
            generated("Timed", "Clock"),
            "@Entity class Counted { @Id @Named Long id; }");

    assertThat(model.schema().sequences())
        .extracting(sequence -> sequence.name().name())
        .containsExactly("counted_seq");
    assertThat(model.warnings())
        .extracting(ModelWarning::toString)
        .containsExactly(
            "app.Counted.id: its generator app.Naming shapes the database by code (determineInitialValue), which is not read: the sequence or table that it needs may be missing or be another one. Create that by hand, and name it under 'exclude'.",
            "app.Exported.id: its generator app.Exporting shapes the database by code (registerExportables), which is not read: the sequence or table that it needs may be missing or be another one. Create that by hand, and name it under 'exclude'.");
  }

  private static String generated(String entity, String generator) {
    return "@Entity class %s { @Id @GeneratedValue(generator = \"own\") @org.hibernate.annotations.GenericGenerator(name = \"own\", type = %s.class) Long id; }"
        .formatted(entity, generator);
  }

  /** The first of these that the database has acts. */
  @Test
  void aTableMayHaveBeenInAnotherSchema() {
    EntityModel model =
        Model.read(
            "@Entity @Table(schema = \"hr\") @RenamedFrom(\"person\") class Person { @Id Long id; }",
            "@Entity @RenamedFrom(\"hr.desks\") class Desk { @Id Long id; }");

    assertThat(model.hints().renames())
        .containsExactlyInAnyOrder(
            new RenameHint.OfTable(QualifiedName.of("person"), QualifiedName.of("hr", "person")),
            new RenameHint.OfTable(QualifiedName.of("hr.desks"), QualifiedName.of("desk")),
            new RenameHint.OfTable(QualifiedName.of("hr", "desks"), QualifiedName.of("desk")));
  }

  @Test
  void whatHibernateDoesNotSeeOfARecordBehindAGetterIsWarnedOf() {
    String record = "record Spot(@Column(name = \"east\") int x, @ServerDefault(\"7\") int y) {}";
    String thing =
        "@Entity class Thing { @Id public Long getId() { return 1L; } public Spot getSpot() { return null; } }";

    EntityModel model = Model.read(thing, "@Embeddable " + record);

    assertThat(Model.columns(Model.table(model.schema(), "thing")))
        .anyMatch(column -> column.startsWith("x "))
        .noneMatch(column -> column.startsWith("east "));
    assertThat(model.warnings())
        .extracting(ModelWarning::toString)
        .containsExactly(
            "app.Spot.x: @Column is not read, as Hibernate 7 does not, since getters are mapped where the record is used. Add @Access(AccessType.FIELD) to the record.");
    assertThat(Model.read(thing, "@Embeddable @Access(AccessType.FIELD) " + record).warnings())
        .isEmpty();
  }

  private static List<String> constraints(EntityModel model) {
    return Model.constraints(model.schema().tables().get(0));
  }
}
