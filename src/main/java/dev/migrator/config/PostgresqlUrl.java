package dev.migrator.config;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two spellings of a PostgreSQL server's address.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS">libpq:
 *     connection URIs</a>
 * @see <a href="https://jdbc.postgresql.org/documentation/use/">pgJDBC: connecting</a>
 */
final class PostgresqlUrl {

  private static final String JDBC = "jdbc:postgresql:";

  /** What libpq calls otherwise than the driver. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "connect_timeout", "connectTimeout",
          "channel_binding", "channelBinding");

  private static final String MALFORMED =
      "a '%' in the user, the password or the database of the URL is not followed by two"
          + " hexadecimal digits. Write %25 for the character itself.";

  private PostgresqlUrl() {}

  /** Takes user and password out of a JDBC URL, where an error message might show them. */
  static DatabaseUrl ofJdbc(String url) {
    int query = url.indexOf('?');
    if (query < 0) {
      return new DatabaseUrl(DatabaseUrl.POSTGRESQL, url, Optional.empty(), Optional.empty());
    }
    Map<String, String> parameters = parameters(url.substring(query + 1));
    Optional<String> user = take(parameters, "user").map(PostgresqlUrl::decodeForm);
    Optional<String> password = take(parameters, "password").map(PostgresqlUrl::decodeForm);
    return new DatabaseUrl(
        DatabaseUrl.POSTGRESQL, url.substring(0, query) + join(parameters), user, password);
  }

  static DatabaseUrl ofUri(String url) {
    String rest = url.substring(url.indexOf("://") + 3);
    int query = rest.indexOf('?');
    Map<String, String> parameters =
        query < 0 ? new LinkedHashMap<>() : parameters(rest.substring(query + 1));
    String address = query < 0 ? rest : rest.substring(0, query);
    int slash = address.indexOf('/');
    String authority = slash < 0 ? address : address.substring(0, slash);
    String database = slash < 0 ? "" : address.substring(slash + 1);
    int at = authority.lastIndexOf('@');
    String[] credentials = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
    Optional<String> user =
        take(parameters, "user").or(() -> part(credentials, 0)).map(PostgresqlUrl::decode);
    Optional<String> password =
        take(parameters, "password").or(() -> part(credentials, 1)).map(PostgresqlUrl::decode);
    Map<String, String> renamed = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> renamed.put(DRIVER_NAMES.getOrDefault(name, name), forDriver(value)));
    return new DatabaseUrl(
        DatabaseUrl.POSTGRESQL,
        JDBC + "//" + authority.substring(at + 1) + "/" + forDriver(database) + join(renamed),
        user,
        password);
  }

  static String withSchema(String jdbc, String schema) {
    int query = jdbc.indexOf('?');
    if (query >= 0 && parameters(jdbc.substring(query + 1)).containsKey("currentSchema")) {
      return jdbc;
    }
    String value = URLEncoder.encode(schema, StandardCharsets.UTF_8);
    return jdbc + (query < 0 ? "?" : "&") + "currentSchema=" + value;
  }

  private static Optional<String> part(String[] parts, int index) {
    return index < parts.length && !parts[index].isEmpty()
        ? Optional.of(parts[index])
        : Optional.empty();
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (!parameter.isEmpty()) {
        parameters.put(
            equals < 0 ? parameter : parameter.substring(0, equals),
            equals < 0 ? "" : parameter.substring(equals + 1));
      }
    }
    return parameters;
  }

  private static Optional<String> take(Map<String, String> parameters, String name) {
    return Optional.ofNullable(parameters.remove(name)).filter(value -> !value.isEmpty());
  }

  private static String join(Map<String, String> parameters) {
    List<String> pairs = new ArrayList<>();
    parameters.forEach((name, value) -> pairs.add(value.isEmpty() ? name : name + "=" + value));
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  /** The driver takes a plus for a space; libpq does not. */
  private static String forDriver(String encoded) {
    return encoded.replace("+", "%2B");
  }

  /** Percent signs alone, as libpq decodes. */
  private static String decode(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] source = encoded.getBytes(StandardCharsets.UTF_8);
    for (int index = 0; index < source.length; index++) {
      if (source[index] == '%') {
        bytes.write(hexadecimal(source, index));
        index += 2;
      } else {
        bytes.write(source[index]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int hexadecimal(byte[] source, int percent) {
    int high = percent + 2 < source.length ? Character.digit(source[percent + 1], 16) : -1;
    int low = percent + 2 < source.length ? Character.digit(source[percent + 2], 16) : -1;
    if (high < 0 || low < 0) {
      throw new IllegalArgumentException(MALFORMED);
    }
    return high * 16 + low;
  }

  private static String decodeForm(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(MALFORMED, malformed);
    }
  }
}
