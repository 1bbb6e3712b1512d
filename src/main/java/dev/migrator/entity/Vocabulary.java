package dev.migrator.entity;

import org.jboss.jandex.DotName;

/** The names of the annotations that are read. */
final class Vocabulary {

  // jakarta.persistence
  static final DotName ENTITY = jpa("Entity");
  static final DotName MAPPED_SUPERCLASS = jpa("MappedSuperclass");
  static final DotName EMBEDDABLE = jpa("Embeddable");
  static final DotName TABLE = jpa("Table");
  static final DotName ACCESS = jpa("Access");
  static final DotName TRANSIENT = jpa("Transient");
  static final DotName ID = jpa("Id");
  static final DotName EMBEDDED_ID = jpa("EmbeddedId");
  static final DotName EMBEDDED = jpa("Embedded");
  static final DotName ID_CLASS = jpa("IdClass");
  static final DotName MAPS_ID = jpa("MapsId");
  static final DotName INHERITANCE = jpa("Inheritance");
  static final DotName DISCRIMINATOR_COLUMN = jpa("DiscriminatorColumn");
  static final DotName DISCRIMINATOR_VALUE = jpa("DiscriminatorValue");
  static final DotName SECONDARY_TABLE = jpa("SecondaryTable");
  static final DotName SECONDARY_TABLES = jpa("SecondaryTables");
  static final DotName PRIMARY_KEY_JOIN_COLUMN = jpa("PrimaryKeyJoinColumn");
  static final DotName PRIMARY_KEY_JOIN_COLUMNS = jpa("PrimaryKeyJoinColumns");
  static final DotName ATTRIBUTE_OVERRIDE = jpa("AttributeOverride");
  static final DotName ATTRIBUTE_OVERRIDES = jpa("AttributeOverrides");
  static final DotName ASSOCIATION_OVERRIDE = jpa("AssociationOverride");
  static final DotName ASSOCIATION_OVERRIDES = jpa("AssociationOverrides");
  static final DotName CONVERT = jpa("Convert");
  static final DotName CONVERTS = jpa("Converts");
  static final DotName GENERATED_VALUE = jpa("GeneratedValue");
  static final DotName VERSION = jpa("Version");
  static final DotName BASIC = jpa("Basic");
  static final DotName COLUMN = jpa("Column");
  static final DotName LOB = jpa("Lob");
  static final DotName TEMPORAL = jpa("Temporal");
  static final DotName ENUMERATED = jpa("Enumerated");
  static final DotName ENUMERATED_VALUE = jpa("EnumeratedValue");
  static final DotName MANY_TO_ONE = jpa("ManyToOne");
  static final DotName ONE_TO_ONE = jpa("OneToOne");
  static final DotName ONE_TO_MANY = jpa("OneToMany");
  static final DotName MANY_TO_MANY = jpa("ManyToMany");
  static final DotName ELEMENT_COLLECTION = jpa("ElementCollection");
  static final DotName COLLECTION_TABLE = jpa("CollectionTable");
  static final DotName JOIN_TABLE = jpa("JoinTable");
  static final DotName ORDER_COLUMN = jpa("OrderColumn");
  static final DotName MAP_KEY = jpa("MapKey");
  static final DotName MAP_KEY_CLASS = jpa("MapKeyClass");
  static final DotName MAP_KEY_COLUMN = jpa("MapKeyColumn");
  static final DotName MAP_KEY_ENUMERATED = jpa("MapKeyEnumerated");
  static final DotName MAP_KEY_TEMPORAL = jpa("MapKeyTemporal");
  static final DotName MAP_KEY_JOIN_COLUMN = jpa("MapKeyJoinColumn");
  static final DotName MAP_KEY_JOIN_COLUMNS = jpa("MapKeyJoinColumns");
  static final DotName JOIN_COLUMN = jpa("JoinColumn");
  static final DotName JOIN_COLUMNS = jpa("JoinColumns");

