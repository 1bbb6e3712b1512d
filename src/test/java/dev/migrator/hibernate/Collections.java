package dev.migrator.hibernate;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collections of the type that an attribute has. */
final class Collections {

  private Collections() {}

  static Object of(Class<?> type, List<?> elements) {
    if (type.isArray()) {
      Object array = Array.newInstance(type.getComponentType(), elements.size());
      for (int i = 0; i < elements.size(); i++) {
        Array.set(array, i, elements.get(i));
      }
      return array;
    }
    for (Collection<Object> collection :
        List.<Collection<Object>>of(new ArrayList<>(), new LinkedHashSet<>())) {
      if (type.isInstance(collection)) {
        collection.addAll(elements);
        return collection;
      }
    }
    if (SortedSet.class.isAssignableFrom(type)) {
      return new TreeSet<>(elements);
    }
    return filled(type, elements);
  }

  @SuppressWarnings("unchecked") // Any collection class takes any element.
  private static Object filled(Class<?> type, List<?> elements) {
    Collection<Object> collection = (Collection<Object>) Instances.create(type);
    collection.addAll(elements);
    return collection;
  }

  static Object map(Class<?> type, Object key, Object value) {
    Map<Object, Object> map =
        SortedMap.class.isAssignableFrom(type) ? new TreeMap<>() : new LinkedHashMap<>();
    map.put(key, value);
    return map;
  }
}
