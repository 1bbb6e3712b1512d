package dev.migrator.diff;

/**
 * Something in the database that neither the model nor an applied revision knows.
 *
 * @param kind {@code table}, {@code column}, {@code index}, …
 * @param name its name, behind its table's: {@code audit}, {@code users.legacy}
 */
public record Unmanaged(String kind, String name) {

  @Override
  public String toString() {
    return kind + " " + name;
  }
}
