package dev.migrator.entity;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.Names;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names of which PostgreSQL keeps the first bytes alone. Nothing asks for a constraint or an index
 * by its name, so theirs are cut as it does it; another thing would not be found again.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS">PostgreSQL:
 *     identifiers</a>
 */
final class LongNames {

  private LongNames() {}

  /**
   * The schema with the names of constraints and indexes cut.
   *
   * @throws ModelProblemsException or the only problem, if another name is too long
   */
  static Schema cut(Schema schema) {
    Problems problems = new Problems();
    for (Table table : schema.tables()) {
      require(problems, "table", table.name().name(), "@Table(name = …)");
      for (Column column : table.columns()) {
        require(problems, "column", column.name(), "@Column(name = …) or @JoinColumn(name = …)");
      }
    }
    for (Sequence sequence : schema.sequences()) {
      require(problems, "sequence", sequence.name().name(), "@SequenceGenerator(sequenceName = …)");
    }
    for (EnumType type : schema.enums()) {
      require(problems, "enum", type.name().name(), "@DatabaseEnum(name = …)");
    }
    problems.throwAll();
    Schema cut = schema;
    for (Table table : schema.tables()) {
      cut = cut.withTable(table.name(), LongNames::cut);
    }
    return cut;
  }

  /** The indexes of a schema whose names are cut: another tool may have left them whole. */
  static Stream<EitherWay> eitherWays(Schema schema) {
    return schema.tables().stream()
        .flatMap(
            table ->
                table.indexes().stream()
                    .flatMap(index -> index.name().stream())
                    .filter(name -> !Names.cut(name).equals(name))
                    .map(name -> new ConstraintWay.WholeName(table.name(), name)));
  }

  private static void require(Problems problems, String kind, String name, String remedy) {
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Names.MAXIMUM_BYTES) {
      problems.gather(
          () -> {
            throw new ModelException(
                "%s %s".formatted(kind, name),
                "the name is %d bytes long, and PostgreSQL keeps %d of them. Give it a shorter one: %s."
                    .formatted(bytes, Names.MAXIMUM_BYTES, remedy));
          });
    }
  }

  private static Table cut(Table table) {
    return table
        .withPrimaryKey(table.primaryKey().map(key -> key.withName(cut(key.name()))))
        .withUniques(table.uniques().stream().map(LongNames::cut).toList())
        .withForeignKeys(table.foreignKeys().stream().map(LongNames::cut).toList())
        .withChecks(table.checks().stream().map(LongNames::cut).toList())
        .withIndexes(table.indexes().stream().map(LongNames::cut).toList());
  }

  private static UniqueConstraint cut(UniqueConstraint unique) {
    return unique.withName(cut(unique.name()));
  }

  private static ForeignKey cut(ForeignKey foreignKey) {
    return foreignKey.withName(cut(foreignKey.name()));
  }

  private static CheckConstraint cut(CheckConstraint check) {
    return check.withName(cut(check.name()));
  }

  private static Index cut(Index index) {
    return index.withName(cut(index.name()));
  }

  private static Optional<String> cut(Optional<String> name) {
    return name.map(Names::cut);
  }
}
