package dev.migrator.entity.orm;

import static dev.migrator.entity.orm.Form.constantOf;
import static dev.migrator.entity.orm.Form.hibernate;
import static dev.migrator.entity.orm.Form.jpa;

import java.util.Map;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;

/**
 * The annotations that the elements of a mapping file stand for.
 *
 * @see <a href="https://jakarta.ee/xml/ns/persistence/orm/orm_3_2.xsd">the schema of orm.xml</a>
 */
final class Forms {

  private static final Form CHECK = jpa("CheckConstraint").texts("name", "constraint");

  private static final Form FOREIGN_KEY =
      jpa("ForeignKey")
          .located()
          .texts("name", "foreign-key-definition")
          .attribute("constraint-mode", "value", constantOf("ConstraintMode"));

  private static final Form UNIQUE =
      jpa("UniqueConstraint").texts("name").textList("column-name", "columnNames");

  private static final Form INDEX =
      jpa("Index").located().texts("name", "column-list", "options").flags("unique");

  private static final Form COLUMN =
      jpa("Column")
          .texts("name", "table", "column-definition", "comment")
          .flags("unique", "nullable", "insertable", "updatable")
          .numbers("length", "precision", "scale", "second-precision")
          .text("comment")
          .all("check-constraint", "check", CHECK);

  private static final Form JOIN_COLUMN =
      jpa("JoinColumn")
          .texts("name", "table", "referenced-column-name", "column-definition", "comment")
          .flags("unique", "nullable", "insertable", "updatable")
          .text("comment")
          .one("foreign-key", "foreignKey", FOREIGN_KEY)
          .all("check-constraint", "check", CHECK);

  private static final Form PRIMARY_KEY_JOIN_COLUMN =
      jpa("PrimaryKeyJoinColumn")
          .texts("name", "referenced-column-name", "column-definition")
          .one("foreign-key", "foreignKey", FOREIGN_KEY);

  private static final Form MAP_KEY_JOIN_COLUMN =
      jpa("MapKeyJoinColumn")
          .texts("name", "table", "referenced-column-name", "column-definition")
          .flags("unique", "nullable", "insertable", "updatable")
          .one("foreign-key", "foreignKey", FOREIGN_KEY);

  private static final Form JOIN_TABLE =
      jpa("JoinTable")
          .inSchema()
          .texts("comment")
          .text("comment")
          .many("join-column", "joinColumns", JOIN_COLUMN)
          .many("inverse-join-column", "inverseJoinColumns", JOIN_COLUMN)
          .one("foreign-key", "foreignKey", FOREIGN_KEY)
          .one("inverse-foreign-key", "inverseForeignKey", FOREIGN_KEY)
          .all("check-constraint", "check", CHECK)
          .all("unique-constraint", "uniqueConstraints", UNIQUE)
          .all("index", "indexes", INDEX);

  private static final Form TABLE =
      jpa("Table")
          .inSchema()
          .texts("comment")
          .text("comment")
          .all("check-constraint", "check", CHECK)
          .all("unique-constraint", "uniqueConstraints", UNIQUE)
          .all("index", "indexes", INDEX);

  private static final Form ATTRIBUTE_OVERRIDE =
      jpa("AttributeOverride").texts("name").one("column", "column", COLUMN);

  /** Hibernate takes those of a collection's elements for a map's, whatever the collection is. */
  private static final Form ELEMENT_OVERRIDE =
      jpa("AttributeOverride")
          .located()
          .attribute(
              "name",
              "name",
              (name, text) -> AnnotationValue.createStringValue(name, "value." + text))
          .one("column", "column", COLUMN);

  /** The overrides of a map's keys say so in the annotation. */
  private static final Form MAP_KEY_ATTRIBUTE_OVERRIDE =
      jpa("AttributeOverride")
          .attribute("name", "name", Forms::ofKey)
          .one("column", "column", COLUMN);

  private static final Form ASSOCIATION_OVERRIDE =
      jpa("AssociationOverride")
          .texts("name")
          .many("join-column", "joinColumns", JOIN_COLUMN)
          .one("join-table", "joinTable", JOIN_TABLE)
          .one("foreign-key", "foreignKey", FOREIGN_KEY);

