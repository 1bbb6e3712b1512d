package dev.migrator.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.junit.jupiter.api.Test;

/** Mapping files, as Hibernate reads them beside the same classes. */
class MappingFileTest {

  @Test
  void aClassWithoutAnnotationIsAnEntity() throws IOException {
    agree(
        """
        <package>app</package>
        <entity class="Thing" metadata-complete="true" access="FIELD">
          <table name="things" comment="what there is">
            <unique-constraint name="by_name"><column-name>name</column-name></unique-constraint>
            <index name="by_size" column-list="size"/>
          </table>
          <attributes>
            <id name="id"><generated-value strategy="IDENTITY"/></id>
            <basic name="name" optional="false"><column length="40"/></basic>
            <basic name="price"><column name="cost" precision="9" scale="3" nullable="false"/></basic>
            <basic name="made"><temporal>DATE</temporal></basic>
            <basic name="text"><lob/></basic>
            <basic name="state"><enumerated>STRING</enumerated></basic>
            <version name="version"/>
            <transient name="ignored"/>
          </attributes>
        </entity>
        """,
        "enum State { ON, OFF }",
        """
        class Thing { Long id; String name; int size; java.math.BigDecimal price; Date made;
          String text; State state; int version; String ignored; }
        """);
  }

  @Test
  void aFileSaysOtherwiseThanTheClass() throws IOException {
    agree(
        """
        <entity class="app.Thing">
          <table name="things"/>
          <attributes>
            <basic name="name"><column name="title"/></basic>
            <basic name="code"><column unique="true"/></basic>
            <transient name="ignored"/>
          </attributes>
        </entity>
        """,
        Model.entity(
            "@Column(name = \"label\", length = 30, nullable = false) String name; @Basic(optional"
                + " = false) String code; String ignored; @Column(unique = true) String other;"));
  }

  @Test
  void completeMetadataLeavesAnnotationsOut() throws IOException {
    agree(
        """
        <entity class="app.Thing" metadata-complete="true" access="FIELD">
          <attributes><id name="id"/></attributes>
        </entity>
        """,
        "@Entity @Table(name = \"other\") class Thing { @Id Long id; @Transient String name;"
            + " @Column(name = \"b\", nullable = false) String code; }");
  }

  @Test
  void aUnitMayBeCompleteAsAWhole() throws IOException {
    agree(
        """
        <persistence-unit-metadata>
          <xml-mapping-metadata-complete/>
          <persistence-unit-defaults><access>FIELD</access></persistence-unit-defaults>
        </persistence-unit-metadata>
        <entity class="app.Thing"><attributes><id name="id"/></attributes></entity>
        """,
        "@Entity @Table(name = \"other\") class Thing { @Id Long id; @Column(name = \"b\") String"
            + " code; }");
  }

  @Test
  void attributesAreReadFromGettersWhereNothingIsSaid() throws IOException {
    agree(
        """
        <entity class="app.Thing" metadata-complete="true">
          <attributes>
            <id name="id"/>
            <basic name="title" access="FIELD"><column name="heading"/></basic>
          </attributes>
        </entity>
        """,
        """
        class Thing { Long hidden; String title; boolean on;
          public Long getId() { return hidden; } public void setId(Long id) {}
          public boolean isOpen() { return on; } public void setOpen(boolean open) {} }
        """);
  }

  @Test
  void associations() throws IOException {
    agree(
        """
        <package>app</package>
        <entity class="Thing">
          <attributes>
            <many-to-one name="owner" optional="false">
              <join-column name="owned_by" referenced-column-name="id"/>
            </many-to-one>
            <one-to-one name="other"><join-column name="other_id" nullable="false"/></one-to-one>
          </attributes>
        </entity>
        """,
        "@Entity class Owner { @Id Long id; }",
        Model.entity("Owner owner; @OneToOne @JoinColumn(name = \"replaced\") Owner other;"));
  }

