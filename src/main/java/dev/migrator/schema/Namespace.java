package dev.migrator.schema;

/**
 * A named schema of the database ({@code CREATE SCHEMA}) beside the connection's current one.
 *
 * @param name the exact catalog name
 */
public record Namespace(String name) {}
