package dev.migrator.hibernate;

import dev.migrator.testing.TestDatabase;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.tool.schema.internal.SchemaCreatorImpl;

/** A model as Hibernate understands it for one database. */
final class HibernateModel implements AutoCloseable {

  private final URLClassLoader loader;
  private final StandardServiceRegistry registry;
  private final Metadata metadata;
  private final List<String> creation;

  HibernateModel(JpaModel model, TestDatabase database) {
    loader = new URLClassLoader(urls(model), HibernateModel.class.getClassLoader());
    registry =
        new StandardServiceRegistryBuilder(
                new BootstrapServiceRegistryBuilder().applyClassLoader(loader).build())
            .applySettings(settings(model, database))
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
                      ? new PhysicalNamingStrategySnakeCaseImpl()
                      : new PhysicalNamingStrategyStandardImpl())
              .build();
      if (database.dialectName().equals("sqlite")) {
        SqliteExceptions.declareIn(metadata);
      }
      creation = new SchemaCreatorImpl(registry).generateCreationCommands(metadata, true);
    } catch (RuntimeException | Error failure) {
      close();
      throw failure;
    }
  }

  private static Map<String, Object> settings(JpaModel model, TestDatabase database) {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("hibernate.connection.url", database.url());
    settings.put("hibernate.connection.pool_size", 2);
    if (database.dialectName().equals("sqlite")) {
      settings.put("hibernate.dialect", LenientSqliteDialect.class.getName());
    }
    settings.put("hibernate.hbm2ddl.auto", "validate");
    settings.put("jakarta.persistence.validation.mode", model.isValidated() ? "ddl" : "none");
    return settings;
  }

  Metadata metadata() {
    return metadata;
  }

  /** The statements with which Hibernate creates the schema. */
  List<String> creation() {
    return creation;
  }

  /** Boots Hibernate, which validates the schema of the database; its end is this one's, too. */
  SessionFactoryImplementor boot() {
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