  // org.hibernate.annotations, read by name
  static final DotName HIBERNATE_ANY = hibernate("Any");
  static final DotName HIBERNATE_ANY_DISCRIMINATOR = hibernate("AnyDiscriminator");
  static final DotName HIBERNATE_ANY_KEY_JAVA_CLASS = hibernate("AnyKeyJavaClass");
  static final DotName HIBERNATE_ANY_KEY_JAVA_TYPE = hibernate("AnyKeyJavaType");
  static final DotName HIBERNATE_ANY_KEY_JDBC_TYPE = hibernate("AnyKeyJdbcType");
  static final DotName HIBERNATE_ANY_KEY_JDBC_TYPE_CODE = hibernate("AnyKeyJdbcTypeCode");
  static final DotName HIBERNATE_CHECK = hibernate("Check");
  static final DotName HIBERNATE_CHECKS = hibernate("Checks");
  static final DotName HIBERNATE_COLLECTION_ID = hibernate("CollectionId");
  static final DotName HIBERNATE_COLUMN_DEFAULT = hibernate("ColumnDefault");
  static final DotName HIBERNATE_COMMENT = hibernate("Comment");
  static final DotName HIBERNATE_COMPOSITE_TYPE = hibernate("CompositeType");
  static final DotName HIBERNATE_EMBEDDED_TABLE = hibernate("EmbeddedTable");
  static final DotName HIBERNATE_PARENT = hibernate("Parent");
  static final DotName HIBERNATE_PROPERTY_REF = hibernate("PropertyRef");
  static final DotName HIBERNATE_DISCRIMINATOR_OPTIONS = hibernate("DiscriminatorOptions");
  static final DotName HIBERNATE_DISCRIMINATOR_FORMULA = hibernate("DiscriminatorFormula");
  static final DotName HIBERNATE_FORMULA = hibernate("Formula");
  static final DotName HIBERNATE_JDBC_TYPE = hibernate("JdbcType");
  static final DotName HIBERNATE_JDBC_TYPE_CODE = hibernate("JdbcTypeCode");
  static final DotName HIBERNATE_JOIN_COLUMN_OR_FORMULA = hibernate("JoinColumnOrFormula");
  static final DotName HIBERNATE_JOIN_COLUMNS_OR_FORMULAS = hibernate("JoinColumnsOrFormulas");
  static final DotName HIBERNATE_JOIN_FORMULA = hibernate("JoinFormula");
  static final DotName HIBERNATE_LIST_INDEX_BASE = hibernate("ListIndexBase");
  static final DotName HIBERNATE_MANY_TO_ANY = hibernate("ManyToAny");
  static final DotName HIBERNATE_NATURAL_ID = hibernate("NaturalId");
  static final DotName HIBERNATE_NOT_FOUND = hibernate("NotFound");
  static final DotName HIBERNATE_ON_DELETE = hibernate("OnDelete");
  static final DotName HIBERNATE_SECONDARY_ROW = hibernate("SecondaryRow");
  static final DotName HIBERNATE_SECONDARY_ROWS = hibernate("SecondaryRows");
  static final DotName HIBERNATE_SOFT_DELETE = hibernate("SoftDelete");
  static final DotName HIBERNATE_STRUCT = hibernate("Struct");
  static final DotName HIBERNATE_SUBSELECT = hibernate("Subselect");
  static final DotName HIBERNATE_TARGET_EMBEDDABLE = hibernate("TargetEmbeddable");
  static final DotName HIBERNATE_TIME_ZONE_COLUMN = hibernate("TimeZoneColumn");
  static final DotName HIBERNATE_TIME_ZONE_STORAGE = hibernate("TimeZoneStorage");
  static final DotName HIBERNATE_TYPE = hibernate("Type");
  static final DotName HIBERNATE_VIEW = hibernate("View");

  // dev.migrator.annotation
  static final DotName COLUMN_SPEC = own("ColumnSpec");
  static final DotName DATABASE_ENUM = own("DatabaseEnum");
  static final DotName INDEXED = own("Indexed");
  static final DotName INDEXED_LIST = own("Indexed$List");
  static final DotName JSON = own("Json");
  static final DotName RENAMED_FROM = own("RenamedFrom");
  static final DotName REPLACED_BY = own("ReplacedBy");
  static final DotName SERVER_DEFAULT = own("ServerDefault");

  // org.jspecify.annotations
  static final DotName NULLABLE = jspecify("Nullable");
  static final DotName NON_NULL = jspecify("NonNull");
  static final DotName NULL_MARKED = jspecify("NullMarked");
  static final DotName NULL_UNMARKED = jspecify("NullUnmarked");

  private Vocabulary() {}

  static DotName jpa(String simpleName) {
    return DotName.createSimple("jakarta.persistence." + simpleName);
  }

  static DotName hibernate(String simpleName) {
    return DotName.createSimple("org.hibernate.annotations." + simpleName);
  }

  private static DotName own(String simpleName) {
    return DotName.createSimple("dev.migrator.annotation." + simpleName);
  }

  private static DotName jspecify(String simpleName) {
    return DotName.createSimple("org.jspecify.annotations." + simpleName);
  }
}
