package dev.migrator.execute;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A real connection that breaks before one of its statements or commits, as if the program had
 * ended: the database hears nothing more from it.
 */
final class MortalConnection {

  private final Connection real;
  private final Connection connection;
  private int remaining;
  private boolean dead;

  MortalConnection(Connection real, int statements) {
    this.real = real;
    this.connection = proxy(Connection.class, real);
    this.remaining = statements;
  }

  Connection connection() {
    return connection;
  }

  boolean isDead() {
    return dead;
  }

  private <T> T proxy(Class<T> type, T target) {
    InvocationHandler handler = (proxy, method, arguments) -> invoke(target, method, arguments);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    boolean isWork = method.getName().equals("execute") || method.getName().equals("commit");
    if (isWork && !dead) {
      remaining--;
      if (remaining == 0) {
        dead = true;
        real.abort(Runnable::run);
      }
    }
    if (dead) {
      throw new SQLException("the program has ended");
    }
    try {
      Object result = method.invoke(target, arguments);
      return method.getName().equals("createStatement")
          ? proxy(Statement.class, (Statement) result)
          : result;
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
