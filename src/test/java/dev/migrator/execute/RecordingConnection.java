package dev.migrator.execute;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A real connection that remembers the statements that it was given. */
final class RecordingConnection {

  private final List<String> statements = new ArrayList<>();
  private final Connection connection;

  RecordingConnection(Connection connection) {
    this.connection = proxy(Connection.class, connection);
  }

  Connection connection() {
    return connection;
  }

  List<String> statements() {
    return statements;
  }

  private <T> T proxy(Class<T> type, T real) {
    InvocationHandler handler = (proxy, method, arguments) -> invoke(real, method, arguments);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("execute") && arguments != null) {
      statements.add((String) arguments[0]);
    }
    try {
      Object result = method.invoke(real, arguments);
      return method.getName().equals("createStatement")
          ? proxy(Statement.class, (Statement) result)
          : result;
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
