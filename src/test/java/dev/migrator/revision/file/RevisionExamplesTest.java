package dev.migrator.revision.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.revision.Revision;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documentation shows what is written, to the character, and every operation. */
class RevisionExamplesTest {

  @ParameterizedTest
  @MethodSource("yaml")
  void showsWhatIsWrittenAsYaml(String example) {
    Revision revision = RevisionReader.read("example.yaml", example, RevisionFormat.YAML);
    assertThat(RevisionWriter.write(revision, RevisionFormat.YAML))
        .isEqualTo(example.replace("revision: 000000000001", "revision: \"000000000001\""));
  }

  @ParameterizedTest
  @MethodSource("sql")
  void showsWhatIsWrittenAsSql(String example) {
    Revision revision = RevisionReader.read("example.sql", example, RevisionFormat.SQL);
    assertThat(RevisionWriter.write(revision, RevisionFormat.SQL)).isEqualTo(example);
  }

  @Test
  void showsEveryOperation() {
    String all = String.join("\n", RevisionExamples.yaml());
    assertThat(OperationReader.names())
        .allSatisfy(name -> assertThat(all).contains("- " + name + ":"));
  }

  static Stream<String> yaml() {
    return RevisionExamples.yaml().stream();
  }

  static Stream<String> sql() {
    return RevisionExamples.sql().stream();
  }
}
