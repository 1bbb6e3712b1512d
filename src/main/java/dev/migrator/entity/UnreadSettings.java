package dev.migrator.entity;

import dev.migrator.entity.orm.Setting;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The settings of Hibernate that shape a schema and are not read, with what to do instead. */
final class UnreadSettings {

  private static final String SCHEMA = "hibernate.default_schema";
  private static final String VALIDATION = "jakarta.persistence.validation.mode";
  private static final String CONSTRAINTS = "hibernate.validator.apply_to_ddl";

  /** What applies constraints to the schema. */
  private static final Set<String> VALIDATING = Set.of("", "auto", "ddl");

  /**
   * A setting.
   *
   * @param harmless the values, in small letters, that change nothing
   * @param remedy what to do about any other
   */
  private record Unread(Set<String> harmless, String remedy) {}

  private static final Map<String, Unread> ALL =
      Map.ofEntries(
          Map.entry(
              "hibernate.default_catalog",
              new Unread(Set.of(), "Name the database in database.url.")),
          Map.entry(
              "hibernate.auto_quote_keyword",
              new Unread(
                  Set.of("false"),
                  "Names that are words of SQL keep their capitals with it: put such a name in quotes where it has any, @Table(name = \"\\\"Order\\\"\").")),
          Map.entry(
              "hibernate.type.preferred_array_jdbc_type",
              new Unread(
                  Set.of("array", "2003"),
                  "Put @JdbcTypeCode on the arrays and collections that it concerns.")),
          Map.entry(
              "hibernate.type.java_time_use_direct_jdbc",
              new Unread(
                  Set.of("false"), "Put @JdbcTypeCode on the members of java.time's types.")),
          Map.entry(
              "hibernate.type.prefer_native_enum_types",
              new Unread(
                  Set.of("false"),
                  "Put @JdbcTypeCode(SqlTypes.NAMED_ENUM) on the members that are enums.")),
          Map.entry(
              "hibernate.mapping.default_list_semantics",
              new Unread(Set.of("bag"), "Put @OrderColumn on the lists that have none.")),
          Map.entry(
              "hibernate.id.db_structure_naming_strategy",
              new Unread(
                  Set.of("standard", "org.hibernate.id.enhanced.StandardNamingStrategy"),
                  "Name the sequences and tables of generated keys in the model, with @SequenceGenerator(sequenceName = …) or @TableGenerator(table = …).")),
          Map.entry(
              "hibernate.discriminator.implicit_for_joined",
              new Unread(
                  Set.of("false"), "Put @DiscriminatorColumn on the roots of joined hierarchies.")),
          Map.entry(
              "hibernate.discriminator.ignore_explicit_for_joined",
              new Unread(
                  Set.of("false"),
                  "Remove @DiscriminatorColumn from the roots of joined hierarchies.")),
          Map.entry(
              "hibernate.column_ordering_strategy",
              new Unread(
                  Set.of("default"), "Give the order of columns with @Struct(attributes = …).")),
          Map.entry(
              "hibernate.xml_mapping_enabled",
              new Unread(Set.of("true"), "Leave the mapping files out of models.classpath.")));

  private UnreadSettings() {}

  static boolean isKnown(String name) {
    return ALL.containsKey(name) || Set.of(SCHEMA, VALIDATION, CONSTRAINTS).contains(name);
  }

  /** Warns of those that would change something. */
  static void warnOf(
      Collection<Setting> settings, EntitySource source, Consumer<ModelWarning> warnings) {
    for (Setting setting : settings) {
      remedy(setting, source)
          .ifPresent(
              remedy ->
                  warnings.accept(
                      new ModelWarning(
                          setting.location(),
                          "%s is %s, which is not read. %s"
                              .formatted(setting.name(), setting.value(), remedy))));
    }
  }

  private static Optional<String> remedy(Setting setting, EntitySource source) {
    String value = setting.value().toLowerCase(Locale.ROOT);
    return switch (setting.name()) {
      case SCHEMA ->
          Optional.of("On PostgreSQL set database.schema to it.")
              .filter(any -> !source.schema().equals(Optional.of(setting.value())));
      case VALIDATION, CONSTRAINTS ->
          Optional.of("Leave 'validation' out of models.nullability.")
              .filter(any -> source.nullability().contains(NullabilityRule.VALIDATION))
              .filter(any -> !validates(setting.name(), value));
      default ->
          Optional.ofNullable(ALL.get(setting.name()))
              .filter(unread -> !unread.harmless.contains(value))
              .map(Unread::remedy);
    };
  }

  private static boolean validates(String name, String value) {
    return name.equals(CONSTRAINTS)
        ? !value.equals("false")
        : Set.of(value.split("\\s*,\\s*")).stream().anyMatch(VALIDATING::contains);
  }
}
