/** Mapping files and lists of entities, as annotations laid over those in the bytecode. */
@NullMarked
package dev.migrator.entity.orm;

import org.jspecify.annotations.NullMarked;
