package dev.migrator.diff;

import dev.migrator.problem.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a person gives for the rows of lost values: {@code gender_enum.OTHER=UNDEFINED}. */
public final class GivenReplacements {

  private GivenReplacements() {}

  /**
   * The replacements by lost value.
   *
   * @param texts {@code OWNER.VALUE=OTHER} each
   * @throws InvalidReplacementException naming the one that cannot be, and why
   */
  public static Map<LostValue, String> read(List<String> texts, List<LostValue> lost) {
    Map<LostValue, String> replacements = new LinkedHashMap<>();
    for (String text : texts) {
      LostValue value = value(text, lost).orElseThrow(() -> unknown(text, lost));
      String other = text.substring(value.name().length() + 1);
      requireStaying(text, value, other);
      if (replacements.put(value, other) != null) {
        throw new InvalidReplacementException(text, "the value is given twice");
      }
    }
    return replacements;
  }

  /** A value may hold an equals sign itself, so the values are tried. */
  private static Optional<LostValue> value(String text, List<LostValue> lost) {
    return lost.stream().filter(value -> text.startsWith(value.name() + "=")).findFirst();
  }

  /**
   * Makes sure that a value stays.
   *
   * @throws InvalidReplacementException if it does not
   */
  private static void requireStaying(String text, LostValue lost, String other) {
    if (!lost.others().contains(other)) {
      throw new InvalidReplacementException(
          text,
          "'%s' is not among the values that stay: %s%s"
              .formatted(
                  other,
                  String.join(", ", lost.others()),
                  Nearest.to(other, lost.others())
                      .map(". Did you mean '%s'?"::formatted)
                      .orElse("")));
    }
  }

  private static InvalidReplacementException unknown(String text, List<LostValue> lost) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      return new InvalidReplacementException(
          text, "a replacement is ENUM.VALUE=NEW, such as gender_enum.OTHER=UNDEFINED");
    }
    String name = text.substring(0, equals);
    List<String> names = lost.stream().map(LostValue::name).toList();
    return new InvalidReplacementException(
        text,
        "'%s' is no value that goes; %s"
            .formatted(
                name,
                names.isEmpty() ? "none does" : "those that do are " + String.join(", ", names)));
  }
}
