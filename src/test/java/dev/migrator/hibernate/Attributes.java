package dev.migrator.hibernate;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.PropertyNotFoundException;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.OneToOne;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.Value;
import org.hibernate.type.BasicType;

/** The attributes of an entity or embeddable that a test has to give a value. */
final class Attributes {

  private Attributes() {}

  /** Those of an entity beside its key. */
  static List<Property> of(PersistentClass entity) {
    return entity.getPropertyClosure().stream()
        .filter(property -> property != entity.getVersion())
        .filter(
            property ->
                isFilled(property, entity.getMappedClass())
                    || (isOfKey(property, entity) && isAccessible(property, entity)))
        .toList();
  }

  private static boolean isAccessible(Property property, PersistentClass entity) {
    return isAccessible(property, entity.getMappedClass());
  }

  static List<Property> of(Component embeddable) {
    return embeddable.getProperties().stream()
        .filter(property -> isFilled(property, embeddable.getComponentClass()))
        .toList();
  }

  /** Those that make up the key; without {@code @EmbeddedId} they are the entity's own. */
  static List<Property> ofKey(PersistentClass entity) {
    if (entity.getIdentifierProperty() != null) {
      return List.of(entity.getIdentifierProperty());
    }
    Component mapper = entity.getIdentifierMapper();
    KeyValue key = entity.getIdentifier();
    List<Property> properties = new ArrayList<>();
    if (mapper != null) {
      properties.addAll(mapper.getProperties());
    } else if (key instanceof Component component) {
      properties.addAll(component.getProperties());
    }
    return properties;
  }

  private static boolean isFilled(Property property, Class<?> owner) {
    return !property.isBackRef()
        && !property.isSynthetic()
        && property.getValueGeneratorCreator() == null
        && isOwnersSide(property)
        && isAccessible(property, owner);
  }

  /** Whether it is this attribute that writes the columns. */
  private static boolean isOwnersSide(Property property) {
    Value value = property.getValue();
    if (value instanceof org.hibernate.mapping.Collection collection) {
      return !collection.isInverse();
    }
    if (value instanceof OneToOne toOne) {
      return toOne.isConstrained();
    }
    return property.isInsertable() && !value.getColumns().isEmpty();
  }

  private static boolean isAccessible(Property property, Class<?> owner) {
    if (owner.isRecord()) {
      return true;
    }
    try {
      property.getGetter(owner);
      return property.getSetter(owner) != null;
    } catch (PropertyNotFoundException none) {
      return false;
    }
  }

  static Object get(Property property, Object owner) {
    try {
      Member member = reader(property, owner.getClass());
      if (member instanceof Field field) {
        field.setAccessible(true);
        return field.get(owner);
      }
      Method method = (Method) member;
      method.setAccessible(true);
      return method.invoke(owner);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("cannot read " + property.getName(), failure);
    }
  }

  /** Of a record's component Hibernate tells no getter where attributes are behind getters. */
  private static Member reader(Property property, Class<?> owner) throws NoSuchMethodException {
    return owner.isRecord()
        ? owner.getDeclaredMethod(property.getName())
        : property.getGetter(owner).getMember();
  }

  static void set(Property property, Object owner, Object value) {
    try {
      Method setter = property.getSetter(owner.getClass()).getMethod();
      if (setter != null) {
        setter.setAccessible(true);
        setter.invoke(owner, value);
      } else {
        Field field = (Field) property.getGetter(owner.getClass()).getMember();
        field.setAccessible(true);
        field.set(owner, value);
      }
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("cannot set " + property.getName(), failure);
    }
  }

  /** Whether a row can be stored without it and given it afterwards. */
  static boolean canWait(Property property, PersistentClass entity) {
    Value value = property.getValue();
    if (!entity.isMutable() || property.isNaturalIdentifier()) {
      return false;
    }
    boolean optionalReference =
        value instanceof ToOne
            && BothVersions.isUpdatable(property)
            && property.isOptional()
            && value.isNullable()
            && !isOfKey(property, entity);
    return optionalReference || value instanceof org.hibernate.mapping.Collection;
  }

  /** Whether it is an association whose columns belong to the key. */
  private static boolean isOfKey(Property property, PersistentClass entity) {
    Value value = property.getValue();
    if (value instanceof OneToOne single && single.getColumns().isEmpty()) {
      return single.isConstrained();
    }
    return value instanceof ToOne association
        && !association.getColumns().isEmpty()
        && entity.getIdentifier().getColumns().containsAll(association.getColumns());
  }

  /** Whether it refers to the entity with the same key, which is to be given. */
  static boolean sharesKey(Property property, PersistentClass entity) {
    return isOfKey(property, entity)
        && entity.getIdentifierProperty() != null
        && entity.getIdentifier() instanceof BasicValue
        && entity.getIdentifier().getType() instanceof BasicType<?>;
  }

  /** Whether two rows may not refer to the same one. */
  static boolean isExclusive(ToOne association) {
    return association instanceof OneToOne
        || association.getColumns().stream().anyMatch(column -> column.isUnique())
        || (association instanceof org.hibernate.mapping.ManyToOne many
            && many.isLogicalOneToOne());
  }
}