  @Test
  void embeddablesAndOverrides() throws IOException {
    agree(
        """
        <package>app</package>
        <entity class="Thing" metadata-complete="true" access="FIELD">
          <attributes>
            <embedded-id name="key">
              <attribute-override name="number"><column name="no"/></attribute-override>
            </embedded-id>
            <embedded name="price">
              <attribute-override name="amount">
                <column name="price_amount" precision="9" scale="2"/>
              </attribute-override>
              <association-override name="bank"><join-column name="bank_no"/></association-override>
            </embedded>
          </attributes>
        </entity>
        <embeddable class="Money">
          <attributes>
            <basic name="currency"><column length="3"/></basic>
            <many-to-one name="bank"/>
          </attributes>
        </embeddable>
        <embeddable class="Key"/>
        """,
        "class Thing { Key key; Money price; }",
        "class Key implements java.io.Serializable { int number; String series; }",
        "class Money { java.math.BigDecimal amount; String currency; Bank bank; }",
        "@Entity class Bank { @Id Long id; }");
  }

  @Test
  void hierarchies() throws IOException {
    agree(
        """
        <package>app</package>
        <sequence-generator name="all" sequence-name="numbers" allocation-size="10"/>
        <mapped-superclass class="Base" access="FIELD">
          <attributes>
            <id name="id"><generated-value strategy="SEQUENCE" generator="all"/></id>
          </attributes>
        </mapped-superclass>
        <entity class="Animal" access="FIELD">
          <inheritance strategy="JOINED"/>
          <discriminator-column name="kind" length="10"/>
          <attributes><basic name="name"/></attributes>
        </entity>
        <entity class="Dog" access="FIELD">
          <secondary-table name="tags"><primary-key-join-column name="dog"/></secondary-table>
          <primary-key-join-column name="animal"/>
          <discriminator-value>dog</discriminator-value>
          <attributes><basic name="tag"><column table="tags"/></basic></attributes>
        </entity>
        """,
        "class Base { Long id; }",
        "class Animal extends Base { String name; }",
        "class Dog extends Animal { String tag; }");
  }

  @Test
  void collections() throws IOException {
    agree(
        """
        <package>app</package>
        <entity class="Thing" access="FIELD">
          <attributes>
            <one-to-many name="parts">
              <order-column name="position"/>
              <join-column name="thing_no"/>
            </one-to-many>
            <many-to-many name="others" target-entity="Part">
              <join-table name="thing_parts">
                <join-column name="thing"/><inverse-join-column name="part"/>
              </join-table>
            </many-to-many>
            <element-collection name="labels">
              <map-key-column name="language" length="5"/>
              <column name="label" nullable="false"/>
              <collection-table name="labels"><join-column name="thing"/></collection-table>
            </element-collection>
            <element-collection name="days">
              <map-key-enumerated>STRING</map-key-enumerated>
              <temporal>DATE</temporal>
            </element-collection>
          </attributes>
        </entity>
        """,
        Model.entity(
            "List<Part> parts; Set others; Map<String, String> labels; Map<State, Date> days;"),
        "@Entity class Part { @Id Long id; }",
        "enum State { ON, OFF }");
  }

  @Test
  void keysFromTablesAndOtherEntities() throws IOException {
    agree(
        """
        <package>app</package>
        <entity class="Thing" access="FIELD">
          <attributes>
            <id name="id">
              <generated-value strategy="TABLE" generator="keys"/>
              <table-generator name="keys" table="numbers" pk-column-name="of" value-column-name="next"/>
            </id>
          </attributes>
        </entity>
        <entity class="Detail" access="FIELD">
          <attributes>
            <id name="number"/>
            <one-to-one name="thing" maps-id=""/>
          </attributes>
        </entity>
        <entity class="Line" access="FIELD">
          <id-class class="app.LineKey"/>
          <attributes>
            <id name="number"/>
            <many-to-one name="thing" id="true"/>
          </attributes>
        </entity>
        <converter class="app.Upper" auto-apply="true"/>
        """,
        "class Thing { Long id; Name name; }",
        "class Detail { Long number; Thing thing; }",
        "class Line { int number; Thing thing; }",
        "class LineKey implements java.io.Serializable { int number; Long thing; }",
        "class Name {}",
        """
        class Upper implements AttributeConverter<Name, Integer> {
          public Integer convertToDatabaseColumn(Name name) { return 1; }
          public Name convertToEntityAttribute(Integer number) { return null; } }
        """);
  }

