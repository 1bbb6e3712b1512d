package dev.migrator.entity.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;

/**
 * How an element of a mapping file is said as an annotation: {@code <column column-definition="…">}
 * is {@code @Column(columnDefinition = "…")}. What an element leaves out its annotation leaves out.
 */
final class Form {

  /** Of no consequence for the schema, wherever it stands. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "attribute-accessor",
          "batch-size",
          "cacheable",
          "caching",
          "cascade",
          "description",
          "dynamic-insert",
          "dynamic-update",
          "entity-listeners",
          "exclude-default-listeners",
          "exclude-superclass-listeners",
          "fetch",
          "fetch-mode",
          "fetch-profile",
          "filter",
          "filter-def",
          "filter-join-table",
          "hql-import",
          "hql-select",
          "include-in-optimistic-lock",
          "lazy",
          "loader",
          "mutable",
          "named-entity-graph",
          "named-native-query",
          "named-query",
          "named-stored-procedure-query",
          "optimistic-lock",
          "optimistic-locking",
          "order-by",
          "orphan-removal",
          "polymorphism",
          "post-load",
          "post-persist",
          "post-remove",
          "post-update",
          "pre-persist",
          "pre-remove",
          "pre-update",
          "proxy",
          "read",
          "select-before-update",
          "sort",
          "sort-natural",
          "sql-delete",
          "sql-delete-all",
          "sql-insert",
          "sql-join-table-restriction",
          "sql-restriction",
          "sql-result-set-mapping",
          "sql-select",
          "sql-update",
          "synchronize",
          "unsaved-value",
          "write");

  /** Makes the value of an annotation's attribute of this name from a text. */
  interface Reading extends BiFunction<String, String, AnnotationValue> {}

  private final DotName annotation;
  private final Map<String, Property> attributes = new LinkedHashMap<>();
  private final Map<String, Property> texts = new LinkedHashMap<>();
  private final Map<String, Nested> nested = new LinkedHashMap<>();
  private Optional<Property> content = Optional.empty();
  private final List<AnnotationValue> always = new ArrayList<>();
  private boolean inSchema;
  private boolean located;

  /** An attribute of the annotation that a text is. */
  private record Property(String name, Reading reading, boolean many) {}

  /**
   * An attribute of the annotation that is an annotation.
   *
   * @param emptied whether the file says that there is none where it leaves it out
   */
  private record Nested(String name, Form form, boolean many, boolean emptied) {}

  private Form(DotName annotation) {
    this.annotation = annotation;
  }

  static Form jpa(String annotation) {
    return new Form(DotName.createSimple("jakarta.persistence." + annotation));
  }

  static Form hibernate(String annotation) {
    return new Form(DotName.createSimple("org.hibernate.annotations." + annotation));
  }

  DotName annotation() {
    return annotation;
  }

  Form texts(String... names) {
    return attributes(AnnotationValue::createStringValue, names);
  }

  Form flags(String... names) {
    return attributes(
        (name, text) ->
            AnnotationValue.createBooleanValue(name, text.equals("true") || text.equals("1")),
        names);
  }

  Form numbers(String... names) {
    return attributes(
        (name, text) -> AnnotationValue.createIntegerValue(name, Integer.parseInt(text)), names);
  }

  private Form attributes(Reading reading, String... names) {
    for (String name : names) {
      attributes.put(name, new Property(camelCase(name), reading, false));
    }
    return this;
  }

  /** An attribute that is another one in the annotation, or is read otherwise. */
  Form attribute(String name, String inAnnotation, Reading reading) {
    attributes.put(name, new Property(inAnnotation, reading, false));
    return this;
  }

  /** A child that is a text of the annotation. */
  Form text(String child) {
    texts.put(child, new Property(camelCase(child), AnnotationValue::createStringValue, false));
    return this;
  }

  /** Children that are a list of texts of the annotation. */
  Form textList(String child, String inAnnotation) {
    texts.put(child, new Property(inAnnotation, AnnotationValue::createStringValue, true));
    return this;
  }

  /** A child that is an annotation within this one. */
  Form one(String child, String inAnnotation, Form form) {
    nested.put(child, new Nested(inAnnotation, form, false, false));
    return this;
  }

  /** Children that are annotations within this one. */
  Form many(String child, String inAnnotation, Form form) {
    nested.put(child, new Nested(inAnnotation, form, true, false));
    return this;
  }

  /** Children that take the place of all that the annotation has in the class. */
  Form all(String child, String inAnnotation, Form form) {
    nested.put(child, new Nested(inAnnotation, form, true, true));
    return this;
  }

