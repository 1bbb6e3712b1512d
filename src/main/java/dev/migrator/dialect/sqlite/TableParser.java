package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.sqlite.ParsedTable.Check;
import dev.migrator.dialect.sqlite.ParsedTable.KeyPart;
import dev.migrator.dialect.sqlite.ParsedTable.Reference;
import dev.migrator.schema.ConflictAction;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.Generated;
import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import dev.migrator.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Parses CREATE TABLE, since the pragmas show neither CHECKs nor names of constraints.
 *
 * @see <a href="https://www.sqlite.org/lang_createtable.html">SQLite: CREATE TABLE</a>
 */
final class TableParser {

  private static final List<String> AFTER_TYPE =
      List.of(
          "constraint",
          "primary",
          "not",
          "null",
          "unique",
          "check",
          "default",
          "collate",
          "references",
          "generated",
          "as",
          "deferrable");

  private static final List<String> TABLE_CONSTRAINTS =
      List.of("constraint", "primary", "unique", "check", "foreign");

  private final TokenReader reader;
  private final List<ParsedColumn> columns = new ArrayList<>();
  private final List<ParsedTable.Key> uniques = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private Optional<ParsedTable.Key> primaryKey = Optional.empty();
  private boolean autoincrement;

  private TableParser(String sql) {
    this.reader = new TokenReader(sql);
  }

  /** What a CREATE TABLE statement says. */
  static ParsedTable parse(String sql) {
    return new TableParser(sql).table();
  }

  private ParsedTable table() {
    reader.expectWords("create");
    if (!reader.acceptWords("temp")) {
      reader.acceptWords("temporary");
    }
    reader.expectWords("table");
    reader.acceptWords("if", "not", "exists");
    String name = reader.name();
    if (reader.acceptSymbol(".")) {
      name = reader.name();
    }
    reader.expectSymbol("(");
    columns();
    constraints();
    reader.expectSymbol(")");
    return new ParsedTable(name, columns, primaryKey, uniques, checks, references, options());
  }

  private void columns() {
    do {
      if (reader.seesAnyWord(TABLE_CONSTRAINTS)) {
        return;
      }
      columns.add(column());
    } while (reader.acceptSymbol(","));
  }

  /** SQLite takes table constraints without commas between them. */
  private void constraints() {
    while (!reader.seesSymbol(")")) {
      Optional<String> name = constraintName();
      if (!tableConstraint(name) && name.isEmpty()) {
        throw reader.unexpected("a constraint");
      }
      reader.acceptSymbol(",");
    }
  }

  private TableOptions options() {
    boolean withoutRowid = false;
    boolean strict = false;
    while (!reader.atEnd() && !reader.seesSymbol(";")) {
      if (reader.acceptWords("without")) {
        reader.expectWords("rowid");
        withoutRowid = true;
      } else {
        reader.expectWords("strict");
        strict = true;
      }
      reader.acceptSymbol(",");
    }
    return TableOptions.sqlite(strict, autoincrement, withoutRowid);
  }

  private ParsedColumn column() {
    String name = reader.name();
    ParsedColumn column = ParsedColumn.of(name, type());
    while (!reader.seesSymbol(",") && !reader.seesSymbol(")") && !reader.atEnd()) {
      column = columnConstraint(column, constraintName());
    }
    return column;
  }

  /** The words of a type, and its one or two numbers. */
  private String type() {
    StringBuilder type = new StringBuilder();
    while (reader.seesName() && !reader.seesAnyWord(AFTER_TYPE)) {
      type.append(type.isEmpty() ? "" : " ").append(reader.name());
    }
    if (!type.isEmpty() && reader.seesSymbol("(")) {
      type.append('(').append(reader.parenthesised().replaceAll("\\s+", "")).append(')');
    }
    return type.toString();
  }

  private Optional<String> constraintName() {
    Optional<String> name = Optional.empty();
    while (reader.acceptWords("constraint")) {
      name = Optional.of(reader.name());
    }
    return name;
  }

  private ParsedColumn columnConstraint(ParsedColumn column, Optional<String> name) {
    if (reader.acceptWords("primary", "key")) {
      primaryKey = Optional.of(columnKey(name, column, sortOrder()));
      autoincrement |= reader.acceptWords("autoincrement");
    } else if (reader.acceptWords("not", "null")) {
      return column.withNotNull(conflictClause());
    } else if (reader.acceptWords("null")) {
      return column.withNull(conflictClause());
    } else if (reader.acceptWords("unique")) {
      uniques.add(columnKey(name, column, false));
    } else if (reader.acceptWords("check")) {
      check(name);
    } else if (reader.acceptWords("default")) {
      return column.withDefault(defaultValue());
    } else if (reader.acceptWords("collate")) {
      return column.withCollation(collation());
    } else if (reader.acceptWords("references")) {
      reference(name, List.of(column.name()));
    } else if (reader.acceptWords("generated", "always") || reader.seesWords("as")) {
      return column.withGenerated(generated());
    } else if (deferral().isEmpty() && name.isEmpty()) {
      throw reader.unexpected("a column constraint");
    }
    return column;
  }

