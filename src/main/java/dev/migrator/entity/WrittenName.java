package dev.migrator.entity;

/**
 * How the model writes the name of a column, which goes into the names of those that refer to it.
 *
 * @param text its letters
 * @param quoted whether it keeps them, as one in quotes
 */
record WrittenName(String text, boolean quoted) {

  /** The same name in a table that refers to that of an entity: in quotes if either is. */
  WrittenName referringTo(EntityType entity) {
    return new WrittenName(text, quoted || entity.quoted());
  }

  WrittenName withPrefix(String prefix) {
    return new WrittenName(prefix + "_" + text, quoted);
  }
}
