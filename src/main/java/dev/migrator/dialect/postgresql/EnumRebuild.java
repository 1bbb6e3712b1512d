package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.literal;
import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.dialect.UnsupportedChangeException;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.Operation;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Column;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Names;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Replaces an enumeration by one with other values, since PostgreSQL can neither remove a value nor
 * move it. Everything that uses the type is kept.
 */
final class EnumRebuild {

  private final AlterEnum operation;
  private final Schema before;
  private final List<Operation> following;
  private final TableSql sql;
  private final EnumType from;
  private final EnumType to;
  private final List<Use> uses;

  /** A column of the type, or of an array of it. */
  private record Use(Table table, Column column) {

    boolean isArray() {
      return column.type() instanceof ArrayType;
    }

    String sql() {
      return quote(column.name());
    }
  }

  /**
   * @param following the operations that come after this one in the revision
   */
  EnumRebuild(AlterEnum operation, Schema before, List<Operation> following) {
    this.operation = operation;
    this.before = before;
    this.following = following;
    sql = new TableSql(operation);
    from = before.enumType(operation.name()).orElseThrow();
    to = operation.applyTo(before).enumType(operation.name()).orElseThrow();
    uses =
        before.tables().stream()
            .flatMap(
                table ->
                    table.columns().stream()
                        .filter(column -> Schema.uses(column.type(), operation.name()))
                        .map(column -> new Use(table, column)))
            .toList();
    refuseUnknownReplacement();
    refuseUserTypes();
  }

  private void refuseUserTypes() {
    before.userTypes().stream()
        .filter(type -> type.uses(operation.name()))
        .forEach(
            type -> {
              throw new UnsupportedChangeException(
                  operation,
                  "type '%s' uses it, and would have to be converted. Create another enum, convert to it and drop this one."
                      .formatted(type.name()));
            });
  }

  private void refuseUnknownReplacement() {
    for (Map.Entry<String, String> entry : operation.replace().entrySet()) {
      if (!to.values().contains(entry.getValue())) {
        throw new UnsupportedChangeException(
            operation,
            "'%s' is to replace '%s', but is not among the new values. Name one of them."
                .formatted(entry.getValue(), entry.getKey()));
      }
    }
  }

  List<Draft> drafts() {
    List<Draft> drafts = new ArrayList<>();
    guard().ifPresent(block -> drafts.add(Draft.check(operation, block)));
    Dependents dependents = dependents();
    dependents.drop().forEach(text -> drafts.add(Draft.definition(operation, text)));
    QualifiedName old = from.name().withName(Names.fit(from.name().name() + "__old"));
    drafts.add(
        Draft.definition(
            operation,
            "ALTER TYPE %s RENAME TO %s".formatted(quote(from.name()), quote(old.name()))));
    drafts.add(Draft.newType(operation, EnumSql.create(to.name(), to.values()), to.name()));
    for (Use use : uses) {
      convert(use).forEach(text -> drafts.add(Draft.definition(operation, text)));
    }
    dependents.restore(sql).forEach(text -> drafts.add(Draft.definition(operation, text)));
    drafts.add(Draft.definition(operation, "DROP TYPE " + quote(old)));
    return drafts;
  }

  /** Stops where a row holds a value that goes and that nothing replaces. */
  private Optional<String> guard() {
    List<String> lost =
        from.values().stream()
            .filter(value -> !to.values().contains(value))
            .filter(value -> !operation.replace().containsKey(value))
            .toList();
    if (lost.isEmpty() || uses.isEmpty()) {
      return Optional.empty();
    }
    String counts =
        uses.stream().map(use -> count(use, lost)).collect(Collectors.joining("\n    UNION ALL\n"));
    String start =
        "enum %s cannot lose %s: still held by "
            .formatted(from.name(), lost.stream().collect(Collectors.joining("', '", "'", "'")));
    String end = ". Change those rows first, or declare what replaces the value.";
    return Optional.of(
        "DO "
            + PostgresqlIdentifiers.dollarQuoted(
                """
                DECLARE
                  holders text;
                BEGIN
                  SELECT string_agg(held, ', ') INTO holders FROM (
                %s
                  ) AS counts WHERE held IS NOT NULL;
                  IF holders IS NOT NULL THEN
                    RAISE EXCEPTION USING MESSAGE = %s || holders || %s;
                  END IF;
                END\
                """
                    .formatted(counts, literal(start), literal(end))));
  }

