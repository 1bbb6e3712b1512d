package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.dialect.UnsupportedChangeException;
import dev.migrator.operation.AlterComposite;
import dev.migrator.schema.Column;
import dev.migrator.schema.CompositeRef;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.Names;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements of composite types.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>
 */
final class CompositeSql {

  private final AlterComposite operation;
  private final Schema schema;
  private final CompositeType before;
  private final CompositeType after;
  private final List<String> statements = new ArrayList<>();

  private CompositeSql(AlterComposite operation, Schema schema) {
    this.operation = operation;
    this.schema = schema;
    before = schema.compositeType(operation.name()).orElseThrow();
    after = operation.applyTo(schema).compositeType(operation.name()).orElseThrow();
  }

  static String create(CompositeType type) {
    return "CREATE TYPE %s AS (%s)"
        .formatted(
            quote(type.name()),
            type.attributes().stream()
                .map(CompositeSql::attribute)
                .collect(Collectors.joining(", ")));
  }

  private static String attribute(Attribute attribute) {
    return quote(attribute.name()) + " " + type(attribute);
  }

  private static String type(Attribute attribute) {
    return PostgresqlTypes.sql(attribute.type())
        + attribute.collation().map(TableSql::collate).orElse("");
  }

  /**
   * ALTER TYPE where that gives the wanted attributes in their order; else a new type to which the
   * columns are converted.
   *
   * @param schema the schema before
   */
  static List<String> alter(AlterComposite operation, Schema schema) {
    CompositeSql sql = new CompositeSql(operation, schema);
    if (sql.keepsOrder() && (sql.altered().isEmpty() || !sql.isUsed(operation.name()))) {
      sql.alterInPlace();
    } else {
      sql.rebuild();
    }
    return sql.statements;
  }

  /** The composite type as an inspection finds it. */
  static CompositeType normalized(CompositeType type) {
    return type.withAttributes(
        type.attributes().stream()
            .map(attribute -> attribute.withType(PostgresqlTypes.normalize(attribute.type())))
            .toList());
  }

  private boolean isUsed(QualifiedName type) {
    return !schema.tablesUsing(type).isEmpty()
        || schema.userTypes().stream().anyMatch(other -> other.uses(type));
  }

  private Stream<CompositeType> usingTypes() {
    return schema.compositeTypes().stream().filter(type -> type.uses(operation.name()));
  }

  /** Whether what stays keeps its order, and what comes stands at the end. */
  private boolean keepsOrder() {
    List<String> grown =
        Stream.concat(
                names(before, name -> after.attribute(name).isPresent()),
                names(after, name -> before.attribute(name).isEmpty()))
            .toList();
    return names(after, name -> true).toList().equals(grown);
  }

  private static Stream<String> names(CompositeType type, Predicate<String> wanted) {
    return type.attributes().stream().map(Attribute::name).filter(wanted);
  }

  private List<Attribute> altered() {
    return after.attributes().stream()
        .filter(
            attribute ->
                before
                    .attribute(attribute.name())
                    .filter(there -> !there.equals(attribute))
                    .isPresent())
        .toList();
  }

  private void alterInPlace() {
    List<String> actions = new ArrayList<>();
    names(before, name -> after.attribute(name).isEmpty())
        .forEach(name -> actions.add("DROP ATTRIBUTE " + quote(name)));
    altered()
        .forEach(
            attribute ->
                actions.add(
                    "ALTER ATTRIBUTE %s TYPE %s"
                        .formatted(quote(attribute.name()), type(attribute))));
    after.attributes().stream()
        .filter(attribute -> before.attribute(attribute.name()).isEmpty())
        .forEach(attribute -> actions.add("ADD ATTRIBUTE " + attribute(attribute)));
    if (!actions.isEmpty()) {
      statements.add("ALTER TYPE %s %s".formatted(quote(after.name()), String.join(", ", actions)));
    }
  }

  private void rebuild() {
    schema.domains().stream()
        .filter(domain -> domain.uses(before.name()))
        .findFirst()
        .ifPresent(domain -> refuse("domain " + domain.name()));
    usingTypes()
        .filter(type -> isUsed(type.name()))
        .findFirst()
        .ifPresent(type -> refuse("composite type " + type.name()));
    QualifiedName old = before.name().withName(Names.fit(before.name().name() + "__old"));
    statements.add("ALTER TYPE %s RENAME TO %s".formatted(quote(before.name()), quote(old.name())));
    statements.add(create(after));
    for (Table table : schema.tablesUsing(before.name())) {
      table.columns().stream()
          .filter(column -> Schema.uses(column.type(), before.name()))
          .forEach(column -> convert(table, column));
    }
    usingTypes().forEach(this::convert);
    statements.add("DROP TYPE " + quote(old));
  }

  /** No row holds a value of the type, so that its attribute just gets the new one. */
  private void convert(CompositeType user) {
    user.attributes().stream()
        .filter(attribute -> Schema.uses(attribute.type(), before.name()))
        .forEach(
            attribute ->
                statements.add(
                    "ALTER TYPE %s ALTER ATTRIBUTE %s TYPE %s"
                        .formatted(quote(user.name()), quote(attribute.name()), type(attribute))));
  }

  private void refuse(String user) {
    throw new UnsupportedChangeException(
        operation,
        "%s uses it, and would have to be converted. Create another type, convert to it and drop this one."
            .formatted(user));
  }

  private void convert(Table table, Column column) {
    if (!(column.type() instanceof CompositeRef)) {
      refuse("the array %s.%s".formatted(table.name(), column.name()));
    }
    TableSql sql = new TableSql(operation);
    Dependents dependents = Dependents.ofExpressions(schema, table, List.of(column.name()));
    String alter =
        "ALTER TABLE %s ALTER COLUMN %s ".formatted(quote(table.name()), quote(column.name()));
    Optional<String> defaultValue = column.defaultValue().flatMap(sql::sql);
    statements.addAll(dependents.drop());
    defaultValue.ifPresent(text -> statements.add(alter + "DROP DEFAULT"));
    statements.add(
        "%sTYPE %s USING CASE WHEN %s IS DISTINCT FROM NULL THEN ROW(%s)::%s END"
            .formatted(
                alter,
                quote(after.name()),
                quote(column.name()),
                after.attributes().stream()
                    .map(attribute -> value(column, attribute))
                    .collect(Collectors.joining(", ")),
                quote(after.name())));
    defaultValue.ifPresent(text -> statements.add(alter + "SET DEFAULT " + text));
    statements.addAll(dependents.restore(sql));
  }

  private String value(Column column, Attribute attribute) {
    String source = "(%s).%s".formatted(quote(column.name()), quote(attribute.name()));
    return before
        .attribute(attribute.name())
        .map(there -> new TypeConversion(there.type(), attribute.type()).value(source))
        .orElse("NULL");
  }
}
