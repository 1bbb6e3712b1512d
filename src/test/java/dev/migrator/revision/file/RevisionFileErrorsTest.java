package dev.migrator.revision.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every message has the file, line and column, and says what to do. */
class RevisionFileErrorsTest {

  private static final String HEADER =
      """
      revision: a1
      revises: []
      message: test
      created: 2026-11-22T05:40:00Z
      """;

  private static final String MISTYPED =
      "unknown key 'uprade'. Did you mean 'upgrade'? Known are revision, revises, message, created, branch_labels, depends_on, replaces, upgrade, downgrade.";

  /** The operation begins in line 6, column 5. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add_colum: {}|5: unknown operation 'add_colum'. Did you mean 'add_column'?",
        "drop_table|5: an operation is a map of one entry, such as 'drop_table: users', not 'drop_table'",
        "''|4: an element of 'upgrade' is empty. A text such as null stands in quotes.",
        "{run: a, execute: b}|5: an operation is a map of one entry, but here run, execute stand side by side. Indent what belongs to the operation.",
        "create_table: {nam: t}|20: unknown key 'nam'. Did you mean 'name'? Known are sql, name, columns, primary_key, unique_constraints, foreign_keys, checks, exclusions, indexes, comment, unlogged, with, access_method, tablespace, row_security, partition_by, partition_of, inherits, replica_identity, strict, autoincrement, without_rowid.",
        "create_table: {name: t}|19: 'create_table' lacks 'columns'",
        "create_table: {name: t, name: u, columns: []}|29: key 'name' stands twice",
        "create_table: {name: t, columns: id}|38: 'columns' is to be a list, not 'id'",
        "create_table: {name: t, columns: [id]}|39: an element of 'columns' is to be a map, not 'id'",
        "create_table: {name: t, columns: [null]}|39: an element of 'columns' is empty. A text such as null stands in quotes.",
        "create_table: {name: a.b.c, columns: []}|26: 'a.b.c' is no name: give NAME or SCHEMA.NAME, with double quotes around a part that has a dot or a quote in it",
        "create_table: {name: t, columns: [{name: id, type: bigint}], primary_key: {columns: [ids]}}|90: table t has no column 'ids'. Did you mean 'id'?",
        "create_table: {name: t, columns: [{name: id, type: bigint}], unique_constraints: [{columns: [id, email]}]}|102: table t has no column 'email'. It has id.",
        "create_table: {name: t, columns: [{name: id, type: bigint}], foreign_keys: [{columns: [email], references: {table: u, columns: [id]}}]}|92: table t has no column 'email'. It has id.",
        "create_table: {name: t, columns: [{name: id, type: bigint}], indexes: [{columns: [email]}]}|87: table t has no column 'email'. It has id.",
        "create_table: {name: t, columns: [{name: id, type: bigint}], indexes: [{keys: [{expression: id + 1}, {column: email}]}]}|115: table t has no column 'email'. It has id.",
        "create_table: {name: t, columns: [{name: id, type: bigint}], indexes: [{columns: [id], include: [email]}]}|102: table t has no column 'email'. It has id.",
        "create_enum: {name: e, values: [a, ~]}|40: an element of 'values' is empty. A text such as null stands in quotes.",
        "create_enum: {name: e, values: [a, a]}|18: enum e lists a value twice: [a, a]",
        "add_column: {table: t, column: {name: c, type: strin}}|52: unknown type 'strin'. Did you mean 'native(strin)'?",
        "add_column: {table: t, column: {name: c, type: string}}|52: unknown type 'string'. Did you mean 'varchar(255)'?",
        "add_column: {table: t, column: {name: c, type: text, nullable: no}}|68: 'nullable' is to be true or false, not 'no'",
        "add_column: {table: t, column: {name: c, type: text, default: ''}}|67: an SQL expression is empty",
        "add_column: {table: t, column: {name: c, type: text, default: {mysql: x}}}|68: unknown key 'mysql'. Known are postgresql, sqlite.",
        "add_column: {table: t, column: {name: c, type: text, identity: allways}}|68: 'identity' is 'allways'. Did you mean 'always'? Known are always, by_default.",
        "create_index: {table: t, columns: [a], keys: [{column: b}]}|19: an index has either 'columns' or 'keys'",
        "alter_column: {table: t, column: c}|19: an alteration of t.c changes nothing",
        "alter_column: {table: t, column: c, nullable: {to: true}}|51: 'nullable' lacks 'from'",
        "drop_unique: {table: t, name: u, columns: [a], if_exists: true}|63: 'if_exists' goes with a name alone. Remove it, or what is said of the thing besides.",
        "execute: {sql: x, argument: [y]}|23: unknown key 'argument'. Did you mean 'arguments'? Known are sql, arguments.",
        "run: !class x.Y|10: tag '!class' means nothing here. Remove it.",
        "run: \"\\q\"|12: the file is not YAML: while scanning a double-quoted scalar, found unknown escape character q(113)",
      })
  void namesThePlaceOfAMistakeInAnOperation(String operation, String message) {
    String text = HEADER + "upgrade:\n  - " + operation + "\ndowngrade: []\n";
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(RevisionFileException.class)
        .hasMessage("a.yaml:6:" + message);
  }

  @Test
  void namesThePlaceOfAMistakeInTheHeader() {
    String whole = HEADER + "upgrade: []\ndowngrade: []\n";
    refuses("", "a.yaml:1:1: the file is empty");
    refuses(
        "services: {}\n",
        "a.yaml:1:1: unknown key 'services'. Known are revision, revises, message, created, branch_labels, depends_on, replaces, upgrade, downgrade.");
    refuses(
        whole.replace("upgrade: []\ndowngrade", "uprade: []\ndowngrade"),
        "a.yaml:5:1: " + MISTYPED);
    refuses("- a\n", "a.yaml:1:1: the revision is to be a map, not a list");
    refuses(whole.replace("revises: []\n", ""), "a.yaml:1:1: the revision lacks 'revises'");
    refuses(
        whole.replace("2026-11-22T05:40:00Z", "yesterday"),
        "a.yaml:4:10: 'yesterday' is no time such as 2026-11-22T05:40:00Z");
    refuses(
        whole.replace("a1", "a@1"),
        "a.yaml:1:11: revision id 'a@1' has a character that is not allowed: none of @ : + - and white space may stand in it");
    refuses(
        whole.replace("message: test", "message:"),
        "a.yaml:3:9: 'message' is empty. A text such as null stands in quotes.");
    refuses(
        HEADER + "upgrade: []\n",
        "a.yaml:1:1: the revision lacks 'downgrade'. Where there is nothing to do, write 'downgrade: []'.");
    refuses(
        whole + "depends_on: [x]\n",
        "a.yaml:7:13: 'depends_on' belongs before 'upgrade' and 'downgrade'");
    refuses(
        whole + "---\nsecond: true\n",
        "a.yaml:7:1: the file is not YAML: expected a single document in the stream, but found another document");
    refuses(
        whole.replace("test", "t\u0007"),
        "a.yaml:3:11: the character U+0007 may stand here only as an escape in double quotes");
    refuses(
        whole.replace("[]\nmessage", "[\nmessage"),
        "a.yaml:4:8: the file is not YAML: while parsing a flow sequence, expected ',' or ']', but got :");
  }

  @Test
  void refusesAMistakeInTheHeaderWhenItReadsTheHeaderAlone() {
    assertThatThrownBy(
            () -> RevisionFormat.YAML.readHeader("a.yaml", "revision: a1\nrevise: []\nupgrade: [}"))
        .hasMessageStartingWith("a.yaml:2:1: unknown key 'revise'. Did you mean 'revises'?");
    assertThatThrownBy(() -> RevisionFormat.YAML.readHeader("a.yaml", HEADER + "uprade: []\n"))
        .hasMessage("a.yaml:5:1: " + MISTYPED);
  }

  private static void refuses(String text, String message) {
    assertThatThrownBy(() -> read(text)).hasMessage(message);
  }

  private static void read(String text) {
    RevisionReader.read("a.yaml", text, RevisionFormat.YAML);
  }
}
