package dev.migrator.dialect;

import dev.migrator.schema.Schema;

/** Rewrites a portable schema as this database would show it to an inspection. Pure. */
public interface Normalizer {

  /**
   * The schema as an inspection would find it after it was created. Normalising twice changes
   * nothing more. A column keeps its name, and a table its name; what the database cannot hold is
   * left out or becomes something else (an enumeration becomes a CHECK named {@link
   * dev.migrator.schema.Names#check} on SQLite).
   *
   * @param spellings the server's spelling of expressions; {@link Spellings#NONE} compares tokens
   */
  Schema normalize(Schema schema, Spellings spellings);
}
