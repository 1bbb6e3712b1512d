/** What a database schema is, as immutable values. */
@NullMarked
package dev.migrator.schema;

import org.jspecify.annotations.NullMarked;
