package dev.migrator.schema;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A type of the closed table.
 *
 * @param kind which type
 * @param parameters its length, or precision and scale; fewer than the kind allows where left out
 */
public record BasicType(Kind kind, List<Integer> parameters) implements ColumnType {

  public BasicType {
    parameters = List.copyOf(parameters);
    if (parameters.size() > kind.maximum || parameters.size() < kind.minimum) {
      throw new IllegalArgumentException(
          "type %s takes %s".formatted(kind.spelling(), kind.parameterPhrase()));
    }
  }

  public static BasicType of(Kind kind, Integer... parameters) {
    return new BasicType(kind, List.of(parameters));
  }

  public static BasicType varchar(int length) {
    return of(Kind.VARCHAR, length);
  }

  @Override
  public String spelling() {
    return parameters.isEmpty()
        ? kind.spelling()
        : kind.spelling()
            + parameters.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
  }

  /** The rows of {@code docs/types.md}. */
  public enum Kind {
    BOOLEAN,
    SMALLINT,
    INTEGER,
    BIGINT,
    REAL,
    DOUBLE,
    /** {@code numeric}, {@code numeric(precision)} or {@code numeric(precision,scale)}. */
    NUMERIC(0, 2),
    /** {@code char(length)}. */
    CHAR(1, 1),
    /** {@code varchar} or {@code varchar(length)}. */
    VARCHAR(0, 1),
    TEXT,
    /** Character large object: Hibernate's {@code @Lob String}. */
    CLOB,
    /** Bytes in the row: Hibernate's {@code byte[]}. */
    BYTES,
    /** Binary large object: Hibernate's {@code @Lob byte[]}. */
    BLOB,
    DATE,
    /** {@code time} or {@code time(fraction digits)}. */
    TIME(0, 1),
    /** {@code timetz}: a time of day with its offset. */
    TIMETZ(0, 1),
    /** {@code timestamp} or {@code timestamp(fraction digits)}: local date and time. */
    TIMESTAMP(0, 1),
    /** {@code timestamptz}: a moment. */
    TIMESTAMPTZ(0, 1),
    INTERVAL(0, 1),
    UUID,
    JSON,
    JSONB,
    INET,
    XML;

    private final int minimum;
    private final int maximum;

    Kind() {
      this(0, 0);
    }

    Kind(int minimum, int maximum) {
      this.minimum = minimum;
      this.maximum = maximum;
    }

    /** The name in files: lower case. */
    public String spelling() {
      return name().toLowerCase(Locale.ROOT);
    }

    private String parameterPhrase() {
      if (maximum == 0) {
        return "no parameter";
      }
      return minimum == maximum
          ? minimum + " parameter"
          : "between %d and %d parameters".formatted(minimum, maximum);
    }
  }
}
