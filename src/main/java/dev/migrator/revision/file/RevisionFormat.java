package dev.migrator.revision.file;

import dev.migrator.operation.Operation;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.UnfilledPlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms that a revision file may have. */
public enum RevisionFormat {
  YAML {
    @Override
    String write(Revision revision) {
      return YamlRevision.write(revision);
    }

    @Override
    Revision read(String file, String text) {
      return YamlRevision.read(file, text);
    }

    @Override
    List<Operation> readUpgrade(String file, String text) {
      return YamlRevision.readUpgrade(file, text);
    }

    @Override
    RevisionHeader readHeader(String file, String text) {
      return YamlRevision.readHeader(file, text);
    }

    @Override
    String follow(String file, String text, RevisionId parent) {
      return YamlRevision.follow(file, text, parent);
    }

    @Override
    Position place(String file, String text, String key) {
      return YamlRevision.place(file, text, key);
    }

    @Override
    List<UnfilledPlace> readUnfilled(String file, String text) {
      return UnfilledPlaces.of(file, text);
    }
  },
  SQL {
    @Override
    String write(Revision revision) {
      return SqlRevision.write(revision);
    }

    @Override
    Revision read(String file, String text) {
      return SqlRevision.read(file, text);
    }

    @Override
    List<Operation> readUpgrade(String file, String text) {
      return read(file, text).upgrade();
    }

    @Override
    RevisionHeader readHeader(String file, String text) {
      return SqlRevision.readHeader(file, text);
    }

    @Override
    String follow(String file, String text, RevisionId parent) {
      return SqlRevision.follow(text, parent);
    }

    @Override
    Position place(String file, String text, String key) {
      return SqlRevision.place(file, text, key);
    }

    @Override
    List<UnfilledPlace> readUnfilled(String file, String text) {
      return List.of();
    }
  };

  abstract String write(Revision revision);

  abstract Revision read(String file, String text);

  abstract List<Operation> readUpgrade(String file, String text);

  abstract RevisionHeader readHeader(String file, String text);

  abstract List<UnfilledPlace> readUnfilled(String file, String text);

  /** The text of a revision with at most one parent, with another one in its place. */
  abstract String follow(String file, String text, RevisionId parent);

  /** Where a value of the header stands. */
  abstract Position place(String file, String text, String key);

  /** {@code .yaml}, {@code .sql}. */
  String suffix() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /** The format of a file, by its name; empty where it is no revision. */
  static Optional<RevisionFormat> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.startsWith(".")) {
      return Optional.empty();
    }
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return Optional.of(YAML);
    }
    return name.endsWith(".sql") ? Optional.of(SQL) : Optional.empty();
  }
}
