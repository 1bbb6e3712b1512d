package dev.migrator.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A model's word that something is new only by name ({@code @RenamedFrom}). It acts only while the
 * old name exists in the database, the new one does not, and the model does not hold the old one.
 */
public sealed interface RenameHint {

  /**
   * A table that had another name.
   *
   * @param from its name before
   * @param to its name in the model
   */
  record OfTable(QualifiedName from, QualifiedName to) implements RenameHint {

    /**
     * What may be meant by a name before: one of the table's own schema, of the current schema, or
     * {@code schema.name}. The first that is there acts.
     */
    public static List<OfTable> of(String before, QualifiedName to) {
      return meant(before, to).stream().map(name -> new OfTable(name, to)).toList();
    }
  }

  /**
   * A column that had another name.
   *
   * @param table the table, by its name in the model
   * @param from the column's name before
   * @param to its name in the model
   */
  record OfColumn(QualifiedName table, String from, String to) implements RenameHint {}

  /**
   * An enumeration that had another name.
   *
   * @param from its name before
   * @param to its name in the model
   */
  record OfEnum(QualifiedName from, QualifiedName to) implements RenameHint {

    /** What may be meant by a name before, as with a table. */
    public static List<OfEnum> of(String before, QualifiedName to) {
      return meant(before, to).stream().map(name -> new OfEnum(name, to)).toList();
    }
  }

  /**
   * An enum value that had another name.
   *
   * @param type the enumeration
   * @param from the value before
   * @param to the value in the model
   */
  record OfEnumValue(QualifiedName type, String from, String to) implements RenameHint {}

  /**
   * A value that had another name in a column whose CHECK lists its values.
   *
   * @param table the table, by its name in the model
   * @param column the column, by its name in the model
   * @param from the value before
   * @param to the value in the model
   */
  record OfColumnValue(QualifiedName table, String column, String from, String to)
      implements RenameHint {}

  private static Set<QualifiedName> meant(String before, QualifiedName to) {
    Set<QualifiedName> from = new LinkedHashSet<>();
    from.add(to.withName(before));
    from.add(QualifiedName.of(before));
    int dot = before.indexOf('.');
    if (dot > 0 && dot < before.length() - 1) {
      from.add(QualifiedName.of(before.substring(0, dot), before.substring(dot + 1)));
    }
    from.remove(to);
    return from;
  }
}
