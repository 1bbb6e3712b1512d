package dev.migrator.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceCompilerTest {

  @TempDir private Path directory;

  @Test
  void addsTheImportsBehindThePackage() {
    SourceCompiler.compile(
        Map.of(
            "User.java", "package app;\n@Entity class User { @Id @ServerDefault(\"1\") Long id; }",
            "Loose.java", "@Entity class Loose { @Id Long id; }",
            "package-info.java", "@org.jspecify.annotations.NullMarked\npackage app;"),
        directory);

    assertThat(directory.resolve("app/User.class")).exists();
    assertThat(directory.resolve("Loose.class")).exists();
  }

  @Test
  void passesTheCompilersMessagesOn() {
    assertThatThrownBy(
            () -> SourceCompiler.compile(Map.of("A.java", "class A {\n  B b;\n}"), directory))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A.java:2")
        .hasMessageContaining("class B");
  }
}
