/** The configuration file as one value, and where each part of it came from. */
@NullMarked
package dev.migrator.config;

import org.jspecify.annotations.NullMarked;
