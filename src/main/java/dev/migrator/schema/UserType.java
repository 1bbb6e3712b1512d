package dev.migrator.schema;

/** A named type that may stand on other named types. */
public sealed interface UserType permits CompositeType, Domain {

  QualifiedName name();

  /** Whether it is made of a named type, or of an array of it. */
  boolean uses(QualifiedName type);
}
