package dev.migrator.entity;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.Column;
import java.util.List;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/**
 * Reads the column that tells deleted rows from the others: {@code @SoftDelete}.
 *
 * @see <a href="https://docs.hibernate.org/orm/7.0/userguide/html_single/#soft-delete">Hibernate:
 *     soft delete</a>
 */
final class SoftDeletes {

  private static final Type BOOLEAN =
      Type.create(DotName.createSimple("java.lang.Boolean"), Type.Kind.CLASS);
  private static final String UNSPECIFIED = "UnspecifiedConversion";

  private final Classes classes;
  private final ColumnReader columns;
  private final Naming naming;

  SoftDeletes(Classes classes, ColumnReader columns, Naming naming) {
    this.classes = classes;
    this.columns = columns;
    this.naming = naming;
  }

  /** Adds the column of an entity whose rows stay: it is in the table of the hierarchy's root. */
  void addTo(TableDraft table, EntityType entity) {
    entity.levels().stream()
        .flatMap(level -> around(level.info()).stream())
        .findFirst()
        .ifPresent(found -> add(table, entity.levels().get(0), found, entity.subject()));
  }

  /** What is said on a class, or for all classes of its package. */
  private Optional<AnnotationInstance> around(ClassInfo info) {
    return classes
        .annotation(info, Vocabulary.HIBERNATE_SOFT_DELETE)
        .or(
            () ->
                classes
                    .packageOf(info)
                    .flatMap(home -> classes.annotation(home, Vocabulary.HIBERNATE_SOFT_DELETE)));
  }

  /** Adds the column of a collection whose rows stay, as those of its class do. */
  void addTo(TableDraft table, Member collection) {
    collection
        .annotations()
        .find(Vocabulary.HIBERNATE_SOFT_DELETE)
        .or(() -> around(collection.declaring()))
        .ifPresent(found -> add(table, collection.level(), found, collection.subject()));
  }

  private void add(TableDraft table, Level level, AnnotationInstance found, String subject) {
    String strategy =
        Values.constant(found, "strategy")
            .or(() -> Values.constant(found, "value"))
            .orElse("DELETED");
    String name =
        Values.text(found, "columnName")
            .map(naming::given)
            .orElseGet(() -> naming.column(strategy.equals("ACTIVE") ? "active" : "deleted"));
    Column column =
        strategy.equals("TIMESTAMP")
            ? Column.of(name, BasicType.of(Kind.TIMESTAMPTZ), true)
            : indicator(table, level, found, name);
    table.addKey(
        column.withComment(
            Optional.of(Values.text(found, "comment").orElse("Soft-delete indicator"))),
        subject);
  }

  /** A boolean, or what a converter makes of one. */
  private Column indicator(TableDraft table, Level level, AnnotationInstance found, String name) {
    List<AnnotationInstance> conversion =
        Values.className(found, "converter")
            .filter(converter -> !converter.toString().endsWith(UNSPECIFIED))
            .map(converter -> Type.create(converter, Type.Kind.CLASS))
            .map(converter -> AnnotationValue.createClassValue("converter", converter))
            .map(value -> AnnotationInstance.create(Vocabulary.CONVERT, null, List.of(value)))
            .stream()
            .toList();
    Annotations annotations = Annotations.of(conversion);
    ColumnReader.Read read =
        columns.read(new Member(level, name, BOOLEAN, BOOLEAN, annotations, annotations));
    read.checks().forEach(table::add);
    return read.column().withNullable(false);
  }
}
