/** Hibernate as the arbiter of what a model means: it has to accept our schemas, and we its. */
package dev.migrator.hibernate;
