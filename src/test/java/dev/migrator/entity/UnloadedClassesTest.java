package dev.migrator.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Classes are read and never loaded: nothing of theirs runs, and little has to be there. */
class UnloadedClassesTest {

  @Test
  void noInitialiserRuns() {
    Path classes =
        Model.compile(
            """
            @Entity class Thing { @Id Long id; State state; Money money;
              static { if (true) throw new IllegalStateException("loaded"); } }
            """,
            "enum State { ON, OFF; static { if (true) throw new IllegalStateException(\"loaded\"); } }",
            """
            @Embeddable class Money { int amount;
              static { if (true) throw new IllegalStateException("loaded"); } }
            """);
    assertThat(EntityReader.read(Model.on(Model.DEFAULTS, classes)).schema().tables()).hasSize(1);
  }

  @Test
  void librariesMayBeMissing() throws IOException {
    Path classes =
        Model.compile(
            "@interface Marked {}",
            "interface Audited {}",
            "class Helper {}",
            "@Marked class Base implements Audited { }",
            """
            @Entity @Marked class Thing extends Base implements Audited {
              @Id @Marked Long id; @Marked String name; @Transient Helper helper; static Helper shared;
              @Marked public Helper help(Helper other) throws IllegalStateException { return other; } }
            """);
    for (String missing : new String[] {"Marked", "Audited", "Helper"}) {
      Files.delete(classes.resolve("app/" + missing + ".class"));
    }
    EntityModel model = EntityReader.read(Model.on(Model.DEFAULTS, classes));
    assertThat(Model.columns(model)).containsExactly("id bigint not null", "name varchar(255)");
    assertThat(model.warnings()).isEmpty();
  }
}
