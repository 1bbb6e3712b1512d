package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.literal;
import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.EnumValues;
import dev.migrator.operation.IfMissing;
import dev.migrator.operation.Operation;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements of enumerations.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>
 */
final class EnumSql {

  private EnumSql() {}

  static String create(QualifiedName name, List<String> values) {
    return "CREATE TYPE %s AS ENUM %s".formatted(quote(name), literals(values));
  }

  /** {@code ('A', 'B')}. */
  static String literals(List<String> values) {
    return values.stream()
        .map(PostgresqlIdentifiers::literal)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Whether nothing is removed and what stays keeps its order. */
  static boolean onlyAdds(List<String> before, List<String> after) {
    return after.stream().filter(before::contains).toList().equals(before);
  }

  /** One statement for each value that is in {@code after} only. */
  static List<Draft> additions(
      Operation operation, QualifiedName name, List<String> before, List<String> after) {
    List<Draft> drafts = new ArrayList<>();
    List<String> current = new ArrayList<>(before);
    for (int index = 0; index < after.size(); index++) {
      String value = after.get(index);
      if (!current.contains(value)) {
        drafts.add(
            Draft.newValue(
                operation,
                "ALTER TYPE %s ADD VALUE %s%s"
                    .formatted(quote(name), literal(value), place(after, index, current)),
                name,
                value));
        current.add(index, value);
      }
    }
    return drafts;
  }

  /**
   * Without a place, a value goes to the end. What stands before {@code index} is there already.
   */
  private static String place(List<String> after, int index, List<String> current) {
    if (index == current.size()) {
      return "";
    }
    return index > 0
        ? " AFTER " + literal(after.get(index - 1))
        : " BEFORE " + literal(current.get(0));
  }

  static List<String> rename(QualifiedName from, QualifiedName to) {
    List<String> statements = new ArrayList<>();
    if (!from.name().equals(to.name())) {
      statements.add("ALTER TYPE %s RENAME TO %s".formatted(quote(from), quote(to.name())));
    }
    if (!from.schema().equals(to.schema())) {
      QualifiedName renamed = from.withName(to.name());
      statements.add(SchemaMove.statement("ALTER TYPE " + quote(renamed), to.schema()));
    }
    return statements;
  }

  /**
   * What brings a type or a value, whatever the database turns out to have.
   *
   * @param before the schema before, as far as it is known
   */
  static List<Draft> ifMissing(IfMissing operation, Schema before) {
    if (operation.addition() instanceof AddEnumValue addition) {
      List<String> values =
          before.enumType(addition.name()).map(EnumType::values).orElse(addition.valuesBefore());
      List<String> after =
          values.contains(addition.value())
              ? values
              : EnumValues.insert(values, addition.value(), addition.values());
      List<String> others = after.stream().filter(v -> !v.equals(addition.value())).toList();
      return List.of(
          Draft.newValue(
              operation,
              "ALTER TYPE %s ADD VALUE IF NOT EXISTS %s%s"
                  .formatted(
                      quote(addition.name()),
                      literal(addition.value()),
                      place(after, after.indexOf(addition.value()), others)),
              addition.name(),
              addition.value()));
    }
    EnumType type = ((CreateEnum) operation.addition()).type();
    String block =
        "BEGIN\n  %s;\nEXCEPTION WHEN duplicate_object THEN\n  NULL;\nEND"
            .formatted(create(type.name(), type.values()));
    return List.of(Draft.definition(operation, "DO " + PostgresqlIdentifiers.dollarQuoted(block)));
  }

  static String renameValue(QualifiedName name, String from, String to) {
    return "ALTER TYPE %s RENAME VALUE %s TO %s".formatted(quote(name), literal(from), literal(to));
  }
}
