/** How every part says that something is wrong: one base of all exceptions meant for the user. */
@NullMarked
package dev.migrator.problem;

import org.jspecify.annotations.NullMarked;
