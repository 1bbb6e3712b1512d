package dev.migrator.revision.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.migrator.revision.Revision;
import dev.migrator.testing.RevisionArbitraries;
import java.util.Objects;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The JSON Schema for editors takes what the reader takes. */
class RevisionSchemaProperties {

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              Objects.requireNonNull(
                  RevisionSchemaProperties.class.getResourceAsStream(
                      "/dev/migrator/revision.schema.json")));

  @Property(edgeCases = EdgeCasesMode.NONE)
  void takesWhatIsWritten(@ForAll("revisions") Revision revision) throws JsonProcessingException {
    String text = RevisionWriter.write(revision, RevisionFormat.YAML);
    assertThat(SCHEMA.validate(json(text))).as(text).isEmpty();
  }

  @Example
  void takesTheDocumentedExamples() throws JsonProcessingException {
    for (String example : RevisionExamples.yaml()) {
      assertThat(SCHEMA.validate(json(example))).as(example).isEmpty();
    }
  }

  @Example
  void refusesWhatTheReaderRefuses() throws JsonProcessingException {
    String example = RevisionExamples.yaml().get(0);
    assertThat(SCHEMA.validate(json(example.replace("create_table", "create_tabel")))).isNotEmpty();
    assertThat(SCHEMA.validate(json(example.replace("columns:", "colums:")))).isNotEmpty();
    assertThat(SCHEMA.validate(json(example.replace("message:", "massage:")))).isNotEmpty();
  }

  @Example
  void knowsTheOperationsOfTheReader() {
    TreeSet<String> names = new TreeSet<>();
    SCHEMA
        .getSchemaNode()
        .at("/$defs/operation/properties")
        .fieldNames()
        .forEachRemaining(names::add);
    assertThat(names).isEqualTo(new TreeSet<>(OperationReader.names()));
  }

  private static JsonNode json(String yaml) throws JsonProcessingException {
    return new YAMLMapper().readTree(yaml);
  }

  @Provide
  Arbitrary<Revision> revisions() {
    return RevisionArbitraries.revisions();
  }
}
