package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.postgresql.DefinitionReader.CatalogObject;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeRef;
import dev.migrator.schema.Dependencies.Thing;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.QualifiedName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The types that stand by reference, found by the OID that a column or an attribute has. */
final class NamedTypes {

  private final Map<Long, ColumnType> types = new HashMap<>();

  void put(long oid, ColumnType type) {
    types.put(oid, type);
  }

  /** The types by what they are in the catalogs. */
  Map<CatalogObject, Thing> things() {
    Map<CatalogObject, Thing> things = new HashMap<>();
    types.forEach(
        (oid, type) ->
            name(type)
                .ifPresent(
                    name ->
                        things.put(new CatalogObject(CatalogObject.TYPES, oid), Thing.type(name))));
    return things;
  }

  private static Optional<QualifiedName> name(ColumnType type) {
    if (type instanceof EnumRef reference) {
      return Optional.of(reference.name());
    } else if (type instanceof CompositeRef reference) {
      return Optional.of(reference.name());
    } else if (type instanceof DomainRef reference) {
      return Optional.of(reference.name());
    }
    return Optional.empty();
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
