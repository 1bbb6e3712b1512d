package dev.migrator.command;

import dev.migrator.config.ModelSettings;
import dev.migrator.entity.EntityModel;
import dev.migrator.entity.EntityReader;
import dev.migrator.entity.EntitySource;
import dev.migrator.entity.Naming;
import dev.migrator.entity.NullabilityRule;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the models that the configuration names. */
final class Models {

  private Models() {}

  /** The models; empty where none are configured. */
  static Optional<EntityModel> read(ModelSettings settings) {
    if (settings.classPath().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(EntityReader.read(source(settings)));
  }

  private static EntitySource source(ModelSettings settings) {
    return new EntitySource(
        settings.classPath().paths(),
        settings.packages(),
        settings.classes(),
        settings.exclude(),
        Optional.ofNullable(Naming.PRESETS.get(settings.naming())).orElse(Naming.JPA),
        settings.nullability().stream()
            .map(rule -> NullabilityRule.valueOf(rule.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet()));
  }
}
