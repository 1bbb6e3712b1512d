package dev.migrator.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Blob;
import java.sql.Clob;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Value;
import org.hibernate.type.descriptor.java.JavaType;

/** Compares what was stored with what was read. */
final class RowComparison {

  private final SessionFactoryImplementor factory;

  RowComparison(SessionFactoryImplementor factory) {
    this.factory = factory;
  }

  void assertSame(PersistentClass entity, Object stored, Object read) {
    for (Property property : Attributes.of(entity)) {
      compare(
          entity.getEntityName() + "." + property.getName(),
          property.getValue(),
          Attributes.get(property, stored),
          Attributes.get(property, read));
    }
  }

  private void compare(String attribute, Value value, Object stored, Object read) {
    if (stored == null && value instanceof org.hibernate.mapping.Collection) {
      assertThat(size(read)).as("the number of elements of %s", attribute).isZero();
    } else if (stored == null || read == null) {
      assertThat(read).as("%s as it was read", attribute).isEqualTo(stored);
    } else if (value instanceof BasicValue basic) {
      compareBasic(attribute, basic, stored, read);
    } else if (value instanceof Component && stored instanceof Temporal) {
      assertThat(comparable(read)).as("%s as it was read", attribute).isEqualTo(comparable(stored));
    } else if (value instanceof Component component) {
      for (Property property : Attributes.of(component)) {
        compare(
            attribute + "." + property.getName(),
            property.getValue(),
            Attributes.get(property, stored),
            Attributes.get(property, read));
      }
    } else if (value instanceof org.hibernate.mapping.Collection) {
      assertThat(size(read)).as("the number of elements of %s", attribute).isEqualTo(size(stored));
    } else {
      assertThat(key(read)).as("the key of %s", attribute).isEqualTo(key(stored));
    }
  }

  private Object key(Object entity) {
    return factory.getPersistenceUnitUtil().getIdentifier(entity);
  }

  private static int size(Object elements) {
    if (elements instanceof Map<?, ?> map) {
      return map.size();
    }
    return elements instanceof java.util.Collection<?> collection
        ? collection.size()
        : java.lang.reflect.Array.getLength(elements);
  }

  @SuppressWarnings("unchecked") // The values are of the attribute's type.
  private static void compareBasic(String attribute, BasicValue value, Object stored, Object read) {
    if (stored instanceof Blob || stored instanceof Clob) {
      return; // Their contents are streams, the one of the closed session gone.
    }
    Object wanted = comparable(stored);
    Object actual = comparable(read);
    JavaType<Object> type = (JavaType<Object>) value.resolve().getDomainJavaType();
    boolean same =
        Objects.deepEquals(wanted, actual)
            || (wanted.getClass() == stored.getClass() && type.areEqual(stored, read));
    assertThat(same).as("%s was stored as %s and read as %s", attribute, wanted, actual).isTrue();
  }

  /** The same moment is the same value, in whichever zone and class. */
  @SuppressWarnings("JavaUtilDate") // Models have attributes of it.
  private static Object comparable(Object value) {
    if (value instanceof Date date) {
      return date.getTime();
    }
    if (value instanceof Calendar calendar) {
      return calendar.getTimeInMillis();
    }
    if (value instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    if (value instanceof ZonedDateTime moment) {
      return moment.toInstant();
    }
    if (value instanceof OffsetTime time) {
      return time.withOffsetSameInstant(ZoneOffset.UTC);
    }
    return value;
  }
}
