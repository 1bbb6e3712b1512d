/** What can change in a schema: operations, their inverses and their effects. */
@NullMarked
package dev.migrator.operation;

import org.jspecify.annotations.NullMarked;
