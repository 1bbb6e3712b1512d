package dev.migrator.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.dialect.Conversion;
import dev.migrator.operation.AlterColumn;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.TypeSpelling;
import dev.migrator.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Values that do not come back from another type are lost, and the change has to say so. */
class LostPrecisionTest {

  private static final QualifiedName TABLE = QualifiedName.parse("t");

  /** Values of each type that need all of it. */
  private static final Map<String, List<String>> SAMPLES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("boolean", List.of("true")),
              Map.entry("smallint", List.of("32767", "-32768")),
              Map.entry("integer", List.of("2147483647", "16777217")),
              Map.entry("bigint", List.of("9223372036854775807", "9007199254740993")),
              Map.entry("real", List.of("1.1920929e-07", "16777216", "3.4028235e38")),
              Map.entry("double", List.of("0.30000000000000004", "1e-9", "1e200")),
              Map.entry("numeric", List.of("1.23456789012345678901", "1000000000000")),
              Map.entry("numeric(10,2)", List.of("12345678.91")),
              Map.entry("numeric(12,4)", List.of("12345678.9123")),
              Map.entry("char(3)", List.of("abc")),
              Map.entry("varchar(20)", List.of("a,b")),
              Map.entry("text", List.of("a,b")),
              Map.entry("date", List.of("2020-02-29")),
              Map.entry("time", List.of("12:13:14.123456")),
              Map.entry("time(3)", List.of("12:13:14.123")),
              Map.entry("timetz", List.of("12:13:14.123456+05")),
              Map.entry("timestamp", List.of("2020-02-29 12:13:14.123456")),
              Map.entry("timestamp(3)", List.of("2020-02-29 12:13:14.123")),
              Map.entry("timestamptz", List.of("2020-02-29 12:13:14.123456+05")),
              Map.entry("interval", List.of("1 mon 2 days 03:04:05.123456")),
              Map.entry("uuid", List.of("00000000-0000-0000-0000-0000000000ff")),
              Map.entry("json", List.of("{\"a\": 1.50}")),
              Map.entry("jsonb", List.of("{\"a\": 1.50}")),
              Map.entry("inet", List.of("10.0.0.1/8")),
              Map.entry("xml", List.of("<a/>")),
              Map.entry("integer[]", List.of("{1,2}", "{}")),
              Map.entry("text[]", List.of("{\"a,b\",c}")),
              Map.entry("varchar(20)[]", List.of("{\"a,b\",NULL}"))));

  @Test
  void theChangeSaysWhatItLoses() throws SQLException {
    List<String> silent = new ArrayList<>();
    int lost = 0;
    try (TestDatabase database = TestDatabase.postgres();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String from : SAMPLES.keySet()) {
        for (String to : SAMPLES.keySet()) {
          for (String value : SAMPLES.get(from)) {
            boolean isLost = !from.equals(to) && isLost(statement, from, to, value);
            lost += isLost ? 1 : 0;
            if (isLost && !saysSo(from, to)) {
              silent.add("%s to %s: %s".formatted(from, to, value));
            }
          }
        }
      }
    }
    assertThat(silent).isEmpty();
    assertThat(lost).isGreaterThan(50);
  }

  private static boolean saysSo(String from, String to) {
    return AlterColumn.between(TABLE, column(from), column(to)).losesData();
  }

  private static Column column(String type) {
    return Column.of("c", TypeSpelling.parse(type), true);
  }

  /** Whether the value is taken, and does not come back or cannot. */
  private static boolean isLost(Statement statement, String from, String to, String value)
      throws SQLException {
    statement.execute("DROP TABLE IF EXISTS t");
    statement.execute("CREATE TABLE t (c %s)".formatted(sql(from)));
    statement.execute("INSERT INTO t VALUES ('%s')".formatted(value));
    String before = value(statement);
    if (!isChanged(statement, from, to)) {
      return false;
    }
    return isChanged(statement, to, from) && !before.equals(value(statement));
  }

  private static boolean isChanged(Statement statement, String from, String to) {
    Optional<String> using = using(from, to);
    if (using.isEmpty()) {
      return false;
    }
    try {
      statement.execute("ALTER TABLE t ALTER c TYPE %s%s".formatted(sql(to), using.get()));
      return true;
    } catch (SQLException refused) {
      return false;
    }
  }

  private static Optional<String> using(String from, String to) {
    Conversion conversion =
        new TypeConversion(TypeSpelling.parse(from), TypeSpelling.parse(to)).of("c");
    if (conversion instanceof Conversion.ByExpression expression) {
      return Optional.of(" USING " + expression.sql());
    }
    return conversion instanceof Conversion.ByItself ? Optional.of("") : Optional.empty();
  }

  private static String value(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT c::text FROM t")) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }

  private static String sql(String type) {
    ColumnType parsed = TypeSpelling.parse(type);
    return PostgresqlTypes.sql(parsed);
  }
}
