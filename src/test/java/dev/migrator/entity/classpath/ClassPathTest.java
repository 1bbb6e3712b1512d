package dev.migrator.entity.classpath;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassPathTest {

  @TempDir private Path directory;

  @Test
  void theFirstEntryWithAFileWins() throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes/app"));
    Files.writeString(classes.resolve("A.class"), "directory");
    Path jar = write("a.jar", zip(ZipEntry.DEFLATED, Map.of("app/A.class", text("jar"))));
    assertThat(read("app.A", classes.getParent(), jar)).isEqualTo("directory");
    assertThat(read("app.A", jar, classes.getParent())).isEqualTo("jar");
  }

  @ParameterizedTest
  @CsvSource({"BOOT-INF, 0", "BOOT-INF, 8", "WEB-INF, 0", "WEB-INF, 8"})
  void anApplicationHoldsItsLibraries(String folder, int method) throws IOException {
    byte[] library =
        zip(
            ZipEntry.DEFLATED,
            Map.of("lib/B.class", text("library"), "app/A.class", text("other")));
    Path application =
        write(
            "application.jar",
            zip(
                method,
                Map.of(
                    folder + "/classes/app/A.class",
                    text("own"),
                    folder + "/classes/META-INF/orm.xml",
                    text("mapping"),
                    folder + "/lib/library.jar",
                    library,
                    "org/springframework/boot/loader/Launcher.class",
                    text("launcher"))));
    try (ClassPath classpath = new ClassPath(List.of(application))) {
      assertThat(text(classpath, "app/A.class")).isEqualTo("own");
      assertThat(text(classpath, "lib/B.class")).isEqualTo("library");
      assertThat(text(classpath, "META-INF/orm.xml")).isEqualTo("mapping");
      assertThat(classpath.find("lib/B.class").orElseThrow().location())
          .isEqualTo(application + "!/" + folder + "/lib/library.jar!/lib/B.class");
      assertThat(classpath.ownRoots())
          .singleElement()
          .satisfies(root -> assertThat(root.classes()).containsExactly("app.A"));
      assertThat(classpath.classesBelow("")).containsExactly("app.A", "lib.B");
      assertThat(classpath.find("org/springframework/boot/loader/Launcher.class")).isEmpty();
    }
  }

  @Test
  void aJarHasNoClassesOfItsOwnersToSearch() throws IOException {
    Path jar = write("a.jar", zip(ZipEntry.DEFLATED, Map.of("app/A.class", text("jar"))));
    try (ClassPath classpath = new ClassPath(List.of(jar))) {
      assertThat(classpath.ownRoots()).isEmpty();
    }
  }

  @Test
  void aClassForTheRunningJavaIsPreferred() throws IOException {
    Map<String, byte[]> files =
        Map.of(
            "app/A.class", text("any"),
            "META-INF/versions/9/app/A.class", text("nine"),
            "META-INF/versions/11/app/A.class", text("eleven"),
            "META-INF/versions/99/app/A.class", text("ninety-nine"),
            "META-INF/versions/11/module-info.class", text("module"));
    Path plain = write("plain.jar", zip(ZipEntry.DEFLATED, files));
    Map<String, byte[]> marked = new TreeMap<>(files);
    marked.put("META-INF/MANIFEST.MF", text("Manifest-Version: 1.0\nMulti-Release: true\n"));
    Path versioned = write("versioned.jar", zip(ZipEntry.DEFLATED, marked));
    assertThat(read("app.A", plain)).isEqualTo("any");
    assertThat(read("app.A", versioned)).isEqualTo("eleven");
    try (ClassPath classpath = new ClassPath(List.of(versioned))) {
      assertThat(classpath.classesBelow("")).containsExactly("app.A");
      assertThat(classpath.findBeside("app.A", "module-info")).isPresent();
    }
  }

  @Test
  void aManifestAddsWhatItNames() throws IOException {
    Files.createDirectories(directory.resolve("lib/classes/app"));
    Files.writeString(directory.resolve("lib/classes/app/C.class"), "folder");
    write(
        "lib/b c.jar",
        zip(
            ZipEntry.DEFLATED,
            Map.of(
                "app/B.class",
                text("second"),
                "META-INF/MANIFEST.MF",
                text("Manifest-Version: 1.0\nClass-Path: ../a.jar classes/\n"))));
    Path first =
        write(
            "a.jar",
            zip(
                ZipEntry.DEFLATED,
                Map.of(
                    "META-INF/MANIFEST.MF",
                    text("Manifest-Version: 1.0\nClass-Path: lib/b%20c.jar lib/missing.jar\n"))));
    assertThat(read("app.B", first)).isEqualTo("second");
    assertThat(read("app.C", first)).isEqualTo("folder");
  }

  /** Spring Boot's executable jars begin with a script. */
  @Test
  void anArchiveMayHaveAProgramBeforeAndACommentBehind() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(text("#!/bin/sh\nexec java -jar \"$0\"\n"));
    bytes.write(zip(ZipEntry.DEFLATED, Map.of("app/A.class", text("jar"))));
    byte[] archive = bytes.toByteArray();
    byte[] comment = text("a comment");
    archive[archive.length - 2] = (byte) comment.length;
    bytes.reset();
    bytes.write(archive);
    bytes.write(comment);
    assertThat(read("app.A", write("a.jar", bytes.toByteArray()))).isEqualTo("jar");
  }

  /** Such an archive has its numbers in other places. */
  @Test
  void anArchiveMayHoldMoreFilesThanAShortCounts() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (int index = 0; index < 66_000; index++) {
      files.put("app/C" + index + ".class", new byte[0]);
    }
    files.put("app/A.class", text("jar"));
    Path jar = write("a.jar", zip(ZipEntry.STORED, files));
    assertThat(read("app.A", jar)).isEqualTo("jar");
    try (ClassPath classpath = new ClassPath(List.of(jar))) {
      assertThat(classpath.classesBelow("app")).hasSize(66_001);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 21, 40, 75, 100})
  void aDamagedArchiveIsNamed(int kept) throws IOException {
    byte[] whole = zip(ZipEntry.DEFLATED, Map.of("app/A.class", text("jar")));
    byte[] part = new byte[Math.min(kept, whole.length - 1)];
    System.arraycopy(whole, 0, part, 0, part.length);
    Path jar = write("a.jar", part);
    assertThatThrownBy(() -> read("app.A", jar))
        .hasMessageStartingWith("the class path entry %s is not a readable jar (", jar);
  }

  @Test
  void aDamagedLibraryIsNamed() throws IOException {
    Path jar =
        write(
            "a.jar",
            zip(
                ZipEntry.STORED,
                Map.of(
                    "BOOT-INF/classes/A.class", text("own"), "BOOT-INF/lib/b.jar", text("none"))));
    assertThat(read("A", jar)).isEqualTo("own");
    assertThatThrownBy(() -> read("B", jar))
        .hasMessageStartingWith(
            "the class path entry %s!/BOOT-INF/lib/b.jar is not a readable jar (", jar);
  }

  private static String read(String className, Path... paths) {
    try (ClassPath classpath = new ClassPath(List.of(paths))) {
      return text(classpath, className.replace('.', '/') + ".class");
    }
  }

  private static String text(ClassPath classpath, String file) {
    return new String(classpath.find(file).orElseThrow().bytes(), UTF_8);
  }

  private static byte[] text(String text) {
    return text.getBytes(UTF_8);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(directory.resolve(name), bytes);
  }

  private static byte[] zip(int method, Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream output = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setMethod(method);
        entry.setSize(file.getValue().length);
        CRC32 sum = new CRC32();
        sum.update(file.getValue());
        entry.setCrc(sum.getValue());
        output.putNextEntry(entry);
        output.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
