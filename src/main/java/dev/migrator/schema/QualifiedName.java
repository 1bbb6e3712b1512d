package dev.migrator.schema;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The exact catalog name of a table, type or sequence, with the schema it stands in.
 *
 * @param schema the schema; empty means the connection's current schema
 * @param name the name as the catalog spells it, never quoted
 */
public record QualifiedName(Optional<String> schema, String name)
    implements Comparable<QualifiedName> {

  private static final String PART = "((?:[^.\"]+)|\"(?:[^\"]++|\"\")*+\")";
  private static final Pattern SPELLING = Pattern.compile("(?:" + PART + "\\.)?" + PART);

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

  /** Looks at the name first: of many tables, most are in one schema. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof QualifiedName that
        && name.equals(that.name)
        && schema.equals(that.schema);
  }

  @Override
  public int hashCode() {
    return 31 * schema.hashCode() + name.hashCode();
  }

  @Override
  public int compareTo(QualifiedName other) {
    return ORDER.compare(this, other);
  }

  /**
   * The name of a {@link #spelling}: {@code users}, {@code accounting.users}, {@code
   * "odd.name".users}.
   *
   * @throws IllegalArgumentException with a sentence that names the text, if it is no name
   */
  public static QualifiedName parse(String text) {
    Matcher parts = SPELLING.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no name: give NAME or SCHEMA.NAME, with double quotes around a part that has a dot or a quote in it"
              .formatted(text));
    }
    return new QualifiedName(
        Optional.ofNullable(parts.group(1)).map(QualifiedName::unquote), unquote(parts.group(2)));
  }

  /**
   * The spelling in revision files, which {@link #parse} reads: a part that has a dot, a quote or
   * white space at an end stands in double quotes.
   */
  public String spelling() {
    return schema.map(prefix -> quote(prefix) + "." + quote(name)).orElseGet(() -> quote(name));
  }

  private static String quote(String part) {
    boolean plain = !part.isEmpty() && part.equals(part.strip()) && part.matches("[^.\"]*");
    return plain ? part : '"' + part.replace("\"", "\"\"") + '"';
  }

  private static String unquote(String part) {
    return part.startsWith("\"")
        ? part.substring(1, part.length() - 1).replace("\"\"", "\"")
        : part;
  }

  /** {@code users}, or {@code accounting.users}. */
  @Override
  public String toString() {
    return schema.map(prefix -> prefix + "." + name).orElse(name);
  }
}
