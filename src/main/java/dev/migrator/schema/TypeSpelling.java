package dev.migrator.schema;

import dev.migrator.problem.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the portable spelling of a type; {@link ColumnType#spelling()} writes it. */
public final class TypeSpelling {

  private static final Pattern PARAMETERS = Pattern.compile("\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?");
  private static final Pattern CALL =
      Pattern.compile("([a-z_]+)\\s*(?:\\((.*)\\))?", Pattern.DOTALL);

  private TypeSpelling() {}

  /**
   * The type of a spelling such as {@code varchar(255)}, {@code enum(app.gender_enum)} or {@code
   * text[]}.
   *
   * @throws IllegalArgumentException with a sentence that names the spelling, if it is none
   */
  public static ColumnType parse(String spelling) {
    String text = spelling.strip();
    if (text.endsWith("[]")) {
      return new ArrayType(parse(text.substring(0, text.length() - 2)));
    }
    Matcher call = CALL.matcher(text);
    if (!call.matches()) {
      throw unknown(spelling);
    }
    String name = call.group(1);
    Optional<String> argument = Optional.ofNullable(call.group(2)).map(String::strip);
    return switch (name) {
      case "enum" -> new EnumRef(reference(spelling, name, argument));
      case "composite" -> new CompositeRef(reference(spelling, name, argument));
      case "domain" -> new DomainRef(reference(spelling, name, argument));
      case "native" ->
          new NativeType(
              argument.filter(sql -> !sql.isEmpty()).orElseThrow(() -> unknown(spelling)));
      default -> basic(spelling, name, argument);
    };
  }

  private static BasicType basic(String spelling, String name, Optional<String> argument) {
    BasicType.Kind kind =
        Arrays.stream(BasicType.Kind.values())
            .filter(candidate -> candidate.spelling().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(spelling));
    return new BasicType(kind, argument.map(text -> parameters(spelling, text)).orElse(List.of()));
  }

  private static List<Integer> parameters(String spelling, String text) {
    Matcher numbers = PARAMETERS.matcher(text);
    if (!numbers.matches()) {
      throw new IllegalArgumentException(
          "the parameters of type '%s' are not numbers".formatted(spelling));
    }
    try {
      int first = Integer.parseInt(numbers.group(1));
      return numbers.group(2) == null
          ? List.of(first)
          : List.of(first, Integer.parseInt(numbers.group(2)));
    } catch (NumberFormatException tooLarge) {
      throw new IllegalArgumentException(
          "a parameter of type '%s' is too large".formatted(spelling), tooLarge);
    }
  }

  private static QualifiedName reference(String spelling, String kind, Optional<String> argument) {
    return argument
        .filter(name -> !name.isEmpty())
        .map(QualifiedName::parse)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "type '%s' needs a name in parentheses, such as %s(app.%s_name)"
                        .formatted(spelling, kind, kind)));
  }

  private static IllegalArgumentException unknown(String spelling) {
    String name = spelling.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*\\(.*", "");
    return new IllegalArgumentException(
        "unknown type '%s'%s"
            .formatted(
                spelling, suggestion(name).map(s -> ". Did you mean '" + s + "'?").orElse("")));
  }

  private static Optional<String> suggestion(String name) {
    return switch (name) {
      case "int", "int4", "serial" -> Optional.of("integer");
      case "int8", "long", "bigserial" -> Optional.of("bigint");
      case "int2", "short", "tinyint" -> Optional.of("smallint");
      case "string", "character varying" -> Optional.of("varchar(255)");
      case "bool" -> Optional.of("boolean");
      case "decimal" -> Optional.of("numeric");
      case "float", "float4" -> Optional.of("real");
      case "float8", "double precision" -> Optional.of("double");
      case "datetime" -> Optional.of("timestamp");
      case "bytea", "binary", "varbinary" -> Optional.of("bytes");
      case "timestamp with time zone", "instant" -> Optional.of("timestamptz");
      default ->
          Nearest.to(
                  name,
                  Arrays.stream(BasicType.Kind.values()).map(BasicType.Kind::spelling).toList())
              .or(() -> Optional.of("native(" + name + ")"));
    };
  }
}
