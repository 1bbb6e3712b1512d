/** Reads compiled classes, as bytecode and without loading them, into a schema. */
@NullMarked
package dev.migrator.entity;

import org.jspecify.annotations.NullMarked;
