package dev.migrator.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

  @TempDir Path folder;

  @BeforeEach
  void createFiles() throws IOException {
    Files.createDirectories(folder.resolve("target/classes"));
    Files.createDirectories(folder.resolve("lib/deep"));
    for (String jar : List.of("lib/b.jar", "lib/a.jar", "lib/deep/c.jar", "lib/readme.txt")) {
      Files.createFile(folder.resolve(jar));
    }
  }

  @Test
  void takesDirectoriesJarsGlobsAndLists() throws IOException {
    Files.writeString(
        folder.resolve("cp.txt"),
        "lib/deep/c.jar" + File.pathSeparator + folder.resolve("lib/a.jar") + "\n");

    assertThat(paths("target/classes, 'lib/*.jar', '@cp.txt'"))
        .containsExactly(
            folder.resolve("target/classes"),
            folder.resolve("lib/a.jar"),
            folder.resolve("lib/b.jar"),
            folder.resolve("lib/deep/c.jar"));
    assertThat(paths("'lib/**.jar'")).hasSize(3);
    assertThat(paths("'{target,nowhere}/*'")).containsExactly(folder.resolve("target/classes"));
  }

  @Test
  void namesTheEntryThatIsMissing() {
    assertThatThrownBy(() -> paths("target/classes, target/test"))
        .hasMessage(
            "%s:1:38: models.classpath: %s does not exist. Compile the model first, or correct the"
                    .formatted(folder.resolve("migrator.yaml"), folder.resolve("target/test"))
                + " entry.");
    assertThatThrownBy(() -> paths("'lib/*.war'"))
        .hasMessageEndingWith("models.classpath: nothing matches lib/*.war");
    assertThatThrownBy(() -> paths("'nowhere/*.jar'"))
        .hasMessageEndingWith("models.classpath: nothing matches nowhere/*.jar");
  }

  private List<Path> paths(String entries) throws IOException {
    Path file = folder.resolve("migrator.yaml");
    Files.writeString(file, "models: {classpath: [" + entries + "]}");
    return ConfigurationReader.read(file, Optional.empty(), Optional.empty(), Map.of())
        .models()
        .classPath()
        .paths();
  }
}
