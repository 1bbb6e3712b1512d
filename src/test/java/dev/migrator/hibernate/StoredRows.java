package dev.migrator.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.PersistentClass;

/** Stores a row of each entity through Hibernate, and reads it again in another transaction. */
final class StoredRows {

  private final Metadata metadata;
  private final SessionFactoryImplementor factory;
  private final BasicValues values = new BasicValues();

  StoredRows(Metadata metadata, SessionFactoryImplementor factory) {
    this.metadata = metadata;
    this.factory = factory;
  }

  /** What failed, by the entity's name; empty if each row was stored and read. */
  Map<String, String> failures() {
    Map<String, String> failures = new TreeMap<>();
    for (PersistentClass entity : concrete(metadata)) {
      try {
        storeAndRead(entity);
      } catch (RuntimeException | AssertionError | LinkageError failure) {
        failures.put(entity.getEntityName(), Causes.of(failure));
      }
    }
    return failures;
  }

  /** The entities that have rows of their own in a table, by name. */
  static List<PersistentClass> concrete(Metadata metadata) {
    return metadata.getEntityBindings().stream()
        .filter(entity -> !Modifier.isAbstract(entity.getMappedClass().getModifiers()))
        .filter(entity -> !entity.getTable().isSubselect() && !entity.getTable().isView())
        .sorted(Comparator.comparing(PersistentClass::getEntityName))
        .toList();
  }

  private void storeAndRead(PersistentClass entity) {
    EntityRows rows = new EntityRows(metadata, factory, values);
    Object stored =
        inTransaction(
            session -> {
              Object root = rows.store(entity, session);
              session.flush();
              return root;
            });
    inTransaction(
        session -> {
          Object id = factory.getPersistenceUnitUtil().getIdentifier(stored);
          Object read = session.find(entity.getMappedClass(), id);
          assertThat(read).as("the row with the key %s", id).isNotNull();
          new RowComparison(factory).assertSame(entity, stored, read);
          return read;
        });
  }

  private <T> T inTransaction(Function<Session, T> work) {
    try (Session session = factory.openSession()) {
      session.beginTransaction();
      try {
        T result = work.apply(session);
        session.getTransaction().commit();
        return result;
      } catch (RuntimeException | Error failure) {
        session.getTransaction().rollback();
        throw failure;
      }
    }
  }
}