  private static String count(Use use, List<String> lost) {
    String values =
        lost.stream().map(PostgresqlIdentifiers::literal).collect(Collectors.joining(", "));
    String test =
        use.isArray()
            ? "%s::text[] && ARRAY[%s]".formatted(use.sql(), values)
            : "%s::text IN (%s)".formatted(use.sql(), values);
    return """
               SELECT nullif(count(*), 0) || %s AS held
               FROM %s WHERE %s\
           """
        .formatted(
            literal(" rows of %s.%s".formatted(use.table().name(), use.column().name())),
            quote(use.table().name()),
            test);
  }

  /** Expressions over the columns, and foreign keys from or to them. */
  private Dependents dependents() {
    Dependents dependents = Dependents.NONE;
    for (Table table : before.tables()) {
      List<String> columns = rebuiltColumns(table.name());
      Dependents own =
          columns.isEmpty() ? Dependents.NONE : Dependents.ofExpressions(before, table, columns);
      dependents = dependents.and(own.withForeignKeys(foreignKeys(table)));
    }
    return dependents;
  }

  private List<Dependents.On<ForeignKey>> foreignKeys(Table table) {
    return ChosenNames.fill(table).foreignKeys().stream()
        .filter(key -> key.columns().stream().anyMatch(rebuiltColumns(table.name())::contains))
        .map(key -> new Dependents.On<>(table.name(), key))
        .toList();
  }

  private List<String> rebuiltColumns(QualifiedName table) {
    return uses.stream()
        .filter(use -> use.table().name().equals(table))
        .map(use -> use.column().name())
        .toList();
  }

  private List<String> convert(Use use) {
    String alter =
        "ALTER TABLE %s ALTER COLUMN %s ".formatted(quote(use.table().name()), use.sql());
    Optional<String> defaultValue = use.column().defaultValue().flatMap(sql::sql);
    List<String> statements = new ArrayList<>();
    defaultValue.ifPresent(text -> statements.add(alter + "DROP DEFAULT"));
    statements.add(
        "%sTYPE %s USING %s::%s"
            .formatted(
                alter,
                PostgresqlTypes.sql(use.column().type()),
                replaced(use),
                PostgresqlTypes.sql(use.column().type())));
    defaultValue
        .flatMap(text -> defaultAfter(use, text))
        .ifPresent(text -> statements.add(alter + "SET DEFAULT " + text));
    return statements;
  }

  /** The column as text, with the declared replacements. */
  private String replaced(Use use) {
    String text = use.sql() + (use.isArray() ? "::text[]" : "::text");
    if (operation.replace().isEmpty()) {
      return text;
    }
    if (use.isArray()) {
      for (Map.Entry<String, String> entry : operation.replace().entrySet()) {
        text =
            "array_replace(%s, %s, %s)"
                .formatted(text, literal(entry.getKey()), literal(entry.getValue()));
      }
      return text;
    }
    return operation.replace().entrySet().stream()
        .map(e -> "WHEN %s THEN %s".formatted(literal(e.getKey()), literal(e.getValue())))
        .collect(Collectors.joining(" ", "(CASE " + text + " ", " ELSE " + text + " END)"));
  }

  /**
   * The default under the new type. One that names a removed value takes the replacement, or is
   * left to the operation of this revision that changes it.
   */
  private Optional<String> defaultAfter(Use use, String text) {
    String result = text;
    for (String value : from.values()) {
      if (!to.values().contains(value) && text.contains(literal(value))) {
        Optional<String> replacement = Optional.ofNullable(operation.replace().get(value));
        if (replacement.isEmpty() && changesLater(use)) {
          return Optional.empty();
        }
        String other =
            replacement.orElseThrow(
                () ->
                    new UnsupportedChangeException(
                        operation,
                        "column %s.%s has the default %s. Change the default first."
                            .formatted(use.table().name(), use.column().name(), text)));
        result = result.replace(literal(value), literal(other));
      }
    }
    return Optional.of(result);
  }

  private boolean changesLater(Use use) {
    return following.stream()
        .anyMatch(
            later ->
                later instanceof AlterColumn alteration
                    && alteration.table().equals(use.table().name())
                    && alteration.column().equals(use.column().name())
                    && alteration.defaultValue().isPresent());
  }
}
