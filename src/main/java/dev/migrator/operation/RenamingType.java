package dev.migrator.operation;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * What follows an enumeration to another name.
 *
 * @param from the name before
 * @param to the name after
 */
record RenamingType(QualifiedName from, QualifiedName to) {

  /** The schema in which everything that is made of the enumeration is made of the new name. */
  Schema in(Schema schema) {
    return schema
        .mapTables(
            table ->
                table.withColumns(
                    table.columns().stream()
                        .map(column -> column.withType(renamed(column.type())))
                        .toList()))
        .withDomains(
            schema.domains().stream()
                .map(domain -> domain.withType(renamed(domain.type())))
                .toList())
        .withCompositeTypes(
            schema.compositeTypes().stream()
                .map(
                    type ->
                        type.withAttributes(
                            type.attributes().stream()
                                .map(attribute -> attribute.withType(renamed(attribute.type())))
                                .toList()))
                .toList());
  }

  private ColumnType renamed(ColumnType type) {
    if (type instanceof ArrayType array) {
      return new ArrayType(renamed(array.element()));
    }
    return type instanceof EnumRef reference && reference.name().equals(from)
        ? new EnumRef(to)
        : type;
  }
}
