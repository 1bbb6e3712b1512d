package dev.migrator.entity.orm;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/**
 * What the head of a mapping file says for all that stands in it.
 *
 * @param packageName completes names of classes without a package
 * @param schema the schema of tables that name none
 * @param access how attributes are read where a class does not say
 * @param unread hears what is not read
 */
record Document(
    Optional<String> packageName,
    Optional<String> schema,
    Optional<String> access,
    Consumer<UnreadElement> unread) {

  /** The names that stand for types of Java. */
  private static final Map<String, String> SIMPLE_NAMES =
      Map.ofEntries(
          Map.entry("string", "java.lang.String"),
          Map.entry("String", "java.lang.String"),
          Map.entry("boolean", "java.lang.Boolean"),
          Map.entry("Boolean", "java.lang.Boolean"),
          Map.entry("byte", "java.lang.Byte"),
          Map.entry("Byte", "java.lang.Byte"),
          Map.entry("short", "java.lang.Short"),
          Map.entry("Short", "java.lang.Short"),
          Map.entry("int", "java.lang.Integer"),
          Map.entry("integer", "java.lang.Integer"),
          Map.entry("Integer", "java.lang.Integer"),
          Map.entry("long", "java.lang.Long"),
          Map.entry("Long", "java.lang.Long"),
          Map.entry("float", "java.lang.Float"),
          Map.entry("Float", "java.lang.Float"),
          Map.entry("double", "java.lang.Double"),
          Map.entry("Double", "java.lang.Double"),
          Map.entry("char", "java.lang.Character"),
          Map.entry("Character", "java.lang.Character"));

  static Document of(XmlElement root, Optional<String> unitAccess, Consumer<UnreadElement> unread) {
    return new Document(
        root.childText("package"),
        root.childText("schema"),
        root.childText("access").or(() -> unitAccess),
        unread);
  }

  void unread(UnreadElement element) {
    unread.accept(element);
  }

  /** The whole name of a class. */
  String className(String name) {
    return name.contains(".") ? name : packageName.map(prefix -> prefix + "." + name).orElse(name);
  }

  AnnotationValue classValue(String attribute, String name) {
    String type = Optional.ofNullable(SIMPLE_NAMES.get(name)).orElseGet(() -> className(name));
    return AnnotationValue.createClassValue(
        attribute, Type.create(DotName.createSimple(type), Type.Kind.CLASS));
  }

  /** The schema of a table, unless it names one itself. */
  Optional<AnnotationValue> placing(Optional<String> own) {
    return (own.isPresent() ? Optional.<String>empty() : schema)
        .map(name -> AnnotationValue.createStringValue("schema", name));
  }
}
