package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.problem.ProblemException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** A database could not be connected to. */
public final class ConnectionFailedException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /** How PostgreSQL's driver ends the sentence on each kind of authentication. */
  private static final String NO_PASSWORD = "no password was provided";

  private final SqlFailure kind;

  private ConnectionFailedException(String message, SqlFailure kind, SQLException cause) {
    super(message, cause);
    this.kind = kind;
  }

  static ConnectionFailedException of(
      Dialect dialect, String url, Properties credentials, SQLException failure) {
    SqlFailure kind = dialect.classify(failure);
    String address = url.replaceFirst("\\?.*", "");
    String user = Optional.ofNullable(credentials.getProperty("user")).orElse("the current user");
    String reason = ServerMessage.of(failure).text();
    String message =
        switch (kind) {
          case UNREACHABLE ->
              "no database answers at %s: %s"
                  .formatted(
                      address,
                      unknownHost(failure)
                          .map("the host %s is not known. Is its name right?"::formatted)
                          .orElseGet(
                              () ->
                                  withoutStop(reason)
                                      + ". Is it running, and are host and port right?"));
          case CREDENTIALS ->
              reason.contains(NO_PASSWORD)
                  ? "%s asks for a password for %s, and none is given. Give one with database.password."
                      .formatted(address, user)
                  : "%s refuses %s: %s. Check the user and the password."
                      .formatted(address, user, withoutStop(reason));
          case NO_DATABASE ->
              "there is no database at %s: %s. Create it, or correct database.url."
                  .formatted(address, withoutStop(reason));
          case BUSY, RETRYABLE, PERMISSION, MISSING_VALUE, STATEMENT ->
              "cannot connect to %s: %s".formatted(address, reason);
        };
    return new ConnectionFailedException(message, kind, failure);
  }

  /** What kind of failure it was. */
  public SqlFailure kind() {
    return kind;
  }

  /** The driver says that the attempt failed, and keeps the reason to itself. */
  private static Optional<String> unknownHost(SQLException failure) {
    return failure.getCause() instanceof UnknownHostException unknown
        ? Optional.of(String.valueOf(unknown.getMessage()).replaceFirst(": .*", ""))
        : Optional.empty();
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
