package dev.migrator.dialect.postgresql;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import java.util.HashMap;
import java.util.Map;

/** The types that stand by reference, found by the OID that a column or an attribute has. */
final class NamedTypes {

  private final Map<Long, ColumnType> types = new HashMap<>();

  void put(long oid, ColumnType type) {
    types.put(oid, type);
  }

  /**
   * The type of a column or an attribute.
   *
   * @param oid its type
   * @param element the type of its elements; 0 for no array
   * @param spelling what {@code format_type} shows of it
   */
  ColumnType type(long oid, long element, String spelling) {
    ColumnType own = types.get(oid);
    if (own != null) {
      return own;
    }
    ColumnType elements = types.get(element);
    return elements == null ? PostgresqlTypes.parse(spelling) : new ArrayType(elements);
  }
}
