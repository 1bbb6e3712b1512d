package dev.migrator.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of Hibernate beside the classes, as Hibernate itself heeds them. */
class HibernateSettingsTest {

  private static final String VALUES =
      """
      @Entity class Thing { @Id java.util.UUID id; boolean open; Boolean shut; java.time.Duration length;
        java.time.Instant at; java.time.OffsetDateTime moment; java.time.ZonedDateTime zoned; java.time.OffsetTime time;
        java.util.List<java.util.UUID> others; java.util.List<Boolean> flags;
        @org.hibernate.annotations.JdbcTypeCode(16) boolean plain;
        @Convert(converter = org.hibernate.type.YesNoConverter.class) boolean yes;
        @ElementCollection java.util.Set<java.util.UUID> keys;
        @org.hibernate.annotations.TimeZoneStorage(org.hibernate.annotations.TimeZoneStorageType.NORMALIZE)
        java.time.OffsetDateTime normalized; }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hibernate.type.preferred_uuid_jdbc_type=CHAR",
        "hibernate.type.preferred_uuid_jdbc_type=VARCHAR",
        "hibernate.type.preferred_uuid_jdbc_type=BINARY",
        "hibernate.type.preferred_boolean_jdbc_type=CHAR",
        "hibernate.type.preferred_boolean_jdbc_type=TINYINT",
        "hibernate.type.preferred_boolean_jdbc_type=4",
        "hibernate.type.preferred_duration_jdbc_type=BIGINT",
        "hibernate.type.preferred_duration_jdbc_type=interval_second",
        "hibernate.type.preferred_instant_jdbc_type=TIMESTAMP",
        "hibernate.type.preferred_instant_jdbc_type=INSTANT",
        "hibernate.timezone.default_storage=NORMALIZE",
        "hibernate.timezone.default_storage=NORMALIZE_UTC",
        "hibernate.timezone.default_storage=COLUMN",
        "hibernate.timezone.default_storage=AUTO",
        "hibernate.use_nationalized_character_data=true"
      })
  void typesAreThoseOfTheSettings(String property) throws IOException {
    EntitySource source = source(Naming.JPA, "hibernate.properties", property, VALUES);
    EntityModel model = EntityReader.read(source);
    assertThat(model.warnings()).isEmpty();
    assertThat(PostgresqlLines.of(model.schema()))
        .isEqualTo(HibernateSchema.lines(source, new PhysicalNamingStrategyStandardImpl()));
  }

  @ParameterizedTest
  @CsvSource({
    "hibernate.properties, hibernate.physical_naming_strategy=org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy",
    "application.properties, spring.jpa.hibernate.naming.physical-strategy=org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl",
    "config/application.properties, spring.jpa.properties.hibernate.physical_naming_strategy=org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"
  })
  void namesAreThoseOfTheStrategy(String file, String property) throws IOException {
    EntitySource source =
        unnamed(
            source(
                Naming.JPA,
                file,
                property,
                "@Entity class OrderItem { @Id Long id; String shortName; @ManyToMany List<OrderItem> partsOf; }"));
    assertThat(PostgresqlLines.of(EntityReader.read(source).schema()))
        .isEqualTo(HibernateSchema.lines(source, new PhysicalNamingStrategySnakeCaseImpl()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spring.jpa.hibernate.naming.physical-strategy: STRATEGY",
        "spring: {jpa: {hibernate: {naming: {physicalStrategy: STRATEGY}}}}",
        "spring:\n  jpa:\n    properties:\n      hibernate:\n        physical_naming_strategy: STRATEGY\n",
        "spring.jpa:\n  properties:\n    '[hibernate.physical_naming_strategy]': STRATEGY\n",
        "spring.jpa.properties[hibernate.physical_naming_strategy]: STRATEGY",
        "spring:\n  jpa:\n    properties[hibernate.physical_naming_strategy]: STRATEGY\n",
        "a: &a {physical-strategy: STRATEGY}\nspring.jpa.hibernate.naming: {<<: *a}",
        """
        spring.jpa.hibernate.naming.physical-strategy: app.Other
        ---
        spring.jpa.hibernate.naming.physical-strategy: STRATEGY
        ---
        spring.config.activate.on-profile: [test, dev]
        spring.jpa.hibernate.naming.physical-strategy: default
        ---
        spring: {config: {activate: {on-profile: prod}}, jpa: {properties: {hibernate: {default_schema: shop}}}}
        """
      })
  void namesAreThoseOfSpringsYaml(String yaml) throws IOException {
    for (String file : List.of("application.yml", "config/application.yaml")) {
      EntityModel model =
          EntityReader.read(
              unnamed(
                  source(
                      Naming.JPA,
                      file,
                      yaml.replace("STRATEGY", PhysicalNamingStrategySnakeCaseImpl.class.getName()),
                      "@Entity class OrderItem { @Id Long id; String shortName; }")));
      assertThat(Model.columns(model))
          .containsExactly("id bigint not null", "short_name varchar(255)");
      assertThat(model.warnings()).isEmpty();
    }
  }

  @Test
  void aFileOfPropertiesMayHaveDocumentsToo() throws IOException {
    EntityModel model =
        EntityReader.read(
            unnamed(
                source(
                    Naming.JPA,
                    "application.properties",
                    """
                    spring.profiles.active=dev
                    #---
                    spring.config.activate.on-profile=prod
                    spring.jpa.properties.hibernate.default_schema=shop
                    #---
                    spring.jpa.properties.hibernate.globally_quoted_identifiers=true
                    """,
                    "@Entity class OrderItem { @Id Long id; String shortName; }")));
    assertThat(Model.columns(model))
        .containsExactly("id bigint not null", "shortName varchar(255)");
    assertThat(model.warnings()).isEmpty();
  }

  @Test
  void aStrategyOfOnesOwnIsWarnedOfHoweverItIsWritten() throws IOException {
    for (String strategy : List.of("physical", "implicit")) {
      String name = "hibernate.%s_naming_strategy".formatted(strategy);
      for (String yaml :
          List.of(
              "spring.jpa.hibernate.naming.%s-strategy: com.x.Mine".formatted(strategy),
              "spring.jpa.properties.%s: com.x.Mine".formatted(name),
              "spring.jpa.properties[%s]: com.x.Mine".formatted(name),
              "spring: {jpa: {properties: {'[%s]': com.x.Mine}}}".formatted(name))) {
        EntityModel model =
            EntityReader.read(
                unnamed(source(Naming.JPA, "application.yml", yaml, Model.entity(""))));
        assertThat(warnings(model))
            .containsExactly(
                "application.yml:1: %s is com.x.Mine, whose names are not known. Say with models.naming what they are like."
                    .formatted(name));
      }
    }
  }

  @Test
  void whatSpringsYamlSaysHasItsLine() throws IOException {
    String yaml =
        """
        server: {port: 8080}
        list: [1, {a: b}]
        spring:
          jpa:
            properties.hibernate:
              default_schema: shop
        """;
    EntityModel model =
        EntityReader.read(source(Naming.JPA, "application.yml", yaml, Model.entity("")));
    assertThat(warnings(model))
        .containsExactly(
            "application.yml:6: hibernate.default_schema is shop, which is not read. On PostgreSQL set database.schema to it.");
    EntitySource malformed =
        source(Naming.JPA, "application.yml", "spring:\n  jpa: @name@\n", Model.entity(""));
    assertThatThrownBy(() -> EntityReader.read(malformed))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("/application.yml:2: the file is not well-formed YAML: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hibernate.type.wrapper_array_handling=allow",
        "hibernate.type.wrapper_array_handling=legacy",
        "hibernate.type.wrapper_array_handling=pick",
        "hibernate.jpa.compliance=true"
      })
  void arraysOfWrappersAreWhatTheSettingSays(String setting) throws IOException {
    EntitySource source =
        source(
            Naming.JPA,
            "hibernate.properties",
            setting,
            Model.entity(
                "Character[] characters; @Column(length = 9) Byte[] bytes; @Lob Byte[] large; Integer[] others;"
                    + " @ElementCollection List<Character[]> all;"));
    EntityModel model = EntityReader.read(source);
    assertThat(PostgresqlLines.of(model.schema()))
        .isEqualTo(HibernateSchema.lines(source, new PhysicalNamingStrategyStandardImpl()));
    assertThat(model.warnings()).isEmpty();
  }

  @Test
  void arraysOfWrappersAreWarnedOfWhereHibernateRefusesThem() {
    assertThat(Model.read(Model.entity("Byte[] bytes; @Lob Character[] large;")).warnings())
        .extracting(ModelWarning::toString)
        .containsExactly(
            "app.Thing.bytes: Hibernate does not start with a Byte[] unless it is told what that is. Let it be a byte[], or set hibernate.type.wrapper_array_handling to 'allow'.");
  }

  @Test
  void aPersistenceUnitHasSettingsToo() throws IOException {
    Path classes =
        Model.compile("@Entity class OrderItem { @Id java.util.UUID id; String shortName; }");
    write(
        classes,
        "META-INF/persistence.xml",
        """
        <persistence version="3.0"><persistence-unit name="shop">
          <validation-mode>NONE</validation-mode>
          <properties>
            <property name="hibernate.globally_quoted_identifiers" value="true"/>
            <property name="hibernate.type.preferred_uuid_jdbc_type" value="BINARY"/>
            <property name="hibernate.default_schema" value="shop"/>
            <property name="hibernate.id.db_structure_naming_strategy" value="legacy"/>
          </properties>
        </persistence-unit></persistence>
        """);
    EntityModel model =
        EntityReader.read(
            new EntitySource(
                List.of(classes),
                List.of(),
                List.of(),
                List.of(),
                Naming.JPA,
                Set.of(NullabilityRule.JPA, NullabilityRule.VALIDATION)));
    assertThat(model.schema().tables().get(0).name().name()).isEqualTo("OrderItem");
    assertThat(Model.columns(model)).containsExactly("id bytes not null", "shortName varchar(255)");
    assertThat(warnings(model))
        .containsExactly(
            "persistence.xml:2: jakarta.persistence.validation.mode is NONE, which is not read. Leave 'validation' out of models.nullability.",
            "persistence.xml:6: hibernate.default_schema is shop, which is not read. On PostgreSQL set database.schema to it.",
            "persistence.xml:7: hibernate.id.db_structure_naming_strategy is legacy, which is not read. Name the sequences and tables of generated keys in the model, with @SequenceGenerator(sequenceName = …) or @TableGenerator(table = …).");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hibernate.auto_quote_keyword=true | is true, which is not read. Names that are words of SQL keep their capitals with it: put such a name in quotes where it has any, @Table(name = \"\\\"Order\\\"\").",
        "hibernate.mapping.default_list_semantics=LIST | is LIST, which is not read. Put @OrderColumn on the lists that have none.",
        "hibernate.type.preferred_uuid_jdbc_type=WORDS | is WORDS, for which no type of column is known. Write the types of the members that it concerns down with @Column(columnDefinition = …) or @ColumnSpec(type = …).",
        "hibernate.physical_naming_strategy=app.Mine | is app.Mine, whose names are not known. Say with models.naming what they are like.",
        "hibernate.implicit_naming_strategy=component-path | is component-path, whose names are not known. Say with models.naming what they are like."
      })
  void whatIsNotReadIsWarnedOf(String property, String sentence) throws IOException {
    EntityModel model =
        EntityReader.read(
            unnamed(source(Naming.JPA, "hibernate.properties", property, Model.entity(""))));
    assertThat(warnings(model))
        .containsExactly(
            "hibernate.properties: %s %s"
                .formatted(property.substring(0, property.indexOf('=')), sentence));
  }

  @Test
  void theConfigurationsNamesHoldAndTheOthersAreWarnedOf() throws IOException {
    EntityModel model =
        EntityReader.read(
            source(
                Naming.SNAKE_CASE_PLURAL,
                "hibernate.properties",
                "hibernate.physical_naming_strategy=org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl",
                "@Entity class OrderItem { @Id Long id; }"));
    assertThat(model.schema().tables().get(0).name().name()).isEqualTo("order_items");
    assertThat(warnings(model))
        .singleElement()
        .asString()
        .endsWith(
            "which names tables and columns otherwise than models.naming. Leave models.naming out, and the names are those of the setting.");
  }

  @Test
  void whatChangesNothingIsNotWarnedOf() throws IOException {
    EntityModel model =
        EntityReader.read(
            source(
                Naming.JPA,
                "hibernate.properties",
                """
                hibernate.show_sql=true
                hibernate.auto_quote_keyword=false
                hibernate.id.db_structure_naming_strategy=standard
                hibernate.mapping.default_list_semantics=BAG
                jakarta.persistence.validation.mode=callback, ddl
                """,
                Model.entity("")));
    assertThat(model.warnings()).isEmpty();
  }

  private static List<String> warnings(EntityModel model) {
    return model.warnings().stream()
        .map(ModelWarning::toString)
        .map(warning -> warning.replaceFirst("^\\S*/", ""))
        .toList();
  }

  private static EntitySource source(Naming naming, String file, String text, String type)
      throws IOException {
    Path classes = Model.compile(type);
    write(classes, file, text);
    return new EntitySource(
        List.of(classes),
        List.of("app"),
        List.of(),
        List.of(),
        naming,
        Set.of(NullabilityRule.JPA, NullabilityRule.VALIDATION));
  }

  private static EntitySource unnamed(EntitySource source) {
    return new EntitySource(
        source.classpath(),
        source.packages(),
        source.classes(),
        source.persistenceUnit(),
        source.mappingFiles(),
        source.exclude(),
        Optional.empty(),
        source.nullability(),
        source.schema());
  }

  private static void write(Path directory, String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
