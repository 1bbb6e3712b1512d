package dev.migrator.entity;

import dev.migrator.entity.orm.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the settings of Hibernate make of a schema, as {@code persistence.xml} and files of
 * properties have them.
 *
 * @param naming how tables and columns are named
 * @param codes the JDBC type codes of Java types, where they are not Hibernate's own choice
 * @param timeZones how the time zones of moments are kept
 * @param wrapperArrays what arrays of wrappers are
 * @param warnings what they say that is not read
 */
record HibernateSettings(
    Naming naming,
    Map<String, Integer> codes,
    TimeZoneStorage timeZones,
    WrapperArrays wrapperArrays,
    List<ModelWarning> warnings) {

  private static final String PHYSICAL = "hibernate.physical_naming_strategy";
  private static final String IMPLICIT = "hibernate.implicit_naming_strategy";
  private static final String QUOTED = "hibernate.globally_quoted_identifiers";
  private static final String TIME_ZONES = "hibernate.timezone.default_storage";

  /** The Java types that a setting is about. */
  private static final Map<String, List<String>> PREFERRED =
      Map.of(
          "hibernate.type.preferred_boolean_jdbc_type", List.of("boolean", "java.lang.Boolean"),
          "hibernate.type.preferred_uuid_jdbc_type", List.of("java.util.UUID"),
          "hibernate.type.preferred_duration_jdbc_type", List.of("java.time.Duration"),
          "hibernate.type.preferred_instant_jdbc_type", List.of("java.time.Instant"));

  /** The codes that are of use for these types, by their names. */
  private static final Map<String, Integer> CODES =
      Map.ofEntries(
          Map.entry("BIT", -7),
          Map.entry("BOOLEAN", 16),
          Map.entry("TINYINT", -6),
          Map.entry("SMALLINT", 5),
          Map.entry("INTEGER", 4),
          Map.entry("BIGINT", -5),
          Map.entry("NUMERIC", 2),
          Map.entry("DECIMAL", 3),
          Map.entry("DOUBLE", 8),
          Map.entry("CHAR", 1),
          Map.entry("NCHAR", -15),
          Map.entry("VARCHAR", 12),
          Map.entry("NVARCHAR", -9),
          Map.entry("BINARY", -2),
          Map.entry("VARBINARY", -3),
          Map.entry("TIMESTAMP", 93),
          Map.entry("TIMESTAMP_WITH_TIMEZONE", 2014),
          Map.entry("UUID", 3000),
          Map.entry("TIMESTAMP_UTC", 3003),
          Map.entry("INSTANT", 3008),
          Map.entry("DURATION", 3015),
          Map.entry("INTERVAL_SECOND", 3100));

  private static final Set<String> SNAKE_CASE =
      Set.of(
          "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy",
          "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl",
          "org.springframework.boot.orm.jpa.hibernate.SpringPhysicalNamingStrategy");

  private static final Set<String> AS_WRITTEN =
      Set.of("default", "org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl");

  /** What an unnamed join table's second part is, by the strategy that names what is unnamed. */
  private static final Map<String, Naming.JoinTables> JOIN_TABLES =
      Map.of(
          "default", Naming.JoinTables.OTHER_TABLE,
          "jpa", Naming.JoinTables.OTHER_TABLE,
          "org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl",
              Naming.JoinTables.OTHER_TABLE,
          "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy",
              Naming.JoinTables.ATTRIBUTE,
          "org.springframework.boot.hibernate.SpringImplicitNamingStrategy",
              Naming.JoinTables.ATTRIBUTE);

  HibernateSettings {
    codes = Map.copyOf(codes);
    warnings = List.copyOf(warnings);
  }

  /**
   * What some settings say, where the configuration says nothing.
   *
   * @param settings the settings; of two with one name the first holds
   */
  static HibernateSettings of(List<Setting> settings, EntitySource source) {
    List<ModelWarning> warnings = new ArrayList<>();
    Map<String, Setting> byName = new LinkedHashMap<>();
    settings.forEach(setting -> byName.putIfAbsent(setting.name(), setting));
    Naming naming = naming(byName, source, warnings);
    Map<String, Integer> codes = codes(byName, warnings);
    UnreadSettings.warnOf(byName.values(), source, warnings::add);
    for (Setting other : settings) {
      Setting holding = byName.getOrDefault(other.name(), other);
      boolean counts = isRead(other.name()) || UnreadSettings.isKnown(other.name());
      if (counts && !holding.value().equals(other.value())) {
        warnings.add(contradiction(other, holding));
      }
    }
    return new HibernateSettings(
        naming,
        codes,
        new TimeZoneStorage(value(byName, TIME_ZONES).map(value -> value.toUpperCase(Locale.ROOT))),
        WrapperArrays.of(
            value(byName, WrapperArrays.SETTING),
            value(byName, WrapperArrays.COMPLIANCE).filter("true"::equalsIgnoreCase).isPresent()),
        warnings);
  }

  private static Optional<String> value(Map<String, Setting> byName, String name) {
    return Optional.ofNullable(byName.get(name)).map(Setting::value);
  }

  /** The JDBC type code for all values of a Java type. */
  Optional<Integer> code(String javaType) {
    return Optional.ofNullable(codes.get(javaType));
  }

  private static boolean isRead(String name) {
    return PREFERRED.containsKey(name)
        || Set.of(
                PHYSICAL,
                IMPLICIT,
                QUOTED,
                TIME_ZONES,
                WrapperArrays.SETTING,
                WrapperArrays.COMPLIANCE)
            .contains(name);
  }

  private static ModelWarning contradiction(Setting other, Setting holding) {
    return new ModelWarning(
        other.location(),
        "%s is '%s' here and '%s' at %s, which holds. Let both be the same, or leave one file out of models.classpath."
            .formatted(other.name(), other.value(), holding.value(), holding.location()));
  }

  private static Naming naming(
      Map<String, Setting> byName, EntitySource source, List<ModelWarning> warnings) {
    Optional<Setting> physical = Optional.ofNullable(byName.get(PHYSICAL));
    Optional<Setting> implicit = Optional.ofNullable(byName.get(IMPLICIT));
    Optional<NameStyle> style = physical.flatMap(setting -> style(setting.value()));
    Optional<Naming.JoinTables> joinTables =
        implicit.flatMap(setting -> Optional.ofNullable(JOIN_TABLES.get(setting.value())));
    NameStyle names = style.orElse(NameStyle.AS_WRITTEN);
    Naming said =
        new Naming(
            names, names, names, joinTables.orElse(Naming.JoinTables.OTHER_TABLE), Quoting.NONE);
    Naming naming = source.naming().orElse(said);
    if (source.naming().isEmpty()) {
      physical
          .filter(setting -> style.isEmpty())
          .ifPresent(setting -> warnings.add(unknownNames(setting)));
      implicit
          .filter(setting -> joinTables.isEmpty())
          .ifPresent(setting -> warnings.add(unknownNames(setting)));
    } else if (style.isPresent() && !naming.isStyledLike(said)) {
      warnings.add(otherNames(physical.orElseThrow()));
    }
    boolean quoted =
        Optional.ofNullable(byName.get(QUOTED))
            .filter(setting -> Boolean.parseBoolean(setting.value()))
            .isPresent();
    return quoted ? naming.with(Quoting.ALL) : naming;
  }

  private static Optional<NameStyle> style(String strategy) {
    if (SNAKE_CASE.contains(strategy)) {
      return Optional.of(NameStyle.SNAKE_CASE);
    }
    return AS_WRITTEN.contains(strategy) ? Optional.of(NameStyle.AS_WRITTEN) : Optional.empty();
  }

  private static ModelWarning unknownNames(Setting setting) {
    return new ModelWarning(
        setting.location(),
        "%s is %s, whose names are not known. Say with models.naming what they are like."
            .formatted(setting.name(), setting.value()));
  }

  private static ModelWarning otherNames(Setting setting) {
    return new ModelWarning(
        setting.location(),
        "%s is %s, which names tables and columns otherwise than models.naming. Leave models.naming out, and the names are those of the setting."
            .formatted(setting.name(), setting.value()));
  }

  private static Map<String, Integer> codes(
      Map<String, Setting> byName, List<ModelWarning> warnings) {
    Map<String, Integer> codes = new LinkedHashMap<>();
    PREFERRED.forEach(
        (name, types) ->
            Optional.ofNullable(byName.get(name))
                .ifPresent(
                    setting ->
                        code(setting)
                            .filter(JdbcTypes::isRead)
                            .ifPresentOrElse(
                                code -> types.forEach(type -> codes.put(type, code)),
                                () -> warnings.add(unknownCode(setting)))));
    return codes;
  }

  /** It is given as a number or by its name in {@code SqlTypes}. */
  private static Optional<Integer> code(Setting setting) {
    return setting.value().matches("-?\\d{1,9}")
        ? Optional.of(Integer.valueOf(setting.value()))
        : Optional.ofNullable(CODES.get(setting.value().toUpperCase(Locale.ROOT)));
  }

  private static ModelWarning unknownCode(Setting setting) {
    return new ModelWarning(
        setting.location(),
        "%s is %s, for which no type of column is known. Write the types of the members that it concerns down with @Column(columnDefinition = …) or @ColumnSpec(type = …)."
            .formatted(setting.name(), setting.value()));
  }
}
