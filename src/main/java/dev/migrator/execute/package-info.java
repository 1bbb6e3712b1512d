/** Plans and runs the steps of revisions, and records what was applied. */
@NullMarked
package dev.migrator.execute;

import org.jspecify.annotations.NullMarked;