  private static final Form CONVERT =
      jpa("Convert")
          .attribute("converter", "converter", Form.CLASS)
          .texts("attribute-name")
          .flags("disable-conversion");

  private static final Form MAP_KEY_CONVERT =
      jpa("Convert")
          .attribute("converter", "converter", Form.CLASS)
          .attribute("attribute-name", "attributeName", Forms::ofKey)
          .flags("disable-conversion");

  static final Form SEQUENCE_GENERATOR =
      jpa("SequenceGenerator")
          .texts("name", "sequence-name", "schema")
          .numbers("initial-value", "allocation-size");

  static final Form TABLE_GENERATOR =
      jpa("TableGenerator")
          .texts("name", "table", "schema")
          .texts("pk-column-name", "pk-column-value", "value-column-name")
          .numbers("initial-value", "allocation-size")
          .all("unique-constraint", "uniqueConstraints", UNIQUE)
          .all("index", "indexes", INDEX);

  /** What a class is. */
  static final Form ENTITY = jpa("Entity").texts("name");

  static final Form MAPPED_SUPERCLASS = jpa("MappedSuperclass");
  static final Form EMBEDDABLE = jpa("Embeddable");
  static final Form CONVERTER = jpa("Converter").flags("auto-apply");
  static final Form ACCESS = jpa("Access");

