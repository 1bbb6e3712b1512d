/** Where files of compiled programs are: directories, jars, and jars within jars. */
@NullMarked
package dev.migrator.entity.classpath;

import org.jspecify.annotations.NullMarked;
