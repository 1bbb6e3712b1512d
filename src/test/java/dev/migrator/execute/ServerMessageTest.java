package dev.migrator.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ServerMessageTest {

  @Test
  void takesWhatTheDriverOfPostgresqlAddsAway() {
    ServerMessage message =
        ServerMessage.of(
            new SQLException("ERROR: column \"b\" does not exist\n  Hint: Try a.\n  Position: 11"));

    assertThat(message.text()).isEqualTo("column \"b\" does not exist\n  Hint: Try a.");
    assertThat(message.place("select a,\nb")).contains("line 2, column 1");
    assertThat(message.place("short")).isEmpty();
  }

  @Test
  void takesWhatTheDriverOfSqliteAddsAway() {
    assertThat(
            ServerMessage.of(
                new SQLException(
                    "[SQLITE_ERROR] SQL error or missing database (near \"(\": syntax error)")))
        .extracting(ServerMessage::text)
        .isEqualTo("near \"(\": syntax error");
  }

  @Test
  void keepsAnythingElse() {
    assertThat(ServerMessage.of(new SQLException("This connection has been closed.")).text())
        .isEqualTo("This connection has been closed.");
    assertThat(ServerMessage.of(new SQLException()).text()).contains("SQLException");
  }
}
