package dev.migrator.revision.file;

import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.problem.Nearest;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.schema.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A revision as an SQL script: a header of {@code -- key: value} lines, then the statements behind
 * {@code -- migrator:upgrade} and {@code -- migrator:downgrade}.
 */
final class SqlRevision {

  private static final Pattern HEADER_LINE = Pattern.compile("--\\s*([a-z_]+):(?:\\s+(.*?))?\\s*");
  private static final Pattern SECTION = Pattern.compile("--\\s*migrator:(\\w*)\\s*");
  private static final Pattern PARENTS =
      Pattern.compile("(?m)^[ \\t]*--[ \\t]*revises:([ \\t]*)(.*?)[ \\t]*\\r?$");
  private static final List<String> REQUIRED = List.of("revision", "revises", "message", "created");

  private final String file;
  private final List<String> lines;
  private final Map<String, Entry> header = new LinkedHashMap<>();
  private final Map<Direction, String> sections = new EnumMap<>(Direction.class);

  private SqlRevision(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  /** The value of a header line, and its place. */
  private record Entry(String value, Position position) {}

  static Revision read(String file, String text) {
    SqlRevision script = new SqlRevision(file, text);
    script.readSections(script.readHeaderLines());
    return new Revision(
        script.header(),
        script.operations(Direction.UPGRADE),
        script.operations(Direction.DOWNGRADE));
  }

  static RevisionHeader readHeader(String file, String text) {
    SqlRevision script = new SqlRevision(file, text);
    script.readHeaderLines();
    return script.header();
  }

  static Position place(String file, String text, String key) {
    SqlRevision script = new SqlRevision(file, text);
    script.readHeaderLines();
    return script.entry(key).position();
  }

  /** Changes the characters of the parent alone. */
  static String follow(String text, RevisionId parent) {
    Matcher line = PARENTS.matcher(text);
    if (!line.find()) {
      throw new IllegalArgumentException("the text is no revision");
    }
    return text.substring(0, line.start(2))
        + (line.group(1).isEmpty() ? " " : "")
        + parent.value()
        + text.substring(line.end(2));
  }

  /** Reads up to the first section; gives back its line's index. */
  private int readHeaderLines() {
    for (int index = 0; index < lines.size(); index++) {
      String line = lines.get(index).strip();
      if (SECTION.matcher(line).matches()) {
        return index;
      }
      Matcher entry = HEADER_LINE.matcher(line);
      if (entry.matches()) {
        add(entry, position(index));
      } else if (!line.isEmpty() && !line.startsWith("--")) {
        throw new RevisionFileException(
            position(index),
            "statements belong behind a line '-- migrator:upgrade' or '-- migrator:downgrade'");
      }
    }
    return lines.size();
  }

  private void add(Matcher entry, Position position) {
    String key = entry.group(1);
    if (!HeaderShape.HEADER.keys().contains(key)) {
      throw new RevisionFileException(
          position, YamlMap.unknown("key", key, HeaderShape.HEADER.keys()));
    }
    String value = entry.group(2) == null ? "" : entry.group(2);
    if (header.put(key, new Entry(value, position)) != null) {
      throw new RevisionFileException(position, "key '%s' stands twice".formatted(key));
    }
  }

  private void readSections(int first) {
    int index = first;
    while (index < lines.size()) {
      Direction direction = direction(index);
      List<String> body = new ArrayList<>();
      for (index++; index < lines.size() && !isSection(index); index++) {
        body.add(lines.get(index));
      }
      sections.put(direction, String.join("\n", body).strip());
    }
    for (Direction direction : Direction.values()) {
      if (!sections.containsKey(direction)) {
        throw new RevisionFileException(
            position(Math.max(0, lines.size() - 1)),
            "the revision lacks a line '%s'. Where there is nothing to do, leave it empty behind it."
                .formatted(marker(direction)));
      }
    }
  }

  private boolean isSection(int index) {
    return SECTION.matcher(lines.get(index).strip()).matches();
  }

  private Direction direction(int index) {
    Matcher section = SECTION.matcher(lines.get(index).strip());
    String name = section.matches() ? section.group(1) : "";
    Direction direction =
        Arrays.stream(Direction.values())
            .filter(candidate -> spelling(candidate).equals(name))
            .findFirst()
            .orElseThrow(() -> unknownSection(index, name));
    if (sections.containsKey(direction)) {
      throw new RevisionFileException(
          position(index), "'%s' stands twice".formatted(marker(direction)));
    }
    return direction;
  }

  private RevisionFileException unknownSection(int index, String name) {
    List<String> known = Arrays.stream(Direction.values()).map(SqlRevision::spelling).toList();
    return new RevisionFileException(
        position(index),
        "unknown section '%s'. %s"
            .formatted(
                name,
                Nearest.to(name, known)
                    .map(near -> "Did you mean '" + near + "'?")
                    .orElse("Known are upgrade and downgrade.")));
  }

  private List<Operation> operations(Direction direction) {
    String sql = sections.getOrDefault(direction, "");
    return sql.isEmpty() ? List.of() : List.of(new ExecuteSql(Expression.of(sql), List.of()));
  }

  private RevisionHeader header() {
    for (String key : REQUIRED) {
      if (!header.containsKey(key)) {
        throw new RevisionFileException(
            Position.start(file), "the revision lacks a line '-- %s: …'".formatted(key));
      }
    }
    return new RevisionHeader(
        one("revision", RevisionId::new),
        list("revises", RevisionId::new),
        list("depends_on", Function.identity()),
        list("branch_labels", Function.identity()),
        list("replaces", RevisionId::new),
        one("message", Function.identity()),
        one("created", HeaderShape::time));
  }

  private <T> T one(String key, Function<String, T> reader) {
    return convert(entry(key), reader);
  }

  private <T> List<T> list(String key, Function<String, T> reader) {
    return convert(
        entry(key),
        value ->
            Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .map(reader)
                .toList());
  }

  private Entry entry(String key) {
    return header.getOrDefault(key, new Entry("", Position.start(file)));
  }

  private static <T> T convert(Entry entry, Function<String, T> reader) {
    try {
      return reader.apply(entry.value());
    } catch (IllegalArgumentException refused) {
      throw new RevisionFileException(entry.position(), String.valueOf(refused.getMessage()));
    }
  }

  private Position position(int index) {
    String line = index < lines.size() ? lines.get(index) : "";
    int column = 1 + line.length() - line.stripLeading().length();
    return new Position(file, index + 1, column);
  }

  /**
   * The script of a revision that has nothing but SQL for every database.
   *
   * @throws UnwritableRevisionException if the form cannot hold the revision
   */
  static String write(Revision revision) {
    RevisionHeader header = revision.header();
    StringBuilder text = new StringBuilder();
    line(text, header, "revision", header.id().value());
    line(text, header, "revises", ids(header.parents()));
    line(text, header, "message", header.message());
    line(text, header, "created", header.created().toString());
    optionalLine(text, header, "branch_labels", String.join(", ", header.branchLabels()));
    optionalLine(text, header, "depends_on", String.join(", ", header.dependsOn()));
    optionalLine(text, header, "replaces", ids(header.replaces()));
    for (Direction direction : Direction.values()) {
      text.append('\n').append(marker(direction)).append('\n');
      revision.operations(direction).forEach(operation -> text.append(sql(revision, operation)));
    }
    return text.toString();
  }

  private static String sql(Revision revision, Operation operation) {
    boolean plain =
        operation instanceof ExecuteSql execute
            && execute.arguments().isEmpty()
            && execute.sql() instanceof Expression.Portable;
    if (!plain) {
      throw UnwritableRevisionException.asSql(revision.header().id(), operation.describe());
    }
    String sql = ((Expression.Portable) ((ExecuteSql) operation).sql()).text();
    if (sql.lines().anyMatch(line -> SECTION.matcher(line.strip()).matches())) {
      throw UnwritableRevisionException.asSql(
          revision.header().id(), "a line '-- migrator:…' in SQL");
    }
    return sql + "\n";
  }

  private static void optionalLine(
      StringBuilder text, RevisionHeader header, String key, String value) {
    if (!value.isEmpty()) {
      line(text, header, key, value);
    }
  }

  private static void line(StringBuilder text, RevisionHeader header, String key, String value) {
    if (value.lines().count() > 1 || !value.equals(value.strip())) {
      throw UnwritableRevisionException.asSql(
          header.id(), "the %s '%s', which is no line of text".formatted(key, value));
    }
    text.append("-- ").append(key).append(':').append(value.isEmpty() ? "" : " ").append(value);
    text.append('\n');
  }

  private static String ids(List<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }

  private static String marker(Direction direction) {
    return "-- migrator:" + spelling(direction);
  }

  private static String spelling(Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }
}
