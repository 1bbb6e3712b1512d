package dev.migrator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diff.SchemaDiffer;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SchemaChange;
import dev.migrator.revision.Revision;
import dev.migrator.revision.file.RevisionFormat;
import dev.migrator.revision.file.RevisionReader;
import dev.migrator.revision.file.RevisionWriter;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The laws that hold without a database. */
final class SchemaLaws {

  private SchemaLaws() {}

  /**
   * What leads from one schema to another is nothing where there is nothing, and has a way back.
   */
  static void holdBetween(Schema start, Schema target) {
    assertThat(SchemaDiffer.diff(start, start)).as("law 1: diff(start, start)").isEmpty();
    assertThat(SchemaDiffer.diff(target, target)).as("law 1: diff(target, target)").isEmpty();
    List<SchemaChange> changes = SchemaDiffer.diff(start, target);
    assertSame("law 2: diff(start, target) applied", apply(changes, start), target);
    holdFor(changes, start, target);
  }

  /** The changes lead to the target and their inverses, reversed, back. */
  static void holdFor(List<SchemaChange> changes, Schema start, Schema target) {
    assertSame("law 2: the changes applied", apply(changes, start), target);
    assertSame("law 3: the inverses, reversed", apply(inverse(changes), target), start);
  }

  /** What is written is read again, and written again it is the same bytes. */
  static void holdForFile(String text) {
    Revision read = RevisionReader.read("revision.yaml", text, RevisionFormat.YAML);
    assertThat(RevisionWriter.write(read, RevisionFormat.YAML))
        .as("law 4: the second write is the same bytes")
        .isEqualTo(text);
  }

  static void assertSame(String law, Schema actual, Schema expected) {
    assertThat(SchemaText.of(actual)).as(law).isEqualTo(SchemaText.of(expected));
  }

  private static List<SchemaChange> inverse(List<SchemaChange> changes) {
    List<SchemaChange> inverses =
        new ArrayList<>(changes.stream().map(SchemaChange::inverse).toList());
    Collections.reverse(inverses);
    return inverses;
  }

  private static Schema apply(List<? extends Operation> operations, Schema before) {
    Schema schema = before;
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }
}
