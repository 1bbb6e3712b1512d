package dev.migrator.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where the model says whether a column takes NULL. Primary keys never do, whatever the rules. */
public enum NullabilityRule {
  /** {@code nullable} and {@code optional} of {@code jakarta.persistence}; primitive types. */
  JPA,

  /**
   * {@code jakarta.validation}: {@code @NotNull}, {@code @NotEmpty}, {@code @NotBlank}. As with
   * Hibernate, {@code @Size}, {@code @Digits}, {@code @Min} and {@code @Max} shape the column too.
   */
  VALIDATION,

  /** JSpecify: what {@code @NullMarked} covers and {@code @Nullable} does not is not null. */
  JSPECIFY;

  /** The spelling in the configuration: {@code jspecify}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All spellings. */
  public static List<String> spellings() {
    return Arrays.stream(values()).map(NullabilityRule::spelling).toList();
  }
}
