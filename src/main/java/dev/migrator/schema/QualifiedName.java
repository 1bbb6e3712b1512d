package dev.migrator.schema;

import java.util.Comparator;
import java.util.Optional;

/**
 * The exact catalog name of a table, type or sequence, with the schema it stands in.
 *
 * @param schema the schema; empty means the connection's current schema
 * @param name the name as the catalog spells it, never quoted
 */
public record QualifiedName(Optional<String> schema, String name)
    implements Comparable<QualifiedName> {

  private static final Comparator<QualifiedName> ORDER =
      Comparator.comparing((QualifiedName name) -> name.schema().orElse(""))
          .thenComparing(QualifiedName::name);

  public QualifiedName {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a name is empty");
    }
  }

  /** The name in the connection's current schema. */
  public static QualifiedName of(String name) {
    return new QualifiedName(Optional.empty(), name);
  }

  /** The name in a schema of its own. */
  public static QualifiedName of(String schema, String name) {
    return new QualifiedName(Optional.of(schema), name);
  }

  /** The same schema, another name. */
  public QualifiedName withName(String other) {
    return new QualifiedName(schema, other);
  }

  @Override
  public int compareTo(QualifiedName other) {
    return ORDER.compare(this, other);
  }

  /** {@code users}, or {@code accounting.users}. */
  @Override
  public String toString() {
    return schema.map(prefix -> prefix + "." + name).orElse(name);
  }
}
