package dev.migrator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Starts {@code bin/migrator} for a program in Migrator's place that prints what it was started
 * with, laid out like the unpacked zip or like a checkout, under a path with spaces.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String PROGRAM =
      """
      package dev.migrator.cli;

      public final class Main {
        private Main() {}

        public static void main(String[] args) {
          for (String arg : args) {
            System.out.println("[" + arg + "]");
          }
          System.out.println(System.getProperty("user.dir"));
          System.out.println(System.getProperty("java.version"));
          System.out.println(System.getProperty("custom"));
          System.exit(args.length);
        }
      }

      final class Training {
        private Training() {}

        public static void main(String[] args) {
          Main.main(args);
        }
      }
      """;

  @TempDir Path temporary;

  private Path home;
  private Path workingDirectory;

  @BeforeEach
  void layOut() throws IOException {
    workingDirectory = Files.createDirectory(temporary.resolve("working directory")).toRealPath();
    home = Files.createDirectory(temporary.resolve("its home")).toRealPath();
    Files.createDirectory(home.resolve("bin"));
    Files.copy(Path.of("bin/migrator"), home.resolve("bin/migrator"));
  }

  @ParameterizedTest
  @MethodSource("javas")
  void startsSilentlyOncePrepared(Path javaHome) throws Exception {
    layOutZip();
    Map<String, String> environment = Map.of("JAVA_HOME", javaHome.toString());
    String version = javaVersion(javaHome);

    assertThat(run(environment, "current"))
        .isEqualTo(
            new Result(
                1,
                output("[current]", workingDirectory, version, "null"),
                "preparing migrator for Java %s (once)…\n".formatted(version)));
    assertThat(archives()).hasSize(1).allSatisfy(archive -> assertThat(archive).isNotEmptyFile());
    assertThat(run(environment, "current"))
        .isEqualTo(new Result(1, output("[current]", workingDirectory, version, "null"), ""));

    for (Path archive : archives()) {
      Files.delete(archive);
      Files.writeString(archive, "not an archive");
    }
    assertThat(run(environment, "current"))
        .isEqualTo(new Result(1, output("[current]", workingDirectory, version, "null"), ""));
  }

  @Test
  void passesArgumentsAndOptionsThroughALink() throws Exception {
    layOutZip();
    Path link = Files.createSymbolicLink(workingDirectory.resolve("link"), home);
    Path command = Files.createSymbolicLink(temporary.resolve("m"), link.resolve("bin/migrator"));
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME",
            System.getProperty("java.home"),
            "MIGRATOR_JAVA_OPTS",
            "-Dcustom=yes -XX:+UseParallelGC");

    assertThat(run(command, environment, "a b", "$HOME", "*", "", "-x=\"'\\"))
        .extracting(Result::status, Result::out)
        .containsExactly(
            5,
            output(
                "[a b]\n[$HOME]\n[*]\n[]\n[-x=\"'\\]",
                workingDirectory,
                System.getProperty("java.version"),
                "yes"));
  }

  @Test
  void namesAJavaThatIsTooOldOrMissing() throws Exception {
    layOutZip();
    Path missing = temporary.resolve("missing");
    Path old = temporary.resolve("old");
    Path java = Files.createDirectories(old.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'java version \"1.8.0_392\"' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();

    assertThat(run(Map.of("JAVA_HOME", missing.toString())))
        .isEqualTo(
            new Result(
                1, "", "error: JAVA_HOME is %s, where there is no bin/java.\n".formatted(missing)));
    assertThat(run(Map.of("JAVA_HOME", old.toString())))
        .isEqualTo(
            new Result(
                1,
                "",
                ("error: Migrator needs Java 17 or newer, and %s is 1.8.0_392. "
                        + "Set JAVA_HOME to a newer one.\n")
                    .formatted(java)));
  }

  @Test
  void buildsACheckoutOnceForTheSameSources() throws Exception {
    Path main = layOutCheckout();
    Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"));

    Process other = start(home.resolve("bin/migrator"), environment);
    Result one = run(environment);
    other.waitFor();
    assertThat(one.status).isZero();
    assertThat(one.err + new String(other.getErrorStream().readAllBytes(), UTF_8))
        .containsOnlyOnce("building migrator (once)…");
    assertThat(home.resolve("target/example-classes/example/User.class")).exists();
    assertThat(run(environment).err).isEmpty();

    Files.writeString(main, "broken", StandardOpenOption.APPEND);
    assertThat(run(environment))
        .satisfies(result -> assertThat(result.status).isEqualTo(1))
        .satisfies(result -> assertThat(result.out).isEmpty())
        .satisfies(
            result ->
                assertThat(result.err)
                    .startsWith("building migrator (once)…\n")
                    .contains("COMPILATION ERROR")
                    .endsWith("error: building Migrator failed; Maven's output is above.\n"));

    Files.writeString(main, PROGRAM);
    assertThat(run(environment).err).isEmpty();
  }

  /** The Java that runs this test and those that are installed beside it, from 17 on. */
  static List<Path> javas() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> siblings = Files.list(own.getParent())) {
      List<Path> homes = new ArrayList<>(List.of(own));
      for (Path sibling : siblings.sorted().toList()) {
        Path real = sibling.toRealPath();
        if (!homes.contains(real)
            && Files.exists(real.resolve("bin/java"))
            && Files.exists(real.resolve("release"))
            && Runtime.Version.parse(javaVersion(real)).feature() >= 17) {
          homes.add(real);
        }
      }
      return homes;
    }
  }

  private static String javaVersion(Path javaHome) throws IOException {
    try (Stream<String> lines = Files.lines(javaHome.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll(".*=|\"", ""))
          .findFirst()
          .orElseThrow();
    }
  }

  private void layOutZip() throws IOException {
    Path source = Files.writeString(temporary.resolve("Main.java"), PROGRAM);
    Path classes = temporary.resolve("classes");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(
                    null,
                    null,
                    null,
                    "--release",
                    "17",
                    "-d",
                    classes.toString(),
                    source.toString()))
        .isZero();

    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "dev.migrator.cli.Main");
    Files.createDirectory(home.resolve("lib"));
    try (OutputStream file = Files.newOutputStream(home.resolve("lib/migrator.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      for (String name :
          List.of("dev/migrator/cli/Main.class", "dev/migrator/cli/Training.class")) {
        jar.putNextEntry(new JarEntry(name));
        Files.copy(classes.resolve(name), jar);
      }
    }
  }

  /** Returns the file that the program is in. */
  private Path layOutCheckout() throws IOException {
    for (String file : List.of("pom.xml", "LICENSE", ".mvn/jvm.config")) {
      Files.createDirectories(home.resolve(file).getParent());
      Files.copy(Path.of(file), home.resolve(file));
    }
    Path example = home.resolve("src/example/java/example/User.java");
    Files.createDirectories(example.getParent());
    Files.writeString(example, "package example;\n\nclass User {}\n");
    Path main = home.resolve("src/main/java/dev/migrator/cli/Main.java");
    Files.createDirectories(main.getParent());
    return Files.writeString(main, PROGRAM);
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("lib"))) {
      return files.filter(file -> file.toString().matches(".*\\.(jsa|aot)")).toList();
    }
  }

  private static String output(Object... lines) {
    StringBuilder output = new StringBuilder();
    for (Object line : lines) {
      output.append(line).append('\n');
    }
    return output.toString();
  }

  private Result run(Map<String, String> environment, String... arguments) throws Exception {
    return run(home.resolve("bin/migrator"), environment, arguments);
  }

  private Result run(Path command, Map<String, String> environment, String... arguments)
      throws Exception {
    Process process = start(command, environment, arguments);
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Result(process.waitFor(), out, err);
  }

  private Process start(Path command, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> words = new ArrayList<>(List.of(command.toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).directory(workingDirectory.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private record Result(int status, String out, String err) {}
}
