/** Migrator's use cases for Java programs, and what a step written in Java implements. */
@NullMarked
package dev.migrator;

import org.jspecify.annotations.NullMarked;
