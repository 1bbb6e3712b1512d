package dev.migrator.hibernate;

import dev.migrator.testing.TestDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** A model as Hibernate understands it for one database. */
final class HibernateModel implements AutoCloseable {

  private static final String END = ";--end";

  private final URLClassLoader loader;
  private final StandardServiceRegistry registry;
  private final Metadata metadata;

  private HibernateModel(JpaModel model, TestDatabase database, Map<String, Object> action) {
    loader = new URLClassLoader(urls(model), HibernateModel.class.getClassLoader());
    registry =
        new StandardServiceRegistryBuilder(
                new BootstrapServiceRegistryBuilder().applyClassLoader(loader).build())
            .applySettings(settings(model, database))
            .applySettings(action)
            .build();
    try {
      MetadataSources sources = new MetadataSources(registry);
      ManagedClasses.addTo(sources, model, loader);
      metadata =
          sources
              .getMetadataBuilder()
              .applyImplicitNamingStrategy(
                  model.isSpring()
                      ? new SpringImplicitNames()
                      : new ImplicitNamingStrategyJpaCompliantImpl())
              .applyPhysicalNamingStrategy(
                  model.isSpring()
                      ? BothVersions.snakeCase()
                      : new PhysicalNamingStrategyStandardImpl())
              .build();
      if (database.dialectName().equals("sqlite")) {
        SqliteExceptions.declareIn(metadata);
      }
    } catch (RuntimeException | Error failure) {
      close();
      throw failure;
    }
  }

  /**
   * Boots Hibernate, which validates the schema of the database, then stores a row of each entity.
   *
   * @return what failed, by the entity's name
   * @throws org.hibernate.HibernateException if the schema is not valid
   */
  static Map<String, String> validateAndStore(JpaModel model, TestDatabase database) {
    return store(model, database, Map.of("hibernate.hbm2ddl.auto", "validate"));
  }

  /** The same in a schema of Hibernate's own. */
  static Map<String, String> store(JpaModel model, TestDatabase database) {
    return store(model, database, Map.of());
  }

  private static Map<String, String> store(
      JpaModel model, TestDatabase database, Map<String, Object> action) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (HibernateModel hibernate = new HibernateModel(model, database, action);
        SessionFactoryImplementor factory = hibernate.boot()) {
      thread.setContextClassLoader(hibernate.loader); // Serialized values are read with it.
      return new StoredRows(hibernate.metadata, factory).failures();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * The statements with which Hibernate creates the schema. They are known once it has booted: the
   * constraints of {@code jakarta.validation} come last.
   */
  static List<String> creation(JpaModel model, TestDatabase database) {
    StringWriter script = new StringWriter();
    Map<String, Object> action =
        Map.of(
            "jakarta.persistence.schema-generation.scripts.action",
            "create",
            "jakarta.persistence.schema-generation.scripts.create-target",
            script,
            "jakarta.persistence.create-database-schemas",
            true,
            "hibernate.hbm2ddl.delimiter",
            END);
    try (HibernateModel hibernate = new HibernateModel(model, database, action)) {
      hibernate.boot().close();
      return Stream.of(script.toString().split(Pattern.quote(END)))
          .map(String::strip)
          .filter(statement -> !statement.isEmpty())
          .toList();
    }
  }

  private static Map<String, Object> settings(JpaModel model, TestDatabase database) {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("hibernate.connection.url", database.url());
    settings.put("hibernate.connection.pool_size", 2);
    if (database.dialectName().equals("sqlite")) {
      settings.put("hibernate.dialect", LenientSqliteDialect.class.getName());
      settings.put(SqliteExceptions.UUID_SETTING, SqliteExceptions.UUID_TYPE);
    }
    // Else a graph of eager associations is joined into one statement, of too many tables.
    settings.put("hibernate.max_fetch_depth", 0);
    // Tables of Hibernate's own for its bulk statements.
    settings.put("hibernate.query.mutation_strategy.persistent.create_tables", false);
    settings.put("jakarta.persistence.validation.mode", model.isValidated() ? "ddl" : "none");
    return settings;
  }

  private SessionFactoryImplementor boot() {
    return (SessionFactoryImplementor) metadata.buildSessionFactory();
  }

  private static URL[] urls(JpaModel model) {
    return model.classpath().stream().map(HibernateModel::url).toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Override
  public void close() {
    StandardServiceRegistryBuilder.destroy(registry);
    try {
      loader.close();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
