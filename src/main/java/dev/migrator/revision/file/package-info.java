/** Reads and writes the files that hold revisions. */
@NullMarked
package dev.migrator.revision.file;

import org.jspecify.annotations.NullMarked;
