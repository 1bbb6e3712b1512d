package dev.migrator.schema;

/**
 * What rows get that hold a value which an enumeration loses.
 *
 * @param type the enumeration
 * @param from the value that goes
 * @param to the value in its place
 */
public record ReplacedValue(QualifiedName type, String from, String to) {}
