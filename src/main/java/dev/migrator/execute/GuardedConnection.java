package dev.migrator.execute;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** A connection that refuses to end the transaction that it is in. */
final class GuardedConnection implements InvocationHandler {

  private static final Set<String> REFUSED = Set.of("commit", "close", "abort", "setAutoCommit");

  private final Connection connection;

  private GuardedConnection(Connection connection) {
    this.connection = connection;
  }

  static Connection of(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            GuardedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new GuardedConnection(connection));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    boolean endsTransaction =
        REFUSED.contains(method.getName())
            || (method.getName().equals("rollback") && method.getParameterCount() == 0);
    if (endsTransaction) {
      throw new SQLException(
          "a step may not call %s: its revision is committed or rolled back as a whole"
              .formatted(method.getName()));
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException thrown) {
      throw Optional.ofNullable(thrown.getCause()).orElse(thrown);
    }
  }
}
