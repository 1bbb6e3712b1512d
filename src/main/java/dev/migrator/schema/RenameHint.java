package dev.migrator.schema;

/**
 * A model's word that something is new only by name ({@code @RenamedFrom}). It acts only while the
 * old name exists in the database, the new one does not, and the model does not hold the old one.
 */
public sealed interface RenameHint {

  /**
   * A table that had another name.
   *
   * @param from its name before
   * @param to its name in the model
   */
  record OfTable(QualifiedName from, QualifiedName to) implements RenameHint {}

  /**
   * A column that had another name.
   *
   * @param table the table, by its name in the model
   * @param from the column's name before
   * @param to its name in the model
   */
  record OfColumn(QualifiedName table, String from, String to) implements RenameHint {}

  /**
   * An enum value that had another name.
   *
   * @param type the enumeration
   * @param from the value before
   * @param to the value in the model
   */
  record OfEnumValue(QualifiedName type, String from, String to) implements RenameHint {}
}
