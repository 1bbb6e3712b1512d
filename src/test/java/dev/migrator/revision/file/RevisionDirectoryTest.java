package dev.migrator.revision.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.operation.ExecuteSql;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.UnknownRevisionException;
import dev.migrator.schema.Expression;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionDirectoryTest {

  private static final RevisionId FIRST = new RevisionId("aa79e1d59e68");

  @TempDir Path folder;

  @Test
  void findsWhatItWrote() throws IOException {
    RevisionDirectory directory = open();
    Path file =
        directory.write(
            revision("aa79e1d59e68", "Creating database!"),
            RevisionFormat.YAML,
            folder,
            FileNaming.DEFAULT);
    assertThat(file).isEqualTo(folder.resolve("aa79e1d59e68_creating_database.yaml"));
    Path script =
        directory.write(revision("b1", "!"), RevisionFormat.SQL, folder, FileNaming.DEFAULT);
    assertThat(script).isEqualTo(folder.resolve("b1.sql"));

    for (RevisionDirectory opened : List.of(directory, open())) {
      assertThat(opened.headers())
          .extracting(RevisionHeader::id)
          .containsExactly(FIRST, new RevisionId("b1"));
      assertThat(opened.read(FIRST)).isEqualTo(revision("aa79e1d59e68", "Creating database!"));
      assertThat(opened.path(FIRST)).isEqualTo(file);
      assertThat(opened.graph().heads()).hasSize(2);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(file, script);
    }
  }

  @Test
  void neverOverwrites() throws IOException {
    Files.writeString(folder.resolve("aa79e1d59e68_x.yaml"), "mine", StandardCharsets.UTF_8);
    RevisionDirectory directory =
        RevisionDirectory.open(RevisionFolders.of(Files.createDirectory(folder.resolve("b"))));
    directory.write(
        revision("aa79e1d59e68", "y"),
        RevisionFormat.YAML,
        folder.resolve("b"),
        FileNaming.DEFAULT);
    assertThatThrownBy(
            () ->
                directory.write(
                    revision("aa79e1d59e68", "z"),
                    RevisionFormat.YAML,
                    folder.resolve("b"),
                    FileNaming.DEFAULT))
        .hasMessageEndingWith(
            "revision 'aa79e1d59e68' exists already. Give the new one another id.");
    Files.move(folder.resolve("b/aa79e1d59e68_y.yaml"), folder.resolve("b/.hidden"));
    RevisionDirectory again = RevisionDirectory.open(RevisionFolders.of(folder.resolve("b")));
    Files.writeString(folder.resolve("b/aa79e1d59e68_y.yaml"), "mine", StandardCharsets.UTF_8);
    assertThatThrownBy(
            () ->
                again.write(
                    revision("aa79e1d59e68", "y"),
                    RevisionFormat.YAML,
                    folder.resolve("b"),
                    FileNaming.DEFAULT))
        .isInstanceOf(FileAccessException.class)
        .hasMessageEndingWith("aa79e1d59e68_y.yaml: it exists already.");
    assertThat(folder.resolve("b/aa79e1d59e68_y.yaml")).hasContent("mine");
    assertThat(folder.resolve("b").toFile().list()).hasSize(2);
  }

  @Test
  void ignoresWhatIsNoRevision() throws IOException {
    for (String name : List.of("README.md", ".hidden.yaml", ".#lock.sql", "a.yaml~", "a.txt")) {
      Files.writeString(folder.resolve(name), "x", StandardCharsets.UTF_8);
    }
    Files.createDirectory(folder.resolve("sub.yaml"));
    assertThat(open().headers()).isEmpty();
  }

  @Test
  void readsSeveralDirectories() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    RevisionDirectory.open(RevisionFolders.of(other))
        .write(revision("b1", "b"), RevisionFormat.YAML, other, FileNaming.DEFAULT);
    RevisionDirectory both = RevisionDirectory.open(RevisionFolders.of(folder, other));
    assertThat(both.write(revision("a1", "a"), RevisionFormat.YAML, folder, FileNaming.DEFAULT))
        .hasParent(folder);
    assertThat(both.headers()).hasSize(2);
    Files.copy(folder.resolve("a1_a.yaml"), other.resolve("copy.yml"));
    assertThatThrownBy(() -> RevisionDirectory.open(RevisionFolders.of(folder, other)))
        .hasMessage(
            "%s:1:1: revision 'a1' is in %s already. Give one of the two another id.",
            other.resolve("copy.yml"), folder.resolve("a1_a.yaml"));
  }

  @Test
  void readsFoldersWhereAsked() throws IOException {
    RevisionFolders folders = new RevisionFolders(List.of(folder), true);
    Files.writeString(folder.resolve(EditorLine.REVISION_SCHEMA), "{}", StandardCharsets.UTF_8);
    FileNaming byYear = new FileNaming("{year}/{month}/{id}", ZoneOffset.UTC);
    Path deep =
        RevisionDirectory.open(folders)
            .write(revision("a1", "a"), RevisionFormat.YAML, folder, byYear);
    assertThat(folder.relativize(deep)).isEqualTo(Path.of("2026", "11", "a1.yaml"));
    assertThat(deep).content().startsWith(EditorLine.naming("../../revision.schema.json"));
    assertThat(
            new FileNaming("{slug}/{id}", ZoneOffset.UTC)
                .name(revision("a1", "!").header(), RevisionFormat.YAML))
        .isEqualTo("a1.yaml");
    Path hidden = Files.createDirectory(folder.resolve(".git"));
    Files.copy(deep, hidden.resolve("a1.yaml"));

    RevisionDirectory again = RevisionDirectory.open(folders);
    assertThat(again.headers()).hasSize(1);
    assertThat(again.directory(new RevisionId("a1"))).hasValue(folder);
    assertThat(open().headers()).isEmpty();
    RevisionFolders overlapping =
        new RevisionFolders(
            List.of(folder, folder.resolve("2026"), folder.resolve("./2026")), true);
    assertThat(RevisionDirectory.open(overlapping).headers()).hasSize(1);
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> RevisionDirectory.open(RevisionFolders.of(folder.resolve("none"))))
        .hasMessage(
            "cannot read the migrations directory %s: it does not exist. Create it, or correct migrations.directory in the configuration.",
            folder.resolve("none"));
    assertThatThrownBy(() -> open().read(FIRST)).isInstanceOf(UnknownRevisionException.class);
  }

  @Test
  void saysInWordsWhyAFileIsNotWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> RevisionDirectory.open(RevisionFolders.of(file)))
        .hasMessage(
            "cannot read the migrations directory %s: it is no directory. Make it one, or correct migrations.directory in the configuration.",
            file);
    assertThatThrownBy(() -> TextFiles.create(file.resolve("a.yaml"), "x"))
        .hasMessage("cannot write %s: %s is no directory.", file.resolve("a.yaml"), file);
    assertThatThrownBy(() -> TextFiles.create(folder.resolve("none/a.yaml"), "x"))
        .hasMessage(
            "cannot write %s: the directory for it does not exist.", folder.resolve("none/a.yaml"));
    Path denied = folder.resolve("a.yaml");
    assertThat(FileAccessException.writing(denied, new AccessDeniedException(denied.toString())))
        .hasMessage("cannot write %s: this user may not write there.", denied);
    assertThat(FileAccessException.reading(denied, new AccessDeniedException(denied.toString())))
        .hasMessage("cannot read %s: it may not be read by this user.", denied);
  }

  @ParameterizedTest
  @CsvSource({
    "'', is empty",
    "' ', is empty",
    "'a\\nb', has a line break",
    "'a\\r', has a line break",
  })
  void writesOnlyMessagesOfOneLine(String message, String problem) {
    RevisionDirectory directory = open();
    Revision revision = revision("a1", message.translateEscapes());
    for (RevisionFormat format : RevisionFormat.values()) {
      assertThatThrownBy(() -> directory.write(revision, format, folder, FileNaming.DEFAULT))
          .isInstanceOf(UnwritableRevisionException.class)
          .hasMessageStartingWith("the message of revision 'a1' %s. Say in", problem);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void readsMessagesOfSeveralLines() {
    String text =
        RevisionWriter.write(revision("a1", "one"), RevisionFormat.YAML)
            .replace("message: one", "message: |-\n  one\n  two");
    assertThat(RevisionReader.read("a.yaml", text, RevisionFormat.YAML))
        .isEqualTo(revision("a1", "one\ntwo"));
  }

  @Test
  void refusesWhatIsNotUtf8() throws IOException {
    Files.write(
        folder.resolve("a.yaml"),
        "revision: a\nmessage: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(this::open)
        .hasMessage("%s:2:13: the file is not UTF-8 here", folder.resolve("a.yaml"));
  }

  @Test
  void takesTheChecksumWithTheLineEndsOfUnix() throws IOException {
    Path file = open().write(revision("a1", "a"), RevisionFormat.YAML, folder, FileNaming.DEFAULT);
    String checksum = open().checksum(new RevisionId("a1"));
    assertThat(checksum).matches("sha256:[0-9a-f]{64}");
    Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
    assertThat(open().checksum(new RevisionId("a1"))).isEqualTo(checksum);
    assertThat(open().read(new RevisionId("a1"))).isEqualTo(revision("a1", "a"));
    Files.writeString(file, Files.readString(file) + "# more\n");
    assertThat(open().checksum(new RevisionId("a1"))).isNotEqualTo(checksum);
  }

  @ParameterizedTest
  @CsvSource({
    "'Add a column, twice!', add_a_column_twice",
    "'  ÜBER größe ', über_größe",
    "'../../etc/passwd', etc_passwd",
    "'', ''",
    "'one two three four five six seven eight nine', one_two_three_four_five_six_seven_eight",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz, abcdefghijklmnopqrstuvwxyzabcdefghijklmn",
  })
  void namesFilesAfterTheMessage(String message, String slug) {
    assertThat(FileNames.slug(message)).isEqualTo(slug);
  }

  /** Headers are read without the operations, so that ten thousand take a second or two. */
  @Test
  void readsThousandsOfHeaders() throws IOException {
    String text = RevisionWriter.write(revision("r0", "x"), RevisionFormat.YAML);
    for (int number = 0; number < 10_000; number++) {
      Files.writeString(folder.resolve(number + ".yaml"), text.replace("r0", "r" + number));
    }
    Assertions.assertTimeout(
        Duration.ofSeconds(20), () -> assertThat(open().headers()).hasSize(10_000));
  }

  private RevisionDirectory open() {
    return RevisionDirectory.open(RevisionFolders.of(folder));
  }

  private static Revision revision(String id, String message) {
    return new Revision(
        RevisionHeader.of(
            new RevisionId(id), List.of(), message, Instant.parse("2026-11-22T05:40:00Z")),
        List.of(new ExecuteSql(Expression.of("select 1;\nselect 2;"), List.of())),
        List.of());
  }
}
