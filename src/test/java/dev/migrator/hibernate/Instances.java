package dev.migrator.hibernate;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Objects of classes that a test does not know. */
final class Instances {

  private Instances() {}

  /** One made by the constructor without parameters. */
  static Object create(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("cannot make a " + type.getName(), failure);
    }
  }

  static boolean canCreate(Class<?> type) {
    return !type.isInterface()
        && !Modifier.isAbstract(type.getModifiers())
        && Stream.of(type.getDeclaredConstructors()).anyMatch(c -> c.getParameterCount() == 0);
  }

  /** A record with these values by name. */
  static Object record(Class<?> type, Map<String, Object> attributes) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(
          Stream.of(components).map(component -> attributes.get(component.getName())).toArray());
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("cannot make a " + type.getName(), failure);
    }
  }

  /** A value object made from its text, by a constructor or a static method that takes one. */
  static Optional<Object> parsed(Class<?> type, String text) {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == String.class) {
        constructor.setAccessible(true);
        try {
          return Optional.of(constructor.newInstance(text));
        } catch (ReflectiveOperationException unfit) {
          return Optional.empty();
        }
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isStatic(method.getModifiers())
          && method.getReturnType() == type
          && method.getParameterCount() == 1
          && method.getParameterTypes()[0] == String.class) {
        method.setAccessible(true);
        try {
          return Optional.ofNullable(method.invoke(null, text));
        } catch (ReflectiveOperationException unfit) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
