/** SQLite: inspection, normal forms, SQL and locking. */
@NullMarked
package dev.migrator.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
