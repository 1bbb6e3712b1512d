package dev.migrator.config;

import dev.migrator.config.Values.Value;
import dev.migrator.problem.Nearest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code migrator.yaml}. */
public final class ConfigurationReader {

  private static final Pattern PART = Pattern.compile("\\{(\\w*)}");
  private static final Duration DDL_LOCK_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(60);
  private static final Set<String> NAMINGS = Set.of("jpa", "spring", "snake_case_plural");
  private static final Set<String> STYLES = Set.of("as_written", "snake_case");
  private static final Set<String> TABLE_STYLES =
      Set.of("as_written", "snake_case", "snake_case_plural");
  private static final Set<String> NULLABILITIES = Set.of("jpa", "validation", "jspecify");

  private ConfigurationReader() {}

  /**
   * The configuration of a file.
   *
   * @param environment the environment to choose; without one, only the settings outside {@code
   *     environments} hold
   * @param url an address that takes the place of the file's
   * @param variables what <code>${NAME}</code> stands for
   * @throws ConfigurationException if the file is missing or something in it is wrong
   */
  public static Configuration read(
      Path file,
      Optional<String> environment,
      Optional<String> url,
      Map<String, String> variables) {
    Node.Mapping document = NodeReader.read(file.toString(), text(file));
    Shape.file().check(document, "");
    Node.Mapping chosen =
        environment.map(name -> document.overlaidBy(environment(document, name))).orElse(document);
    Values values = new Values(chosen, new Variables(variables));
    Values database = values.section("database");
    return new Configuration(
        file,
        environment,
        new DatabaseSettings(
            new Address(file, database, url),
            database.duration("ddl_lock_timeout", DDL_LOCK_TIMEOUT),
            database.duration("lock_timeout", LOCK_TIMEOUT),
            database.text("version_table").orElse("migrator_version"),
            database.text("history_table").orElse("migrator_history"),
            database.placed("include"),
            database.placed("exclude")),
        models(values.section("models"), folder(file)),
        migrations(values.section("migrations"), folder(file)),
        sources(chosen, url));
  }

  /** The folder that relative paths are relative to. */
  public static Path folder(Path file) {
    return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException missing) {
      throw new ConfigurationException(
          "%s does not exist. Run 'migrator init' to create one, or name another with --config."
              .formatted(file),
          missing);
    } catch (CharacterCodingException malformed) {
      throw new ConfigurationException(file + " is not UTF-8 text", malformed);
    } catch (IOException unreadable) {
      throw new ConfigurationException(
          "%s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
    }
  }

  private static Node.Mapping environment(Node.Mapping document, String name) {
    Map<String, Node> environments =
        document.values().get("environments") instanceof Node.Mapping named
            ? named.values()
            : Map.of();
    if (environments.get(name) instanceof Node.Mapping settings) {
      return settings;
    }
    if (environments.containsKey(name)) {
      return new Node.Mapping(Map.of(), Map.of(), document.at());
    }
    throw new ConfigurationException(
        "%s has no environment '%s'. %s"
            .formatted(
                document.at().file(),
                name,
                environments.isEmpty()
                    ? "It has none."
                    : "It has: " + String.join(", ", environments.keySet()) + "."));
  }

  private static ModelSettings models(Values models, Path base) {
    return new ModelSettings(
        new ClassPath(models.list("classpath").orElse(List.of()), base),
        models.texts("packages"),
        models.texts("classes"),
        unit(models),
        models.texts("mapping_files"),
        models.texts("exclude"),
        naming(models),
        models
            .list("nullability")
            .map(list -> list.stream().map(value -> known(value, NULLABILITIES)).toList())
            .orElse(List.of("jpa", "validation")),
        models.flag("strict"));
  }

