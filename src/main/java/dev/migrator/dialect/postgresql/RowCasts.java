package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.operation.AlterEnum;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.Domain;
import dev.migrator.schema.Names;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.UserType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The casts by which arrays of rows are converted while an enumeration within the rows is replaced:
 * a cast of an array is one of each element, of whatever dimensions and bounds, where USING itself
 * can look at no element.
 *
 * @param rows the composite types that stand in arrays, each after those that it is made of
 * @param values the conversions
 * @param operation the change of the enumeration
 * @param old what a type is called until it is dropped
 * @see <a href="https://www.postgresql.org/docs/current/sql-createcast.html">PostgreSQL: CREATE
 *     CAST</a>
 */
record RowCasts(
    List<CompositeType> rows,
    EnumValueSql values,
    AlterEnum operation,
    UnaryOperator<QualifiedName> old) {

  /**
   * The casts of a change; none where it replaces no value, since then the texts stay as they are.
   */
  static RowCasts of(
      AlterEnum operation,
      Schema before,
      TypeChain chain,
      EnumUses uses,
      UnaryOperator<QualifiedName> old) {
    EnumValueSql values = new EnumValueSql(before, chain);
    List<CompositeType> elements =
        Stream.concat(
                uses.converted().stream().map(use -> use.column().type()),
                chain.users().stream().flatMap(RowCasts::parts))
            .filter(chain::holds)
            .flatMap(
                type -> type instanceof ArrayType array ? values.rows(array).stream() : Stream.of())
            .toList();
    List<CompositeType> rows =
        chain.users().stream()
            .filter(CompositeType.class::isInstance)
            .map(CompositeType.class::cast)
            .filter(type -> elements.contains(type) && !operation.replace().isEmpty())
            .toList();
    return new RowCasts(rows, values, operation, old);
  }

  private static Stream<ColumnType> parts(UserType type) {
    return type instanceof CompositeType composite
        ? composite.attributes().stream().map(Attribute::type)
        : Stream.of(((Domain) type).type());
  }

  List<String> create() {
    return rows.stream().flatMap(type -> Stream.of(function(type), cast(type))).toList();
  }

  private String function(CompositeType type) {
    String body = "SELECT " + values.row("$1", type, operation.replace());
    return "CREATE FUNCTION %s(%s) RETURNS %s LANGUAGE sql AS %s"
        .formatted(
            quote(functionName(type)),
            quote(old.apply(type.name())),
            quote(type.name()),
            PostgresqlIdentifiers.dollarQuoted(body));
  }

  private String cast(CompositeType type) {
    return "CREATE CAST (%s AS %s) WITH FUNCTION %s(%1$s)"
        .formatted(quote(old.apply(type.name())), quote(type.name()), quote(functionName(type)));
  }

  List<String> drop() {
    List<CompositeType> reversed = new ArrayList<>(rows);
    Collections.reverse(reversed);
    return reversed.stream()
        .flatMap(
            type -> {
              String from = quote(old.apply(type.name()));
              return Stream.of(
                  "DROP CAST (%s AS %s)".formatted(from, quote(type.name())),
                  "DROP FUNCTION %s(%s)".formatted(quote(functionName(type)), from));
            })
        .toList();
  }

  private static QualifiedName functionName(CompositeType type) {
    return type.name().withName(Names.fit(type.name().name() + "__converted"));
  }
}