  /** The element's text is the value of the annotation. */
  Form content(String inAnnotation, Reading reading) {
    content = Optional.of(new Property(inAnnotation, reading, false));
    return this;
  }

  /** What the annotation says in any case. */
  Form with(AnnotationValue value) {
    always.add(value);
    return this;
  }

  /** It names a table, which is in the file's schema where it names none. */
  Form inSchema() {
    inSchema = true;
    return texts("name", "schema");
  }

  /** Of what is read only in part: the annotation says where it stands, for a message. */
  Form located() {
    located = true;
    return this;
  }

  static Reading constantOf(String enumType) {
    DotName type = DotName.createSimple("jakarta.persistence." + enumType);
    return (name, text) -> AnnotationValue.createEnumValue(name, type, text);
  }

  boolean reads(String attribute) {
    return attributes.containsKey(attribute);
  }

  boolean readsChild(String child) {
    return texts.containsKey(child) || nested.containsKey(child);
  }

  static boolean isWithoutEffect(String name) {
    return WITHOUT_EFFECT.contains(name);
  }

  /**
   * The element as the annotation; what is not read in it is said.
   *
   * @throws MappingFileException if a value is none of its type
   */
  AnnotationInstance read(XmlElement element, Document document) {
    element.attributes().keySet().stream()
        .filter(name -> !reads(name) && !isWithoutEffect(name))
        .filter(name -> element.attribute(name).isPresent())
        .forEach(name -> document.unread(UnreadElement.ofAttribute(element, name)));
    element.children().stream()
        .filter(child -> !readsChild(child.name()) && !isWithoutEffect(child.name()))
        .forEach(child -> document.unread(UnreadElement.of(child)));
    return annotation(element, document);
  }

  /** The annotation, where others read the rest of the element. */
  AnnotationInstance annotation(XmlElement element, Document document) {
    List<AnnotationValue> values = new ArrayList<>(always);
    if (located) {
      values.add(AnnotationValue.createStringValue(Mappings.LOCATION, element.location()));
    }
    if (inSchema) {
      document.placing(element.attribute("schema")).ifPresent(values::add);
    }
    attributes.forEach(
        (name, property) ->
            element
                .attribute(name)
                .ifPresent(text -> values.add(value(element, property, text, document))));
    texts.forEach(
        (child, property) -> {
          List<AnnotationValue> found =
              element.children(child).stream()
                  .map(each -> value(each, property, each.text(), document))
                  .toList();
          if (property.many) {
            values.add(
                AnnotationValue.createArrayValue(
                    property.name, found.toArray(AnnotationValue[]::new)));
          } else {
            found.stream().findFirst().ifPresent(values::add);
          }
        });
    nested.forEach((child, each) -> nested(element, child, each, document).ifPresent(values::add));
    content
        .filter(property -> !element.text().isEmpty())
        .ifPresent(property -> values.add(value(element, property, element.text(), document)));
    return AnnotationInstance.create(annotation, null, values);
  }

  private static Optional<AnnotationValue> nested(
      XmlElement element, String child, Nested nested, Document document) {
    List<AnnotationValue> found =
        element.children(child).stream()
            .map(
                each ->
                    AnnotationValue.createNestedAnnotationValue(
                        nested.name, nested.form.read(each, document)))
            .toList();
    if (!nested.many) {
      return found.stream().findFirst();
    }
    return found.isEmpty() && !nested.emptied
        ? Optional.empty()
        : Optional.of(
            AnnotationValue.createArrayValue(nested.name, found.toArray(AnnotationValue[]::new)));
  }

  private static AnnotationValue value(
      XmlElement element, Property property, String text, Document document) {
    try {
      return property.reading == CLASS
          ? document.classValue(property.name, text)
          : property.reading.apply(property.name, text);
    } catch (NumberFormatException malformed) {
      throw new MappingFileException(
          element.location(), "'%s' is not a number.".formatted(text), malformed);
    }
  }

  /** Stands for the name of a class, which the document completes. */
  static final Reading CLASS =
      (name, text) -> {
        throw new IllegalStateException("a class is named within a document");
      };

  private static String camelCase(String name) {
    StringBuilder result = new StringBuilder();
    for (int at = 0; at < name.length(); at++) {
      boolean word = at > 0 && name.charAt(at - 1) == '-';
      if (name.charAt(at) != '-') {
        result.append(word ? Character.toUpperCase(name.charAt(at)) : name.charAt(at));
      }
    }
    return result.toString();
  }
}
