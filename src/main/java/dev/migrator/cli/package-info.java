/** The command line: parses arguments, calls one command, prints its result. */
@NullMarked
package dev.migrator.cli;

import org.jspecify.annotations.NullMarked;
