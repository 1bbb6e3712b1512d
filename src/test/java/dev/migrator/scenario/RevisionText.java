package dev.migrator.scenario;

import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.SchemaChange;
import dev.migrator.revision.Revision;
import dev.migrator.revision.file.RevisionFormat;
import dev.migrator.revision.file.RevisionReader;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a revision file that was generated. */
final class RevisionText {

  private RevisionText() {}

  static Revision parse(String text) {
    return RevisionReader.read("revision.yaml", text, RevisionFormat.YAML);
  }

  /** The changes of its upgrade: what is generated consists of nothing else. */
  static List<SchemaChange> changes(Revision revision) {
    return revision.upgrade().stream()
        .filter(operation -> !(operation instanceof ExecuteSql))
        .map(SchemaChange.class::cast)
        .toList();
  }

  /** The list of the operations of its upgrade, at the left margin. */
  static String upgrade(String text) {
    return text.lines()
        .dropWhile(line -> !line.equals("upgrade:"))
        .skip(1)
        .takeWhile(line -> line.startsWith(" "))
        .map(line -> line.substring(2) + "\n")
        .collect(Collectors.joining());
  }

  /** What it does, without its id and its time: what two runs have in common. */
  static String operations(String text) {
    return text.lines()
        .dropWhile(line -> !line.startsWith("upgrade:"))
        .collect(Collectors.joining("\n"));
  }
}
