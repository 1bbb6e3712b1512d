package dev.migrator.revision.file;

import dev.migrator.operation.Operation;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A revision as YAML. */
final class YamlRevision {

  private static final List<String> BODY = List.of("upgrade", "downgrade");
  private static final List<String> KEYS =
      Stream.concat(HeaderShape.HEADER.keys().stream(), BODY.stream()).toList();

  private YamlRevision() {}

  static Revision read(String file, String text) {
    YamlValue root = YamlParser.parse(file, text);
    YamlMap map = root.map(KEYS);
    refuseHeaderBehindBody(map);
    RevisionHeader header = HeaderShape.HEADER.reader().apply(map);
    return new Revision(header, operations(map, "upgrade"), operations(map, "downgrade"));
  }

  /** The upgrade is read without the downgrade, where that stands behind it. */
  static List<Operation> readUpgrade(String file, String text) {
    YamlMap map = YamlParser.parseBefore(Set.of("downgrade"), file, text).map(KEYS);
    return map.has("upgrade") ? operations(map, "upgrade") : read(file, text).upgrade();
  }

  private static List<Operation> operations(YamlMap map, String direction) {
    return OperationReader.operations(
        map.optional(direction)
            .orElseThrow(
                () ->
                    map.whole()
                        .problem(
                            "the revision lacks '%s'. Where there is nothing to do, write '%s: []'."
                                .formatted(direction, direction))));
  }

  /** Headers are read without what follows them. */
  static RevisionHeader readHeader(String file, String text) {
    YamlMap map = YamlParser.parseBefore(Set.copyOf(BODY), file, text).map(KEYS);
    return HeaderShape.HEADER.reader().apply(map);
  }

  static Position place(String file, String text, String key) {
    return YamlParser.parseBefore(Set.copyOf(BODY), file, text)
        .map(KEYS)
        .optional(key)
        .map(YamlValue::position)
        .orElse(Position.start(file));
  }

  /** Changes the characters of the parent alone. */
  static String follow(String file, String text, RevisionId parent) {
    YamlValue revises =
        YamlParser.parseBefore(Set.copyOf(BODY), file, text).map(KEYS).required("revises");
    boolean only = !revises.isScalar() && !revises.isNull() && revises.list().size() == 1;
    YamlValue old = only ? revises.list().get(0) : revises;
    String id = YamlNodes.isBare(parent.value()) ? parent.value() : quoted(parent.value());
    return old.replacedIn(text, old.isScalar() ? id : (revises.isNull() ? " [" : "[") + id + "]");
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static void refuseHeaderBehindBody(YamlMap map) {
    boolean body = false;
    for (String key : map.entries().keySet()) {
      if (body && !BODY.contains(key)) {
        throw map.required(key)
            .problem("'%s' belongs before 'upgrade' and 'downgrade'".formatted(key));
      }
      body = body || BODY.contains(key);
    }
  }

  static String write(Revision revision) {
    OperationWriter writer = new OperationWriter();
    return YamlWriter.write(
        HeaderShape.HEADER
            .write(YamlNodes.map(), revision.header())
            .put(
                "upgrade",
                YamlNodes.list(revision.upgrade().stream().map(o -> o.accept(writer)).toList()))
            .put(
                "downgrade",
                YamlNodes.list(revision.downgrade().stream().map(o -> o.accept(writer)).toList()))
            .node());
  }
}
