package dev.migrator.schema;

/**
 * A key column whose numbers an application takes from a sequence that knows nothing of it.
 *
 * @param table the table
 * @param column the column
 */
public record NumberedColumn(QualifiedName table, String column) {}
