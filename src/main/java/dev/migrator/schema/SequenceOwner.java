package dev.migrator.schema;

/**
 * The column with which a sequence is dropped ({@code OWNED BY}, PostgreSQL).
 *
 * @param table the table
 * @param column the column
 */
public record SequenceOwner(QualifiedName table, String column) {}
