package dev.migrator.diff;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.UniqueConstraint;

/**
 * What a model can state. The rest (when a constraint is verified, how an index or a column is
 * kept) it says nothing about, so that it stays as the database has it.
 */
final class Statable {

  private Statable() {}

  static PrimaryKey primaryKey(PrimaryKey key) {
    return new PrimaryKey(key.name(), key.columns());
  }

  static UniqueConstraint unique(UniqueConstraint unique) {
    return new UniqueConstraint(unique.name(), unique.columns());
  }

  static ForeignKey foreignKey(ForeignKey key) {
    return new ForeignKey(
        key.name(),
        key.columns(),
        key.references(),
        key.referencedColumns(),
        key.onDelete(),
        key.onUpdate());
  }

  static CheckConstraint check(CheckConstraint check) {
    return new CheckConstraint(check.name(), check.expression());
  }

  static Index index(Index index) {
    return new Index(
        index.name(),
        index.keys().stream().map(key -> new IndexKey(key.part(), key.descending())).toList(),
        index.unique(),
        index.where(),
        index.method(),
        index.include());
  }

  /** A wanted column with what it says nothing about as the column there has it. */
  static Column laidOver(Column wanted, Column there) {
    return wanted
        .withOptions(there.options())
        .withIdentity(
            wanted
                .identity()
                .map(
                    identity ->
                        there
                            .identity()
                            .filter(other -> other.generation() == identity.generation())
                            .orElse(identity)));
  }
}
