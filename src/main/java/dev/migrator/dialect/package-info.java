/** What a database must offer to be migrated. */
@NullMarked
package dev.migrator.dialect;

import org.jspecify.annotations.NullMarked;
