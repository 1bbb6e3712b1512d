package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import dev.migrator.schema.QualifiedName;

/** Names as SQL. */
final class Quoting {

  private Quoting() {}

  static String name(Dialect dialect, QualifiedName name) {
    String bare = dialect.quote(name.name());
    return name.schema().map(schema -> dialect.quote(schema) + "." + bare).orElse(bare);
  }
}
