package dev.migrator.cli;

import dev.migrator.command.EditorSchema;
import dev.migrator.command.Template;
import dev.migrator.revision.file.RevisionFormat;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;

/** What shells offer for the value of an option, written as the help page writes it. */
abstract class Candidates implements Iterable<String> {

  private final Enum<?>[] constants;

  private Candidates(Enum<?>... constants) {
    this.constants = constants;
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(constants)
        .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .iterator();
  }

  /** The forms of a revision's file. */
  static final class Formats extends Candidates {
    Formats() {
      super(RevisionFormat.values());
    }
  }

  /** The kinds of project. */
  static final class Templates extends Candidates {
    Templates() {
      super(Template.values());
    }
  }

  /** The JSON Schemas. */
  static final class Schemas extends Candidates {
    Schemas() {
      super(EditorSchema.values());
    }
  }
}
