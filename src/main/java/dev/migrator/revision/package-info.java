/** Revisions, the graph that they form, and the paths through it. */
@NullMarked
package dev.migrator.revision;

import org.jspecify.annotations.NullMarked;
