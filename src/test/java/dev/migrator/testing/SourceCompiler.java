package dev.migrator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles the models that tests write as text. Each source sees the tests' class path and, without
 * saying so, {@code jakarta.persistence.*} and {@code dev.migrator.annotation.*}.
 */
public final class SourceCompiler {

  private static final String IMPORTS =
      "import jakarta.persistence.*; import dev.migrator.annotation.*;";
  private static final Pattern PACKAGE =
      Pattern.compile("(?m)^(?:@[\\w.]+\\s+)*package\\s+[\\w.]+\\s*;");

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** Kept, because it caches the directories of the class path's jars. */
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

  private SourceCompiler() {}

  /**
   * Compiles sources into a directory.
   *
   * @param sources the text of each file by its name, such as {@code User.java}
   * @param directory where the class files go; made if it is missing
   * @throws IllegalArgumentException with the compiler's messages, if the sources are wrong
   */
  public static synchronized void compile(Map<String, String> sources, Path directory) {
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    List<Source> units =
        sources.entrySet().stream()
            .map(entry -> new Source(entry.getKey(), entry.getValue()))
            .toList();
    try {
      Files.createDirectories(directory);
      FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(directory));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    List<String> options = List.of("-proc:none", "-nowarn", "-implicit:none", "-parameters");
    if (!COMPILER.getTask(null, FILES, messages, options, null, units).call()) {
      throw new IllegalArgumentException(
          messages.getDiagnostics().stream()
              .map(Object::toString)
              .collect(Collectors.joining("\n")));
    }
  }

  /** The source with the imports behind its package, on the same line, so that lines keep. */
  private static String withImports(String text) {
    Matcher declaration = PACKAGE.matcher(text);
    int at = declaration.find() ? declaration.end() : 0;
    return text.substring(0, at) + IMPORTS + text.substring(at);
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name), Kind.SOURCE);
      this.text = withImports(text);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
