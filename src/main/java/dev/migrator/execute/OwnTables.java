package dev.migrator.execute;

import dev.migrator.schema.QualifiedName;
import java.util.Set;

/**
 * The names of the tables that the tool keeps for itself.
 *
 * @param version the table that holds the current revisions
 * @param history the table that records what was run
 */
public record OwnTables(QualifiedName version, QualifiedName history) {

  /** {@code migrator_version} and {@code migrator_history} in the connection's current schema. */
  public static final OwnTables DEFAULT = of("migrator_version", "migrator_history");

  /** The tables by name, with a schema before a dot where it is not the connection's. */
  public static OwnTables of(String version, String history) {
    return new OwnTables(name(version), name(history));
  }

  /** Both, for what leaves them out. */
  public Set<QualifiedName> names() {
    return Set.of(version, history);
  }

  private static QualifiedName name(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? QualifiedName.of(text)
        : QualifiedName.of(text.substring(0, dot), text.substring(dot + 1));
  }
}