  /** A unit says by itself what is in it. */
  private static Optional<String> unit(Values models) {
    Optional<Value> unit = models.value("persistence_unit");
    unit.filter(value -> !models.texts("packages").isEmpty() || !models.texts("classes").isEmpty())
        .ifPresent(
            value -> {
              throw new ConfigurationException(
                  value.at(),
                  "models.persistence_unit is given, and packages or classes as well. Remove one of them.");
            });
    return unit.map(Value::text);
  }

  private static Optional<NamingSettings> naming(Values models) {
    Values rules = models.section("naming");
    Optional<String> preset = models.value("naming").map(value -> known(value, NAMINGS));
    NamingSettings naming =
        new NamingSettings(
            preset.orElse("jpa"),
            rules.value("tables").map(value -> known(value, TABLE_STYLES)),
            rules.value("columns").map(value -> known(value, STYLES)),
            rules.value("explicit").map(value -> known(value, STYLES)),
            models.flag("globally_quoted_identifiers"));
    return preset.isPresent() || !naming.isPreset() ? Optional.of(naming) : Optional.empty();
  }

  private static MigrationSettings migrations(Values migrations, Path base) {
    List<String> directories =
        migrations
            .list("directory")
            .map(list -> list.stream().map(Value::text).toList())
            .filter(list -> !list.isEmpty())
            .orElse(List.of("migrations"));
    boolean recursive = migrations.flag("recursive");
    return new MigrationSettings(
        directories.stream().map(base::resolve).toList(),
        recursive,
        migrations.value("file_name").map(name -> fileName(name, recursive)).orElse("{id}_{slug}"),
        migrations.value("timezone").map(ConfigurationReader::timezone).orElse(ZoneOffset.UTC),
        migrations.texts("after_write"));
  }

  /** A name with folders in it is one only where folders are searched; hidden ones never are. */
  private static String fileName(Value value, boolean recursive) {
    Matcher parts = PART.matcher(value.text());
    while (parts.find()) {
      known(new Value(parts.group(1), value.at()), Set.copyOf(MigrationSettings.FILE_NAME_PARTS));
    }
    String name = PART.matcher(value.text()).replaceAll("x");
    if (!value.text().contains("{id}") || !name.matches("([^./\\\\{}][^/\\\\{}]*(/(?!$)|$))+")) {
      throw new ConfigurationException(
          value.at(),
          "'%s' is no name of a file. Write one that holds {id} and begins with no dot, such as {year}-{month}-{day}_{id}_{slug}."
              .formatted(value.text()));
    }
    if (name.contains("/") && !recursive) {
      throw new ConfigurationException(
          value.at(),
          "'%s' names a folder, which is only searched with 'recursive: true'. Write that beside it, or a name without a folder."
              .formatted(value.text()));
    }
    return value.text();
  }

  private static ZoneId timezone(Value value) {
    try {
      return ZoneId.of(value.text());
    } catch (DateTimeException unknown) {
      throw new ConfigurationException(
          value.at(),
          "'%s' is no time zone. Write one such as Europe/Berlin, UTC or +02:00."
              .formatted(value.text()),
          unknown);
    }
  }

  private static String known(Value value, Set<String> words) {
    if (words.contains(value.text())) {
      return value.text();
    }
    throw new ConfigurationException(
        value.at(),
        "'%s' is not known here. %s"
            .formatted(
                value.text(),
                Nearest.to(value.text(), words)
                    .map("Did you mean '%s'?"::formatted)
                    .orElseGet(
                        () ->
                            "Known are: " + String.join(", ", words.stream().sorted().toList()))));
  }

  private static Map<String, String> sources(Node.Mapping chosen, Optional<String> url) {
    Map<String, String> sources = new HashMap<>();
    for (String section : List.of("database", "models", "migrations")) {
      if (chosen.values().get(section) instanceof Node.Mapping settings) {
        settings
            .values()
            .forEach((key, value) -> sources.put(section + "." + key, value.at().toString()));
      }
    }
    url.ifPresent(given -> sources.put("database.url", "--url"));
    return sources;
  }
}
