package dev.migrator.hibernate;

import static java.util.stream.Collectors.partitioningBy;

import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.hibernate.Session;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.mapping.Any;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.Value;

/** Stores an entity whose every attribute has a value, and first the entities that it refers to. */
final class EntityRows {

  private static final int DEPTH = 8;

  private final Metadata metadata;
  private final SessionFactoryImplementor factory;
  private final BasicValues values;
  private final Map<String, Object> shared = new HashMap<>();
  private final Deque<Object> inProgress = new ArrayDeque<>();

  EntityRows(Metadata metadata, SessionFactoryImplementor factory, BasicValues values) {
    this.metadata = metadata;
    this.factory = factory;
    this.values = values;
  }

  /**
   * A new entity, stored. What it can do without is set when it is stored, so that what it refers
   * to may refer to it.
   */
  Object store(PersistentClass entity, Session session) {
    Object row = Instances.create(entity.getMappedClass());
    inProgress.push(row);
    fillKey(entity, row, session);
    Map<Boolean, List<Property>> byTime =
        Attributes.of(entity).stream()
            .collect(partitioningBy(property -> Attributes.canWait(property, entity)));
    fill(byTime.get(false), entity, row, session);
    session.persist(row);
    fill(byTime.get(true), entity, row, session);
    inProgress.pop();
    return row;
  }

  private void fill(
      List<Property> properties, PersistentClass entity, Object row, Session session) {
    for (Property property : properties) {
      Object value = valueOf(property, entity.getMappedClass(), false, session);
      set(property, row, value);
      if (Attributes.sharesKey(property, entity) && value != null) {
        Object key = factory.getPersistenceUnitUtil().getIdentifier(value);
        set(entity.getIdentifierProperty(), row, key);
      }
    }
  }

  private void fillKey(PersistentClass entity, Object row, Session session) {
    boolean generated =
        BothVersions.isGenerated(
            factory
                .getMappingMetamodel()
                .getEntityDescriptor(entity.getEntityName())
                .getGenerator());
    for (Property property : Attributes.ofKey(entity)) {
      boolean given =
          property.getValue() instanceof Component || property.getValue() instanceof ToOne;
      if (!generated || given || isPartOfKey(entity)) {
        set(property, row, valueOf(property, entity.getMappedClass(), true, session));
      }
    }
  }

  /** Whether the key has several attributes, each of which may be generated or given. */
  private static boolean isPartOfKey(PersistentClass entity) {
    return entity.getIdentifierProperty() == null;
  }

  private static void set(Property property, Object owner, Object value) {
    if (value instanceof Enum<?> constant) {
      setEnum(property, owner, constant);
    } else if (value != null) {
      Attributes.set(property, owner, value);
    }
  }

  /** Sets the constant, or one that the setter does not refuse. */
  private static void setEnum(Property property, Object owner, Enum<?> constant) {
    List<Object> choices = new ArrayList<>(List.of(constant));
    choices.addAll(List.of(constant.getDeclaringClass().getEnumConstants()));
    for (Object choice : choices) {
      try {
        Attributes.set(property, owner, choice);
        return;
      } catch (IllegalStateException refused) {
        // The next one, then.
      }
    }
  }

  private Object valueOf(Property property, Class<?> owner, boolean exclusive, Session session) {
    Value value = property.getValue();
    if (value instanceof org.hibernate.mapping.Collection collection) {
      Class<?> type = property.getGetter(owner).getReturnTypeClass();
      return collection(collection, type, session);
    }
    boolean optional = property.isOptional() && value.isNullable();
    return single(value, exclusive, optional, session);
  }

  private Object single(Value value, boolean exclusive, boolean optional, Session session) {
    if (value instanceof Component component) {
      return embeddable(component, exclusive, session);
    }
    if (value instanceof ToOne association) {
      PersistentClass target = metadata.getEntityBinding(association.getReferencedEntityName());
      return target(target, exclusive || Attributes.isExclusive(association), optional, session);
    }
    if (value instanceof OneToMany association) {
      return target(association.getAssociatedClass(), true, optional, session);
    }
    if (value instanceof Any any) {
      return any(any, session);
    }
    return values.of((BasicValue) value);
  }

  private Object embeddable(Component component, boolean exclusive, Session session) {
    Optional<Object> moment = values.ofJava(component.getComponentClass());
    if (moment.isPresent()) {
      return moment.get(); // Its zone has a column of its own.
    }
    Map<String, Object> attributes = new HashMap<>();
    List<Property> properties = Attributes.of(component);
    for (Property property : properties) {
      attributes.put(
          property.getName(), valueOf(property, component.getComponentClass(), exclusive, session));
    }
    if (component.getComponentClass().isRecord()) {
      return Instances.record(component.getComponentClass(), attributes);
    }
    Object embeddable = Instances.create(component.getComponentClass());
    properties.forEach(property -> set(property, embeddable, attributes.get(property.getName())));
    return embeddable;
  }

  /** An entity to refer to; null where an optional reference would close a circle. */
  private Object target(
      PersistentClass wanted, boolean exclusive, boolean optional, Session session) {
    PersistentClass entity = concrete(wanted).orElseThrow();
    Optional<Object> circle =
        inProgress.stream().filter(row -> row.getClass() == entity.getMappedClass()).findFirst();
    if (circle.isPresent() || inProgress.size() >= DEPTH) {
      return optional ? null : circle.orElseThrow();
    }
    if (exclusive) {
      return store(entity, session);
    }
    Object target = shared.get(entity.getEntityName());
    if (target == null) {
      target = store(entity, session);
      shared.put(entity.getEntityName(), target);
    }
    return target;
  }

  private static Optional<PersistentClass> concrete(PersistentClass entity) {
    if (!Modifier.isAbstract(entity.getMappedClass().getModifiers())) {
      return Optional.of(entity);
    }
    return entity.getDirectSubclasses().stream()
        .map(EntityRows::concrete)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Object any(Any any, Session session) {
    Class<?> key = any.getKeyDescriptor().resolve().getDomainJavaType().getJavaTypeClass();
    Collection<String> mapped =
        any.getMetaValues() == null ? List.of() : any.getMetaValues().values();
    return StoredRows.concrete(metadata).stream()
        .filter(entity -> mapped.isEmpty() || mapped.contains(entity.getEntityName()))
        .filter(entity -> entity.getIdentifier().getType().getReturnedClass() == key)
        .findFirst()
        .map(entity -> target(entity, false, true, session))
        .orElse(null);
  }

  private Object collection(
      org.hibernate.mapping.Collection value, Class<?> declared, Session session) {
    Object element = single(value.getElement(), value.isOneToMany(), true, session);
    if (element == null) {
      return null;
    }
    if (value instanceof org.hibernate.mapping.Map map) {
      Object key = single(map.getIndex(), false, false, session);
      return Collections.map(value.isSorted() ? SortedMap.class : declared, key, element);
    }
    return Collections.of(value.isSorted() ? SortedSet.class : declared, List.of(element));
  }
}
