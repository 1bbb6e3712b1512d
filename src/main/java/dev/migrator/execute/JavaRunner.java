package dev.migrator.execute;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs classes of the user's.
 *
 * @param classPath where they are; asked for when the first is reached
 */
public record JavaRunner(Supplier<List<Path>> classPath) {

  void run(String className, Connection connection) throws Exception {
    try (URLClassLoader loader = new URLClassLoader(urls(), RevisionCode.class.getClassLoader())) {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        code(className, loader).run(connection);
      } finally {
        thread.setContextClassLoader(before);
      }
    }
  }

  private static RevisionCode code(String className, ClassLoader loader)
      throws ReflectiveOperationException {
    Object code;
    try {
      code = Class.forName(className, true, loader).getDeclaredConstructor().newInstance();
    } catch (ClassNotFoundException missing) {
      throw new MigrationException(
          "class %s is not on models.classpath".formatted(className), missing);
    } catch (NoSuchMethodException missing) {
      throw new MigrationException(
          "class %s has no constructor without parameters".formatted(className), missing);
    }
    if (code instanceof RevisionCode step) {
      return step;
    }
    throw new MigrationException(
        "class %s does not implement dev.migrator.JavaStep".formatted(className));
  }

  private URL[] urls() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path path : classPath.get()) {
      urls.add(url(path));
    }
    return urls.toArray(URL[]::new);
  }

  private static URL url(Path path) throws MalformedURLException {
    return path.toUri().toURL();
  }
}
