package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.Spellings;
import dev.migrator.dialect.SqlSplitter;
import dev.migrator.dialect.UnsupportedChangeException;
import dev.migrator.operation.CreateTable;
import dev.migrator.schema.Expression;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import dev.migrator.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A table that is made by the very statements that made it before: SQLite keeps their text, and
 * shows it to whoever looks.
 */
final class VerbatimTable {

  private VerbatimTable() {}

  /**
   * The texts of the tables that would otherwise be created in other words.
   *
   * @param statements for each table the statement that made it, and those of its indexes
   */
  static Map<QualifiedName, Expression> texts(
      Schema schema, Map<QualifiedName, List<String>> statements) {
    TableSql sql = new TableSql(schema);
    Map<QualifiedName, Expression> texts = new HashMap<>();
    for (Table table : schema.tables()) {
      List<String> kept = statements.getOrDefault(table.name(), List.of());
      List<String> written =
          Stream.concat(Stream.of(sql.create(table)), TableSql.createIndexes(table)).toList();
      if (!words(kept).equals(words(written))) {
        texts.put(
            table.name(),
            new Expression.PerDialect(Map.of(SqliteDialect.NAME, String.join(";\n", kept) + ";")));
      }
    }
    return texts;
  }

  private static List<List<String>> words(List<String> statements) {
    return statements.stream()
        .map(statement -> SqlTokens.of(statement).stream().map(Token::text).toList())
        .toList();
  }

  /**
   * The statements of a text.
   *
   * @throws UnsupportedChangeException if they make another table than the operation says
   */
  static List<String> statements(CreateTable operation, String text) {
    List<String> statements = SqlSplitter.split(text);
    Schema wanted = normalized(Schema.of(List.of(operation.table())));
    if (!withoutTargets(read(operation, statements)).sameAs(withoutTargets(wanted))) {
      throw new UnsupportedChangeException(
          operation,
          "its sql for sqlite makes another table than its columns, keys and indexes say. Change it as well, or take it out.");
    }
    return statements;
  }

  private static Schema read(CreateTable operation, List<String> statements) {
    String name = operation.table().name().name();
    SchemaReader reader = new SchemaReader();
    for (String statement : statements) {
      if (SqlTokens.of(statement).stream().limit(3).anyMatch(token -> token.isWord("index"))) {
        reader.index(name, statement);
      } else {
        reader.table(statement);
      }
    }
    return normalized(reader.schema());
  }

  private static Schema normalized(Schema schema) {
    return new SqliteNormalizer().normalize(schema, Spellings.NONE);
  }

  /** What a foreign key refers to can be left to the key of a table that is not looked at. */
  private static Schema withoutTargets(Schema schema) {
    return schema.mapTables(table -> table.withForeignKeys(List.of()));
  }
}