  private ParsedTable.Key columnKey(
      Optional<String> name, ParsedColumn column, boolean descending) {
    KeyPart itself = new KeyPart(column.name(), Optional.empty(), descending);
    return new ParsedTable.Key(name, List.of(itself), true, conflictClause());
  }

  private ParsedTable.Key tableKey(Optional<String> name) {
    return new ParsedTable.Key(name, keyParts(), false, conflictClause());
  }

  private boolean tableConstraint(Optional<String> name) {
    if (reader.acceptWords("primary", "key")) {
      primaryKey = Optional.of(tableKey(name));
    } else if (reader.acceptWords("unique")) {
      uniques.add(tableKey(name));
    } else if (reader.acceptWords("check")) {
      check(name);
    } else if (reader.acceptWords("foreign", "key")) {
      List<String> own = names();
      reader.expectWords("references");
      reference(name, own);
    } else {
      return false;
    }
    return true;
  }

  private void check(Optional<String> name) {
    checks.add(new Check(name, reader.parenthesised(), conflictClause()));
  }

  private Generated generated() {
    reader.expectWords("as");
    String expression = reader.parenthesised();
    boolean stored = reader.acceptWords("stored");
    if (!stored) {
      reader.acceptWords("virtual");
    }
    return new Generated(Expression.of(expression), stored);
  }

  /**
   * A literal, a signed number, an expression in parentheses, or a bare word, which is a string.
   */
  private String defaultValue() {
    if (reader.seesSymbol("(")) {
      return "(" + reader.parenthesised() + ")";
    }
    if (reader.seesSymbol("-") || reader.seesSymbol("+")) {
      return reader.next().text() + reader.next().text();
    }
    Token token = reader.next();
    boolean string =
        token.kind() == Kind.QUOTED
            || (token.kind() == Kind.WORD && !Identifiers.isKeyword(token.text()));
    return string ? Identifiers.literal(token.identifier().orElseThrow()) : token.text();
  }

  private List<KeyPart> keyParts() {
    reader.expectSymbol("(");
    List<KeyPart> parts = new ArrayList<>();
    do {
      String column = reader.name();
      Optional<String> collation =
          reader.acceptWords("collate") ? Optional.of(collation()) : Optional.empty();
      parts.add(new KeyPart(column, collation, sortOrder()));
      autoincrement |= reader.acceptWords("autoincrement");
    } while (reader.acceptSymbol(","));
    reader.expectSymbol(")");
    return parts;
  }

  private String collation() {
    return reader.name().toLowerCase(Locale.ROOT);
  }

  private List<String> names() {
    reader.expectSymbol("(");
    List<String> names = new ArrayList<>();
    do {
      names.add(reader.name());
    } while (reader.acceptSymbol(","));
    reader.expectSymbol(")");
    return names;
  }

  private void reference(Optional<String> name, List<String> own) {
    String table = reader.name();
    List<String> columnNames = reader.seesSymbol("(") ? names() : List.of();
    ForeignKeyAction onDelete = ForeignKeyAction.NO_ACTION;
    ForeignKeyAction onUpdate = ForeignKeyAction.NO_ACTION;
    Deferral deferral = Deferral.NONE;
    while (true) {
      if (reader.acceptWords("on", "delete")) {
        onDelete = action();
      } else if (reader.acceptWords("on", "update")) {
        onUpdate = action();
      } else if (reader.acceptWords("on", "insert")) {
        action();
      } else if (reader.acceptWords("match")) {
        reader.name();
      } else {
        Optional<Deferral> found = deferral();
        if (found.isEmpty()) {
          break;
        }
        deferral = found.get();
      }
    }
    references.add(new Reference(name, own, table, columnNames, onDelete, onUpdate, deferral));
  }

  private ForeignKeyAction action() {
    for (ForeignKeyAction action : ForeignKeyAction.values()) {
      if (reader.acceptWords(action.sql().split(" "))) {
        return action;
      }
    }
    throw reader.unexpected("a foreign key action");
  }

  /** Nothing unless {@code [NOT] DEFERRABLE [INITIALLY …]} comes next. */
  private Optional<Deferral> deferral() {
    boolean deferrable = reader.acceptWords("deferrable");
    if (!deferrable && !reader.acceptWords("not", "deferrable")) {
      return Optional.empty();
    }
    boolean deferred =
        reader.acceptWords("initially") && reader.name().equalsIgnoreCase("deferred");
    if (!deferrable) {
      return Optional.of(Deferral.NONE);
    }
    return Optional.of(deferred ? Deferral.INITIALLY_DEFERRED : Deferral.DEFERRABLE);
  }

  /** Whether {@code DESC} comes next, rather than {@code ASC} or nothing. */
  private boolean sortOrder() {
    return !reader.acceptWords("asc") && reader.acceptWords("desc");
  }

  private Optional<ConflictAction> conflictClause() {
    if (!reader.acceptWords("on", "conflict")) {
      return Optional.empty();
    }
    for (ConflictAction action : ConflictAction.values()) {
      if (reader.acceptWords(action.name().toLowerCase(Locale.ROOT))) {
        return Optional.of(action);
      }
    }
    throw reader.unexpected("what to do on a conflict");
  }
}