  @Test
  void tablesAreInTheSchemaOfTheFile() throws IOException {
    Path classes =
        model(
            "<schema>shop</schema><entity class=\"app.Thing\"/>",
            Model.entity("String name;"),
            "@Entity class Other { @Id Long id; }");
    assertThat(
            EntityReader.read(Model.on(Model.DEFAULTS, classes)).schema().tables().stream()
                .map(table -> table.name().toString()))
        .containsExactly("other", "shop.thing");
  }

  @Test
  void whatIsNotReadIsSaid() throws IOException {
    Path classes =
        model(
            """
            <entity class="app.Thing" rowid="x">
              <attributes>
                <basic name="name"><column name="x" default="1"/></basic>
                <any name="anything"/>
              </attributes>
            </entity>
            <database-object/>
            """,
            Model.entity("String name;"));
    assertThat(EntityReader.read(Model.on(Model.DEFAULTS, classes)).warnings())
        .map(ModelWarning::toString)
        .containsExactly(
            classes
                + "/META-INF/orm.xml:2: rowid of <entity> is not read. What it maps is missing from"
                + " the schema.",
            classes
                + "/META-INF/orm.xml:4: default of <column> is not read. What it maps is missing"
                + " from the schema.",
            classes
                + "/META-INF/orm.xml:5: <any> is not read. What it maps is missing from the"
                + " schema.",
            classes
                + "/META-INF/orm.xml:8: <database-object> is not read. What it maps is missing from"
                + " the schema.");
  }

  @Test
  void whatIsReadInPartIsSaidWithItsPlace() throws IOException {
    Path classes =
        model(
            """
            <entity class="app.Thing" access="FIELD">
              <table>
                <index column-list="name" options="where name is not null"/>
                <index column-list="name" options="tablespace x"/>
              </table>
              <attributes>
                <many-to-many name="others">
                  <join-table><join-column name="other_id">
                    <foreign-key foreign-key-definition="foreign key (other_id) references thing on delete cascade deferrable"/>
                  </join-column></join-table>
                </many-to-many>
              </attributes>
            </entity>
            """,
            Model.entity("String name; List<Thing> others;"));
    assertThat(EntityReader.read(Model.on(Model.DEFAULTS, classes)).warnings())
        .map(ModelWarning::toString)
        .containsExactly(
            classes + "/META-INF/orm.xml:5: @Index(options = …) is not read.",
            classes
                + "/META-INF/orm.xml:10: of @ForeignKey(foreignKeyDefinition = …) only ON DELETE and ON UPDATE are read.");
  }

