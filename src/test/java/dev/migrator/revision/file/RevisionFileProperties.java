package dev.migrator.revision.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.revision.Revision;
import dev.migrator.testing.RevisionArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Law 4: what is written reads as what it was, and is written the same again. */
class RevisionFileProperties {

  @Property(edgeCases = EdgeCasesMode.NONE)
  void readsWhatItWrote(@ForAll("revisions") Revision revision) {
    String text = RevisionWriter.write(revision, RevisionFormat.YAML);
    Revision read = RevisionReader.read("revision.yaml", text, RevisionFormat.YAML);
    assertThat(read).as(text).isEqualTo(revision);
    assertThat(RevisionWriter.write(read, RevisionFormat.YAML)).isEqualTo(text);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void readsTheHeaderAlone(@ForAll("revisions") Revision revision) {
    String text = RevisionWriter.write(revision, RevisionFormat.YAML);
    assertThat(RevisionFormat.YAML.readHeader("revision.yaml", text)).isEqualTo(revision.header());
  }

  @Provide
  Arbitrary<Revision> revisions() {
    return RevisionArbitraries.revisions();
  }
}
