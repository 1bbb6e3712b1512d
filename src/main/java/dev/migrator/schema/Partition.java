package dev.migrator.schema;

/**
 * What makes a table a partition of another (PostgreSQL).
 *
 * @param of the partitioned table
 * @param bound which rows it takes, in PostgreSQL's own words: {@code FOR VALUES FROM (1) TO (10)},
 *     {@code DEFAULT}
 */
public record Partition(QualifiedName of, String bound) {}
