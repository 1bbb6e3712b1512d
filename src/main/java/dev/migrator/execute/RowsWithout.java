package dev.migrator.execute;

import dev.migrator.schema.QualifiedName;
import java.util.Optional;

/**
 * The rows of a table that have no value in a column.
 *
 * @param table the table
 * @param column the column; empty for one that the table does not have: then it is all its rows
 */
public record RowsWithout(QualifiedName table, Optional<String> column) {}
