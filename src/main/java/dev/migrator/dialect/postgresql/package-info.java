/** PostgreSQL: inspection, normal forms, SQL and locking. */
@NullMarked
package dev.migrator.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