  @Test
  void whatHibernatePassesOverIsNotRead() throws IOException {
    Path classes =
        model(
            """
            <entity class="app.Thing" access="FIELD">
              <attributes>
                <many-to-one name="other">
                  <join-column name="other_id"><foreign-key name="fk_other"/></join-column>
                </many-to-one>
                <element-collection name="legs">
                  <attribute-override name="a"><column name="from_a"/></attribute-override>
                </element-collection>
                <element-collection name="byName">
                  <attribute-override name="a"><column name="from_a"/></attribute-override>
                </element-collection>
              </attributes>
            </entity>
            """,
            "@Embeddable class Leg { String a; }",
            Model.entity("Thing other; List<Leg> legs; Map<String, Leg> byName;"));
    EntityModel read = EntityReader.read(Model.on(Model.DEFAULTS, classes));
    assertThat(PostgresqlLines.of(read.schema()))
        .isEqualTo(
            HibernateSchema.lines(
                Model.on(Model.DEFAULTS, classes), new PhysicalNamingStrategyStandardImpl()));
    assertThat(read.warnings())
        .map(ModelWarning::toString)
        .containsExactlyInAnyOrder(
            classes
                + "/META-INF/orm.xml:5: the @ForeignKey of a @JoinColumn within @JoinColumns, which <join-column> stands for, is not read; Hibernate does not read it either. Put it on @JoinColumns.",
            classes
                + "/META-INF/orm.xml:8: the override of 'value.a' is not read; Hibernate does not read it either. Only what a map holds is called so: name it in an annotation without 'value.'.");
  }

  @Test
  void mistakesHaveTheirPlace() throws IOException {
    refused(
        "<entity class=\"app.Thing\"><attributes>\n<basic name=\"nam\"/></attributes></entity>",
        "/META-INF/orm.xml:3: app.Thing has no attribute 'nam'. Did you mean 'name'?");
    refused(
        "<entity class=\"app.Thing\"><attributes>\n"
            + "<basic name=\"name\"><column length=\"x\"/></basic></attributes></entity>",
        "/META-INF/orm.xml:3: 'x' is not a number.");
    refused("<entity", "/META-INF/orm.xml:3: the file is not well-formed XML: ");
    refused(
        "<entity class=\"app.Missing\"/>",
        "class app.Missing, mapped at ",
        "/META-INF/orm.xml:2, is not on the class path (");
    refused(
        "<entity class=\"app.Thing\"/>\n<embeddable class=\"app.Thing\"/>",
        "/META-INF/orm.xml:3: app.Thing is mapped here and at ",
        "/META-INF/orm.xml:2. Remove one of them; if each is of another unit in META-INF/persistence.xml, name the unit that counts: models.persistence_unit.");
  }

  @Test
  void nothingOutsideOfAFileIsRead() throws IOException {
    Path secret = Files.createTempFile("secret", ".txt");
    Path classes = Model.compile(Model.entity("String name;"));
    Files.createDirectories(classes.resolve("META-INF"));
    Files.writeString(
        classes.resolve("META-INF/orm.xml"),
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]><entity-mappings><package>&e;</package></entity-mappings>"
            .formatted(secret.toUri()));
    assertThatThrownBy(() -> EntityReader.read(Model.on(Model.DEFAULTS, classes)))
        .hasMessageContaining("META-INF/orm.xml:1: the file is not well-formed XML: ");
    Files.delete(secret);
  }

  private static void refused(String mappings, String... parts) throws IOException {
    Path classes = model(mappings, Model.entity("String name;"));
    assertThatThrownBy(() -> EntityReader.read(Model.on(Model.DEFAULTS, classes)))
        .hasMessageContainingAll(parts);
  }

  private static void agree(String mappings, String... types) throws IOException {
    EntitySource source =
        new EntitySource(
            List.of(model(mappings, types)),
            List.of("app"),
            List.of(),
            List.of(),
            Naming.JPA,
            Set.of(NullabilityRule.JPA));
    EntityModel model = EntityReader.read(source);
    assertThat(model.warnings()).isEmpty();
    assertThat(PostgresqlLines.of(model.schema()))
        .isEqualTo(HibernateSchema.lines(source, new PhysicalNamingStrategyStandardImpl()));
  }

  private static Path model(String mappings, String... types) throws IOException {
    Path classes = Model.compile(types);
    Files.createDirectories(classes.resolve("META-INF"));
    Files.writeString(
        classes.resolve("META-INF/orm.xml"),
        """
        <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.2">
        %s
        </entity-mappings>
        """
            .formatted(mappings.strip()));
    return classes;
  }
}
