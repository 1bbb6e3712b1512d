package dev.migrator.hibernate;

import org.hibernate.Version;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.generator.Generator;
import org.hibernate.id.Assigned;
import org.hibernate.mapping.Property;

/**
 * What Hibernate 6.6 and 7 have under one name, which 7 calls outdated; the tests that hold
 * databases to Hibernate are compiled with either.
 */
@SuppressWarnings("removal")
public final class BothVersions {

  private BothVersions() {}

  /** Whether this Hibernate is of a version such as {@code 6.6}. */
  public static boolean isVersion(String version) {
    return Version.getVersionString().startsWith(version + ".");
  }

  /** The names of tables and columns that Spring Boot gives. */
  static PhysicalNamingStrategy snakeCase() {
    return new CamelCaseToUnderscoresNamingStrategy();
  }

  /** Whether it makes the key of a new row. */
  static boolean isGenerated(Generator generator) {
    return generator.generatesOnInsert() && !(generator instanceof Assigned);
  }

  static boolean isUpdatable(Property property) {
    return property.isUpdateable();
  }
}
