package dev.migrator.hibernate;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.BasicValue.Resolution;
import org.hibernate.mapping.Column;
import org.hibernate.type.BasicPluralType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.converter.spi.BasicValueConverter;

/** Values for basic attributes: no two alike where the type has enough of them. */
final class BasicValues {

  private int number = 0;

  /**
   * A value that fits the attribute's type, the size of its column and its checks.
   *
   * @throws IllegalStateException if the attribute has a type that no value can be made of
   */
  Object of(BasicValue attribute) {
    number++;
    Resolution<?> resolution = attribute.resolve();
    Room room = Room.of((Column) attribute.getColumn(), attribute.getTable(), number);
    int code = resolution.getJdbcType().getDefaultSqlTypeCode();
    Class<?> type = resolution.getDomainJavaType().getJavaTypeClass();
    return document(type, code)
        .or(() -> plural(resolution, type, room))
        .or(() -> JavaValues.of(type, code, room))
        .or(() -> converted(resolution.getValueConverter(), code, room))
        .or(() -> object(type, code, room))
        .orElseThrow(
            () -> new IllegalStateException("the test knows no value of " + type.getName()));
  }

  /** A value of one of Java's own classes. */
  Optional<Object> ofJava(Class<?> type) {
    number++;
    return JavaValues.of(type, SqlTypes.TIMESTAMP, Room.of(null, null, number));
  }

  private static Optional<Object> document(Class<?> type, int code) {
    boolean json = code == SqlTypes.JSON || code == SqlTypes.JSON_ARRAY;
    if (json && type == String.class) {
      return Optional.of("{\"a\": 1}");
    }
    if (code == SqlTypes.SQLXML && type == String.class) {
      return Optional.of("<a>1</a>");
    }
    return type == Map.class ? Optional.of(Map.of("a", "b")) : Optional.empty();
  }

  private static Optional<Object> plural(Resolution<?> resolution, Class<?> type, Room room) {
    boolean collection = java.util.Collection.class.isAssignableFrom(type);
    if (!collection && !(type.isArray() && type != byte[].class && type != char[].class)) {
      return Optional.empty();
    }
    if (resolution.getLegacyResolvedBasicType() instanceof BasicPluralType<?, ?> plural) {
      Class<?> element = plural.getElementType().getJavaType();
      int code = plural.getElementType().getJdbcType().getDefaultSqlTypeCode();
      return elements(type, JavaValues.of(element, code, room));
    }
    Class<?> element = element(resolution.getDomainJavaType().getJavaType(), type);
    return elements(
        type,
        JavaValues.of(element, SqlTypes.VARCHAR, room)
            .or(() -> object(element, SqlTypes.VARCHAR, room)));
  }

  private static Optional<Object> elements(Class<?> type, Optional<Object> element) {
    return element.map(value -> Collections.of(type, List.of(value)));
  }

  private static Class<?> element(Type generic, Class<?> type) {
    boolean typed =
        generic instanceof ParameterizedType parameterized
            && parameterized.getActualTypeArguments()[0] instanceof Class<?>;
    if (typed) {
      return (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
    }
    return type.isArray() ? type.getComponentType() : String.class;
  }

  private static <J, R> Optional<Object> converted(
      BasicValueConverter<J, R> converter, int code, Room room) {
    if (converter == null) {
      return Optional.empty();
    }
    Class<R> type = converter.getRelationalJavaType().getJavaTypeClass();
    return JavaValues.of(type, code, room).map(value -> converter.toDomainValue(type.cast(value)));
  }

  /** An object of a class of the model's own. */
  private static Optional<Object> object(Class<?> type, int code, Room room) {
    if (type.isRecord()) {
      return Optional.of(
          Instances.record(
              type,
              Stream.of(type.getRecordComponents())
                  .collect(
                      java.util.stream.Collectors.toMap(
                          java.lang.reflect.RecordComponent::getName,
                          component ->
                              JavaValues.of(component.getType(), code, room).orElseThrow()))));
    }
    return Instances.canCreate(type)
        ? Optional.of(Instances.create(type))
        : Instances.parsed(type, room.text());
  }
}
