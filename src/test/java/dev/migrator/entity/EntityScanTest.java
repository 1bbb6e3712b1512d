package dev.migrator.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityScanTest {

  @TempDir private Path directory;

  private final Path classes =
      Model.compile(
          "@Entity class One { @Id Long id; }",
          "package app.deep; @jakarta.persistence.Entity class Two"
              + " { @jakarta.persistence.Id Long id; }",
          "package app.deep.er; @jakarta.persistence.Entity class Three"
              + " { @jakarta.persistence.Id Long id; }",
          "package apples; @jakarta.persistence.Entity class Four"
              + " { @jakarta.persistence.Id Long id; }");

  @ParameterizedTest
  @CsvSource({
    "app,          one",
    "app.**,       one three two",
    "app.*,        two",
    "app.**.er,    three",
    "**,           four one three two",
    "a*,           four one"
  })
  void packagesMayBePatterns(String pattern, String tables) {
    assertThat(tables(List.of(pattern), List.of(), classes)).isEqualTo(tables);
  }

  @ParameterizedTest
  @CsvSource({
    "app.deep.**,     one",
    "app.deep,        one three",
    "app.deep.Two,    one three",
    "app.**.T*,       one"
  })
  void classesAndPackagesMayBeExcluded(String pattern, String tables) {
    assertThat(tables(List.of("app.**"), List.of(pattern), classes)).isEqualTo(tables);
  }

  @Test
  void allDirectoriesAreSearchedWhereNothingIsNamed() {
    assertThat(tables(List.of(), List.of(), classes)).isEqualTo("four one three two");
  }

  @Test
  void jarsAreReadToo() throws IOException {
    assertThat(tables(List.of("app.**"), List.of(), jar(classes))).isEqualTo("one three two");
  }

  @Test
  void jarsAreSearchedOnlyForWhatIsNamed() throws IOException {
    Path jar = jar(classes);
    assertThatThrownBy(() -> tables(List.of(), List.of(), jar))
        .hasMessage(
            "no entity was found in the directories of the class path %s: none of its entries is a directory, and jars are searched only for what is named. Name the packages of the entities under models.packages (a.b is one package, a.b.** also those below it), or the entities under models.classes.",
            jar);
  }

  @Test
  void classesThatAreNamedAreSearchedAlone() {
    Path money =
        Model.compile("@Embeddable class Money { int cents; }", "@Entity class E { @Id Long id; }");
    EntitySource source =
        new EntitySource(
            List.of(money),
            List.of(),
            List.of("app.Money"),
            List.of(),
            Naming.JPA,
            Model.DEFAULTS.nullability());
    assertThatThrownBy(() -> EntityReader.read(source))
        .hasMessage(
            "no entity was found in the named classes of the class path %s: app.Money carries no @Entity, and no other class is searched. Name the entities too, or their packages under models.packages.",
            money);
  }

  private Path jar(Path classes) throws IOException {
    Path jar = directory.resolve("model.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream output = new JarOutputStream(file);
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        output.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        output.write(Files.readAllBytes(each));
      }
    }
    return jar;
  }

  /** A thousand in well under a second, so three hundred in a third of one. */
  @Test
  void manyEntitiesTakeNoTime() {
    String[] entities =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    "@Entity class E%d { @Id Long id; String a; int b; @ManyToOne E%d next; java.time.Instant c; }"
                        .formatted(i, (i + 1) % 300))
            .toArray(String[]::new);
    EntitySource source = Model.on(Model.DEFAULTS, Model.compile(entities));
    EntityReader.read(source);

    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    assertThat(EntityReader.read(source).schema().tables()).hasSize(300);
    assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofMillis(300));
  }

  private static String tables(List<String> packages, List<String> excluded, Path classpath) {
    EntitySource source =
        new EntitySource(
            List.of(classpath),
            packages,
            List.of(),
            excluded,
            Naming.JPA,
            Model.DEFAULTS.nullability());
    return String.join(
        " ",
        EntityReader.read(source).schema().tables().stream()
            .map(table -> table.name().name())
            .toList());
  }
}
