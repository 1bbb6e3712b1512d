/** The use cases, one class each, from a request to a result, without printing. */
@NullMarked
package dev.migrator.command;

import org.jspecify.annotations.NullMarked;
