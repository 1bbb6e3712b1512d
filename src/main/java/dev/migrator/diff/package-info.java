/** Compares two schemas and orders the operations that lead from one to the other. */
@NullMarked
package dev.migrator.diff;

import org.jspecify.annotations.NullMarked;
