package dev.migrator.entity;

import dev.migrator.entity.classpath.ClassPath;
import dev.migrator.hibernate.SpringImplicitNames;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.tool.schema.internal.SchemaCreatorImpl;

/** Hibernate's reading of a model, on PostgreSQL, in the lines of {@link PostgresqlLines}. */
final class HibernateSchema {

  private HibernateSchema() {}

  /** Hibernate's schema of the same classes. */
  static Set<String> lines(EntitySource source, PhysicalNamingStrategy strategy) {
    URL[] urls = source.classpath().stream().map(HibernateSchema::url).toArray(URL[]::new);
    try (URLClassLoader loader = new URLClassLoader(urls, HibernateSchema.class.getClassLoader());
        StandardServiceRegistry registry =
            new StandardServiceRegistryBuilder(
                    new BootstrapServiceRegistryBuilder().applyClassLoader(loader).build())
                .applySetting("hibernate.dialect", PostgreSQLDialect.class.getName())
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
                .applySetting(
                    "hibernate.globally_quoted_identifiers",
                    source.naming().orElse(Naming.JPA).quoting() == Quoting.ALL)
                .applySettings(properties(loader))
                .build()) {
      MetadataSources sources = new MetadataSources(registry);
      try (ClassPath classpath = new ClassPath(source.classpath())) {
        for (String name :
            EntityScan.classesIn(
                classpath, source.packages().stream().map(NamePattern::new).toList())) {
          Class<?> type = loader.loadClass(name);
          if (type.isAnnotationPresent(jakarta.persistence.Entity.class)
              || type.isAnnotationPresent(jakarta.persistence.Embeddable.class)
              || type.isAnnotationPresent(jakarta.persistence.Converter.class)) {
            sources.addAnnotatedClass(type);
          }
        }
      }
      if (loader.getResource("META-INF/orm.xml") != null) {
        sources.addResource("META-INF/orm.xml");
      }
      Metadata metadata =
          sources
              .getMetadataBuilder()
              .applyPhysicalNamingStrategy(strategy)
              .applyImplicitNamingStrategy(
                  source.naming().orElse(Naming.JPA).joinTables() == Naming.JoinTables.ATTRIBUTE
                      ? new SpringImplicitNames()
                      : ImplicitNamingStrategyJpaCompliantImpl.INSTANCE)
              .build();
      ((MetadataImplementor) metadata).orderColumns(true);
      Set<String> lines = new TreeSet<>();
      new SchemaCreatorImpl(registry)
          .generateCreationCommands(metadata, false)
          .forEach(
              command -> {
                if (command.startsWith("create type") && !command.contains(" as enum ")) {
                  lines.add(lower(command.substring("create ".length())));
                } else if (command.startsWith("create type")) {
                  lines.add(enumLine(command));
                } else if (command.startsWith("create sequence")) {
                  lines.add(lower(command.substring("create ".length())));
                }
              });
      metadata.collectTableMappings().stream()
          .filter(org.hibernate.mapping.Table::isPhysicalTable)
          .forEach(table -> describe(table, metadata, lines));
      return lines;
    } catch (IOException | ClassNotFoundException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Hibernate looks for the file once in a process, and here each model has its own. */
  private static Map<String, Object> properties(ClassLoader loader) throws IOException {
    Map<String, Object> settings = new TreeMap<>();
    try (InputStream file = loader.getResourceAsStream("hibernate.properties")) {
      if (file != null) {
        Properties properties = new Properties();
        properties.load(file);
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.get(name)));
      }
    }
    return settings;
  }

  private static String enumLine(String command) {
    String[] parts = command.split("[ (]+", 6);
    List<String> values =
        Stream.of(parts[5].replaceAll("[')]", "").split(",")).map(String::strip).toList();
    return "enum " + lower(parts[2]) + " " + values;
  }

  private static void describe(
      org.hibernate.mapping.Table table, Metadata metadata, Set<String> lines) {
    String name = name(table.getNameIdentifier());
    Set<String> uniques = new TreeSet<>();
    for (org.hibernate.mapping.Column column : table.getColumns()) {
      String columnName = name(column.getNameIdentifier(metadata.getDatabase()));
      lines.add(
          "%s.%s %s%s%s"
              .formatted(
                  name,
                  columnName,
                  sqlType(column, metadata),
                  // Hibernate does not write it for a column that is computed.
                  column.isNullable() || column.getGeneratedAs() != null ? "" : " not null",
                  PostgresqlLines.rest(
                      Optional.ofNullable(column.getCollation()),
                      Optional.ofNullable(column.getDefaultValue()),
                      Optional.ofNullable(column.getGeneratedAs()),
                      Optional.ofNullable(column.getComment()).filter(text -> !text.isEmpty()))));
      if (column.isUnique()) {
        uniques.add("unique " + name + "(" + columnName + ")");
      }
      column
          .getCheckConstraints()
          .forEach(check -> lines.add(PostgresqlLines.check(name, check.getConstraint())));
    }
    table
        .getChecks()
        .forEach(check -> lines.add(PostgresqlLines.check(name, check.getConstraint())));
    if (table.hasPrimaryKey()) {
      lines.add(
          PostgresqlLines.key("key", name, names(table.getPrimaryKey().getColumns(), metadata)));
    }
    table
        .getUniqueKeys()
        .values()
        .forEach(
            key ->
                uniques.add(
                    PostgresqlLines.key("unique", name, names(key.getColumns(), metadata))));
    lines.addAll(uniques);
    table
        .getIndexes()
        .values()
        .forEach(i -> lines.add("index " + name + " " + i.getSelectables().size()));
    for (org.hibernate.mapping.ForeignKey key : table.getForeignKeyCollection()) {
      if (key.isCreationEnabled() && key.isPhysicalConstraint()) {
        List<String> referenced =
            names(
                key.isReferenceToPrimaryKey()
                    ? key.getReferencedTable().getPrimaryKey().getColumns()
                    : key.getReferencedColumns(),
                metadata);
        lines.add(
            PostgresqlLines.foreignKey(
                name,
                names(key.getColumns(), metadata),
                name(key.getReferencedTable().getNameIdentifier()),
                referenced,
                key.getOnDeleteAction() == null ? "NO_ACTION" : key.getOnDeleteAction()));
      }
    }
  }

  private static String sqlType(org.hibernate.mapping.Column column, Metadata metadata) {
    String type = column.getSqlType(metadata);
    if (type.startsWith("float(")) {
      int bits = Integer.parseInt(type.substring(6, type.length() - 1));
      return bits <= 24 ? "float4" : "float8";
    }
    return lower(type);
  }

  private static List<String> names(
      Collection<org.hibernate.mapping.Column> columns, Metadata metadata) {
    List<String> names = new ArrayList<>();
    columns.forEach(column -> names.add(name(column.getNameIdentifier(metadata.getDatabase()))));
    return names;
  }

  private static String name(Identifier identifier) {
    return identifier.isQuoted() ? identifier.getText() : lower(identifier.getText());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
