package dev.migrator.cli;

import dev.migrator.config.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time as {@code migrator.yaml} writes it, or as a number of seconds. */
final class DurationConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    return Durations.parse(text.matches("\\d{1,9}") ? text + "s" : text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is no time. Give it as 30s, 5m, or a number of seconds."
                        .formatted(text)));
  }
}