  /** What an attribute is, by the element that names it. */
  static final Map<String, Form> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("id", jpa("Id")),
          Map.entry("embedded-id", jpa("EmbeddedId")),
          Map.entry("version", jpa("Version")),
          Map.entry("basic", jpa("Basic").flags("optional")),
          Map.entry("embedded", jpa("Embedded")),
          Map.entry("transient", jpa("Transient")),
          Map.entry("many-to-one", association("ManyToOne").flags("optional")),
          Map.entry("one-to-one", association("OneToOne").flags("optional").texts("mapped-by")),
          Map.entry("one-to-many", association("OneToMany").texts("mapped-by")),
          Map.entry("many-to-many", association("ManyToMany").texts("mapped-by")),
          Map.entry(
              "element-collection",
              jpa("ElementCollection").attribute("target-class", "targetClass", Form.CLASS)));

  /** What else an element, or an attribute of one, says of a class or attribute. */
  private static final Map<String, Addition> ADDITIONS =
      Map.ofEntries(
          one("column", COLUMN),
          one("lob", jpa("Lob")),
          one("temporal", jpa("Temporal").content("value", constantOf("TemporalType"))),
          one("enumerated", jpa("Enumerated").content("value", constantOf("EnumType"))),
          one("nationalized", hibernate("Nationalized")),
          one("formula", hibernate("Formula").content("value", AnnotationValue::createStringValue)),
          one(
              "jdbc-type-code",
              hibernate("JdbcTypeCode")
                  .content(
                      "value",
                      (name, text) ->
                          AnnotationValue.createIntegerValue(name, Integer.parseInt(text)))),
          one("on-delete", hibernate("OnDelete").content("action", Forms::onDelete)),
          one(
              "generated-value",
              jpa("GeneratedValue")
                  .attribute("strategy", "strategy", constantOf("GenerationType"))
                  .texts("generator")),
          one("sequence-generator", SEQUENCE_GENERATOR),
          one("table-generator", TABLE_GENERATOR),
          one("uuid-generator", hibernate("UuidGenerator")),
          one("join-table", JOIN_TABLE),
          one(
              "collection-table",
              jpa("CollectionTable")
                  .inSchema()
                  .many("join-column", "joinColumns", JOIN_COLUMN)
                  .one("foreign-key", "foreignKey", FOREIGN_KEY)
                  .all("unique-constraint", "uniqueConstraints", UNIQUE)
                  .all("index", "indexes", INDEX)),
          one(
              "order-column",
              jpa("OrderColumn")
                  .texts("name", "column-definition")
                  .flags("nullable", "insertable", "updatable")),
          one("map-key", jpa("MapKey").texts("name")),
          one("map-key-class", jpa("MapKeyClass").attribute("class", "value", Form.CLASS)),
          one(
              "map-key-temporal",
              jpa("MapKeyTemporal").content("value", constantOf("TemporalType"))),
          one(
              "map-key-enumerated",
              jpa("MapKeyEnumerated").content("value", constantOf("EnumType"))),
          one(
              "map-key-column",
              jpa("MapKeyColumn")
                  .texts("name", "table", "column-definition")
                  .flags("unique", "nullable", "insertable", "updatable")
                  .numbers("length", "precision", "scale")),
          one("table", TABLE),
          one("id-class", jpa("IdClass").attribute("class", "value", Form.CLASS)),
          one(
              "inheritance",
              jpa("Inheritance").attribute("strategy", "strategy", constantOf("InheritanceType"))),
          one(
              "discriminator-value",
              jpa("DiscriminatorValue").content("value", AnnotationValue::createStringValue)),
          one(
              "discriminator-column",
              jpa("DiscriminatorColumn")
                  .texts("name", "column-definition")
                  .numbers("length")
                  .attribute(
                      "discriminator-type", "discriminatorType", constantOf("DiscriminatorType"))),
          list("join-column", JOIN_COLUMN, "JoinColumns"),
          list("primary-key-join-column", PRIMARY_KEY_JOIN_COLUMN, "PrimaryKeyJoinColumns"),
          list("map-key-join-column", MAP_KEY_JOIN_COLUMN, "MapKeyJoinColumns"),
          list("attribute-override", ATTRIBUTE_OVERRIDE, "AttributeOverrides"),
          list("map-key-attribute-override", MAP_KEY_ATTRIBUTE_OVERRIDE, "AttributeOverrides"),
          list("association-override", ASSOCIATION_OVERRIDE, "AssociationOverrides"),
          list("convert", CONVERT, "Converts"),
          list("map-key-convert", MAP_KEY_CONVERT, "Converts"),
          list(
              "secondary-table",
              jpa("SecondaryTable")
                  .inSchema()
                  .texts("comment")
                  .text("comment")
                  .many("primary-key-join-column", "pkJoinColumns", PRIMARY_KEY_JOIN_COLUMN)
                  .one("primary-key-foreign-key", "foreignKey", FOREIGN_KEY)
                  .one("foreign-key", "foreignKey", FOREIGN_KEY)
                  .all("check-constraint", "check", CHECK)
                  .all("unique-constraint", "uniqueConstraints", UNIQUE)
                  .all("index", "indexes", INDEX),
              "SecondaryTables"));

  private static final Addition OF_ELEMENTS =
      list("attribute-override", ELEMENT_OVERRIDE, "AttributeOverrides").getValue();

  /** What an element says of the class or attribute that it stands in, if it says something. */
  static Optional<Addition> addition(XmlElement around, XmlElement child) {
    boolean ofElements =
        around.name().equals("element-collection") && child.name().equals("attribute-override");
    return ofElements ? Optional.of(OF_ELEMENTS) : Optional.ofNullable(ADDITIONS.get(child.name()));
  }

  /**
   * An annotation beside the one that says what a class or attribute is.
   *
   * @param form how it is written
   * @param container the annotation that holds several of it; empty where it stands once
   */
  record Addition(Form form, DotName container) {

    private static final DotName NONE = DotName.createSimple("");

    /** Whether those of the file take the place of all that the class has. */
    boolean isList() {
      return !container.equals(NONE);
    }
  }

  private Forms() {}

  /** An entity's table where the file says nothing of it but the schema of all tables. */
  static AnnotationInstance unnamedTable(Document document) {
    return AnnotationInstance.create(
        TABLE.annotation(), null, document.placing(Optional.empty()).stream().toList());
  }

  private static Form association(String annotation) {
    return jpa(annotation).attribute("target-entity", "targetEntity", Form.CLASS);
  }

  private static Map.Entry<String, Addition> one(String element, Form form) {
    return Map.entry(element, new Addition(form, Addition.NONE));
  }

  private static Map.Entry<String, Addition> list(String element, Form form, String container) {
    return Map.entry(element, new Addition(form, jpa(container).annotation()));
  }

  private static AnnotationValue ofKey(String name, String text) {
    return AnnotationValue.createStringValue(name, text.startsWith("key.") ? text : "key." + text);
  }

  private static AnnotationValue onDelete(String name, String text) {
    return AnnotationValue.createEnumValue(
        name, DotName.createSimple("org.hibernate.annotations.OnDeleteAction"), text);
  }
}
