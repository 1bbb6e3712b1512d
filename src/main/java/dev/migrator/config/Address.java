package dev.migrator.config;

import dev.migrator.config.Values.Value;
import java.nio.file.Path;
import java.util.Optional;

/** What the database's address is put together from. */
public final class Address {

  private final Path file;
  private final Values database;
  private final Optional<String> url;

  /**
   * @param file the configuration file
   * @param database its section {@code database}
   * @param url the address that was given beside the file; complete in itself, so that a password
   *     of the file is never sent elsewhere
   */
  Address(Path file, Values database, Optional<String> url) {
    this.file = file;
    this.database = database;
    this.url = url;
  }

  DatabaseUrl resolve() {
    DatabaseUrl address = url.map(Address::given).orElseGet(this::configured);
    Optional<Value> schema = database.value("schema");
    if (schema.isEmpty()) {
      return address;
    }
    if (!address.dialect().equals(DatabaseUrl.POSTGRESQL)) {
      throw new ConfigurationException(
          schema.get().at(), "database.schema is given, but SQLite has no schemas. Remove it.");
    }
    return address.withSchema(schema.get().text());
  }

  Optional<String> schema() {
    return database.text("schema");
  }

  private static DatabaseUrl given(String url) {
    try {
      return DatabaseUrl.parse(url, Path.of(""));
    } catch (IllegalArgumentException malformed) {
      throw new ConfigurationException("--url: " + malformed.getMessage(), malformed);
    }
  }

  private DatabaseUrl configured() {
    Value configured =
        database
            .value("url")
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        file + " names no database. Give database.url there, or --url."));
    try {
      return DatabaseUrl.parse(configured.text(), ConfigurationReader.folder(file))
          .withCredentials(database.text("user"), database.text("password"));
    } catch (IllegalArgumentException malformed) {
      throw new ConfigurationException(
          configured.at(), String.valueOf(malformed.getMessage()), malformed);
    }
  }
}
