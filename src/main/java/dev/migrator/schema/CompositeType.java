package dev.migrator.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A named row type ({@code CREATE TYPE … AS}): Hibernate's {@code @Struct}. SQLite has none.
 *
 * @param name the type's name
 * @param attributes its parts, in order, each name at most once
 */
public record CompositeType(QualifiedName name, List<Attribute> attributes) implements UserType {

  public CompositeType {
    attributes = List.copyOf(attributes);
    List<String> names = attributes.stream().map(Attribute::name).toList();
    if (new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException(
          "composite type " + name + " lists an attribute twice: " + names);
    }
  }

  /** The attribute of this exact name. */
  public Optional<Attribute> attribute(String attribute) {
    return attributes.stream().filter(a -> a.name().equals(attribute)).findFirst();
  }

  /** Whether an attribute is of a named type, or of an array of it. */
  @Override
  public boolean uses(QualifiedName type) {
    return attributes.stream().anyMatch(attribute -> Schema.uses(attribute.type(), type));
  }

  public CompositeType withAttributes(List<Attribute> others) {
    return new CompositeType(name, others);
  }

  /**
   * One part of a composite type.
   *
   * @param name the exact catalog name
   * @param type the portable type
   * @param collation the order of its texts, where it is not the type's own
   */
  public record Attribute(String name, ColumnType type, Optional<String> collation) {

    public Attribute(String name, ColumnType type) {
      this(name, type, Optional.empty());
    }

    public Attribute withType(ColumnType other) {
      return new Attribute(name, other, collation);
    }
  }
}
