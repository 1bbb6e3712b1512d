package dev.migrator.command;

import dev.migrator.config.Configuration;
import dev.migrator.config.ModelSettings;
import dev.migrator.config.NamingSettings;
import dev.migrator.entity.EntityModel;
import dev.migrator.entity.EntityReader;
import dev.migrator.entity.EntitySource;
import dev.migrator.entity.NameStyle;
import dev.migrator.entity.Naming;
import dev.migrator.entity.NullabilityRule;
import dev.migrator.entity.Quoting;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the models that the configuration names. */
final class Models {

  private Models() {}

  /**
   * The models; empty where none are configured.
   *
   * @param strict whether what is not clear in them is an error, whatever the settings say
   * @throws UnclearModelException if it is, and something is not
   */
  static Optional<EntityModel> read(Configuration configuration, boolean strict) {
    ModelSettings settings = configuration.models();
    if (settings.classPath().isEmpty()) {
      return Optional.empty();
    }
    EntityModel model = EntityReader.read(source(settings, configuration.database().schema()));
    if ((strict || settings.strict()) && !model.warnings().isEmpty()) {
      throw new UnclearModelException(model.warnings());
    }
    return Optional.of(model);
  }

  private static EntitySource source(ModelSettings settings, Optional<String> schema) {
    return new EntitySource(
        settings.classPath().paths(),
        settings.packages(),
        settings.classes(),
        settings.persistenceUnit(),
        settings.mappingFiles(),
        settings.exclude(),
        settings.naming().map(Models::naming),
        settings.nullability().stream()
            .map(rule -> NullabilityRule.valueOf(rule.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet()),
        schema);
  }

  private static Naming naming(NamingSettings settings) {
    Naming preset = Optional.ofNullable(Naming.PRESETS.get(settings.preset())).orElse(Naming.JPA);
    Naming named =
        new Naming(
            settings.tables().map(Models::style).orElse(preset.tables()),
            settings.columns().map(Models::style).orElse(preset.columns()),
            settings.explicit().map(Models::style).orElse(preset.explicit()),
            preset.joinTables(),
            preset.quoting());
    return settings.quoted() ? named.with(Quoting.ALL) : named;
  }

  private static NameStyle style(String spelling) {
    return NameStyle.valueOf(spelling.toUpperCase(Locale.ROOT));
  }
}
