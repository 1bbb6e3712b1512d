package dev.migrator.operation;

import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.Locale;
import java.util.Optional;

/**
 * Drops something by its name alone, as a person writes it. It does not know what it drops, so it
 * has no inverse.
 *
 * @param kind what is dropped
 * @param table the table it stands on; empty for what stands alone, as a table does
 * @param name its name
 * @param ifExists whether it may be missing
 */
public record DropByName(
    Kind kind, Optional<QualifiedName> table, QualifiedName name, boolean ifExists)
    implements Operation {

  public DropByName {
    if (table.isPresent() != kind.isOnTable()) {
      throw new IllegalArgumentException(
          kind.isOnTable()
              ? "the drop of %s '%s' names no table".formatted(kind.words(), name)
              : "the drop of %s '%s' names a table".formatted(kind.words(), name));
    }
  }

  /** What can be dropped by name. */
  public enum Kind {
    SCHEMA,
    ENUM,
    COMPOSITE,
    DOMAIN,
    SEQUENCE,
    TABLE,
    COLUMN,
    PRIMARY_KEY,
    UNIQUE,
    CHECK,
    EXCLUSION,
    FOREIGN_KEY,
    INDEX;

    /** Whether such a thing stands on a table. */
    public boolean isOnTable() {
      return switch (this) {
        case SCHEMA, ENUM, COMPOSITE, DOMAIN, SEQUENCE, TABLE -> false;
        case COLUMN, PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY, INDEX -> true;
      };
    }

    /** {@code primary key}. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  @Override
  public String describe() {
    String subject = "drop %s %s".formatted(kind.words(), name);
    return table.map(owner -> subject + " on " + owner).orElse(subject);
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).dropByName(this);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
