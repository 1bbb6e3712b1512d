package dev.migrator.revision.file;

import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** How the header of a revision stands in a file. */
final class HeaderShape {

  static final Shape<RevisionHeader> HEADER =
      new Shape<>(
          List.of(
              "revision",
              "revises",
              "message",
              "created",
              "branch_labels",
              "depends_on",
              "replaces"),
          HeaderShape::read,
          HeaderShape::write);

  private HeaderShape() {}

  private static RevisionHeader read(YamlMap map) {
    return new RevisionHeader(
        id(map.required("revision")),
        ids(Optional.of(map.required("revises"))),
        texts(map.optional("depends_on")),
        texts(map.optional("branch_labels")),
        ids(map.optional("replaces")),
        map.required("message").text(),
        created(map.required("created")));
  }

  private static void write(YamlNodes.Entries entries, RevisionHeader header) {
    entries
        .put("revision", header.id().value())
        .put("revises", header.parents().stream().map(RevisionId::value).toList())
        .put("message", header.message())
        .put("created", YamlNodes.word(header.created().toString()))
        .putIfAny("branch_labels", header.branchLabels(), YamlNodes::text)
        .putIfAny("depends_on", header.dependsOn(), YamlNodes::text)
        .putIfAny("replaces", header.replaces(), id -> YamlNodes.text(id.value()));
  }

  /** The time of a text such as {@code 2026-11-22T05:40:00Z}, at any offset. */
  static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException invalid) {
      throw new IllegalArgumentException(
          "'%s' is no time such as 2026-11-22T05:40:00Z".formatted(text), invalid);
    }
  }

  private static Instant created(YamlValue value) {
    return value.convert(() -> time(value.text()));
  }

  private static RevisionId id(YamlValue value) {
    return value.convert(() -> new RevisionId(value.text()));
  }

  private static List<RevisionId> ids(Optional<YamlValue> value) {
    return elements(value).stream().map(HeaderShape::id).toList();
  }

  private static List<String> texts(Optional<YamlValue> value) {
    return elements(value).stream().map(YamlValue::text).toList();
  }

  /** A list, one element of it, or nothing. */
  private static List<YamlValue> elements(Optional<YamlValue> value) {
    return value
        .filter(given -> !given.isNull())
        .map(given -> given.isScalar() ? List.of(given) : given.list())
        .orElse(List.of());
  }
}
