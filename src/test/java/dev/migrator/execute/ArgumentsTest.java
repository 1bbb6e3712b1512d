package dev.migrator.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Expression;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

  private static final Arguments ARGUMENTS =
      new Arguments(
          Map.of("tenant", "O'Neil", "n", "5", "unused", "x"),
          text -> "'" + text.replace("'", "''") + "'");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "insert into t values (:tenant) | insert into t values ('O''Neil')",
        "select :n+1, :n::text, a[1:n] | select '5'+1, '5'::text, a[1'5']",
        "select ':tenant', \":tenant\", $$:tenant$$ -- :tenant | select ':tenant', \":tenant\","
            + " $$:tenant$$ -- :tenant",
        "select x=:tenant, : tenant, :tenants, :other | select x='O''Neil', : tenant, :tenants,"
            + " :other",
        ":tenant | 'O''Neil'",
        "'' | ''",
      })
  void replacesDeclaredNames(String sql, String bound) {
    List<Operation> operations =
        ARGUMENTS.bind(List.of(new ExecuteSql(Expression.of(sql), List.of("tenant", "n"))));

    assertThat(operations).containsExactly(new ExecuteSql(Expression.of(bound), List.of()));
  }

  @Test
  void leavesUndeclaredNamesAlone() {
    ExecuteSql execute = new ExecuteSql(Expression.of("select :tenant"), List.of());

    assertThat(ARGUMENTS.bind(List.of(execute))).containsExactly(execute);
  }

  @Test
  void namesTheArgumentThatIsMissing() {
    ExecuteSql execute = new ExecuteSql(Expression.of("select :region"), List.of("region"));

    assertThatThrownBy(() -> ARGUMENTS.bind(List.of(execute)))
        .isInstanceOf(MigrationException.class)
        .hasMessage("the argument 'region' is not given. Give it with -x region=VALUE.");
  }

  @Test
  void leavesOtherWordsReadable() {
    Arguments arguments =
        new Arguments(Map.of("short", "q", "tenant", "acme"), text -> "'" + text + "'");
    ExecuteSql execute =
        new ExecuteSql(Expression.of("select :short, :tenant"), List.of("short", "tenant"));

    assertThat(arguments.hide(List.of(execute), "uq_customer, acme_orders: Key (n)=(acme), 'acme'"))
        .isEqualTo("uq_customer, acme_orders: Key (n)=(:tenant), :tenant");
  }

  @Test
  void hidesValuesFromMessages() {
    List<Operation> operations =
        List.of(new ExecuteSql(Expression.of("select :tenant"), List.of("tenant")));

    assertThat(ARGUMENTS.hide(operations, "select 'O''Neil' or O'Neil"))
        .isEqualTo("select :tenant or :tenant");
  }
}
