package dev.migrator.dialect;

import dev.migrator.schema.Dependencies;
import dev.migrator.schema.Schema;

/**
 * Everything that a database holds in all the schemas that people made.
 *
 * @param schema what it holds, in normalised form; objects of the connection's current schema are
 *     unqualified
 * @param dependencies what stands on what of it
 */
public record Survey(Schema schema, Dependencies dependencies) {}
