package dev.migrator.entity;

import java.util.Locale;

/** Which names keep their letters though the model does not quote them. */
public enum Quoting {
  /** None: they are folded to lower case, as databases do it with what is not quoted. */
  NONE,

  /** All, as with {@code hibernate.globally_quoted_identifiers}. */
  ALL;

  /** A name as it is in the database. */
  String apply(String name) {
    return switch (this) {
      case NONE -> name.toLowerCase(Locale.ROOT);
      case ALL -> name;
    };
  }
}
