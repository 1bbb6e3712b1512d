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
  static final DotName JOIN_COLUMN = jpa("JoinColumn");
  static final DotName JOIN_COLUMNS = jpa("JoinColumns");

  // org.hibernate.annotations, read by name
  static final DotName HIBERNATE_CHECK = hibernate("Check");
  static final DotName HIBERNATE_CHECKS = hibernate("Checks");
  static final DotName HIBERNATE_COLUMN_DEFAULT = hibernate("ColumnDefault");
  static final DotName HIBERNATE_COMMENT = hibernate("Comment");
  static final DotName HIBERNATE_FORMULA = hibernate("Formula");
  static final DotName HIBERNATE_JDBC_TYPE_CODE = hibernate("JdbcTypeCode");
  static final DotName HIBERNATE_NATURAL_ID = hibernate("NaturalId");
  static final DotName HIBERNATE_NOT_FOUND = hibernate("NotFound");
  static final DotName HIBERNATE_ON_DELETE = hibernate("OnDelete");

  // dev.migrator.annotation
  static final DotName COLUMN_SPEC = own("ColumnSpec");
  static final DotName DATABASE_ENUM = own("DatabaseEnum");
  static final DotName INDEXED = own("Indexed");
  static final DotName INDEXED_LIST = own("Indexed$List");
  static final DotName JSON = own("Json");
  static final DotName RENAMED_FROM = own("RenamedFrom");
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
