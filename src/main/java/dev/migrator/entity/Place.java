package dev.migrator.entity;

import dev.migrator.entity.TableDraft.Content;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where attributes put their columns.
 *
 * @param entity the entity that they belong to
 * @param table its table, or that of the collection that they are elements of
 * @param secondary the entity's other tables, by their names
 * @param key the columns of the key in the table
 * @param given the parts of the key that associations give
 * @param nulls what takes NULL
 * @param path the attributes around, each with a dot behind it
 * @param values what the values are that are put there
 * @param writers what writes the columns there
 */
record Place(
    EntityType entity,
    TableDraft table,
    Map<String, TableDraft> secondary,
    List<KeyColumn> key,
    Set<String> given,
    Nulls nulls,
    String path,
    Content values,
    ColumnWriters writers) {

  /** What takes NULL in a place. */
  enum Nulls {
    /** What the mapping says. */
    AS_MAPPED,
    /** What the mapping allows, since the rows of other entities are in the table, too. */
    SHARED,
    /** Everything. */
    ALL,
    /** Nothing: a key. */
    NONE
  }

  Place {
    secondary = Map.copyOf(secondary);
    key = List.copyOf(key);
    given = Set.copyOf(given);
  }

  /** The same place in another table of the entity. */
  Place(Place place, TableDraft table) {
    this(
        place.entity,
        table,
        place.secondary,
        place.key,
        place.given,
        place.nulls,
        place.path,
        place.values,
        place.writers);
  }

  /** The place of the elements of a collection. */
  Place(EntityType entity, TableDraft table) {
    this(
        entity,
        table,
        Map.of(),
        List.of(),
        Set.of(),
        Nulls.AS_MAPPED,
        "",
        Content.ELEMENT,
        new ColumnWriters());
  }

  /** The same place where other columns take NULL. */
  Place(Place place, Nulls nulls) {
    this(
        place.entity,
        place.table,
        place.secondary,
        place.key,
        place.given,
        nulls,
        place.path,
        place.values,
        place.writers);
  }

  /** Whether it is in another table of the entity, which has no rows of other entities. */
  boolean isSecondary() {
    return secondary.containsValue(table);
  }

  /** The place of the parts of an embeddable. */
  Place within(String attribute) {
    return new Place(
        entity, table, secondary, key, given, nulls, path + attribute + ".", values, writers);
  }

  /** The place of what belongs to the key. */
  Place ofKey() {
    return new Place(entity, table, secondary, key, given, Nulls.NONE, path, values, writers);
  }
}
