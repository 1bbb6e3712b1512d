package dev.migrator.dialect;

import dev.migrator.schema.Schema;

/**
 * What an inspection found.
 *
 * @param schema what the database holds, in normalised form; objects of the connection's current
 *     schema are unqualified
 * @param spellings how the server spells the expressions that were asked for
 */
public record Inspection(Schema schema, Spellings spellings) {}
