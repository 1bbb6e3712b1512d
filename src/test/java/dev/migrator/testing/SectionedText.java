package dev.migrator.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text cut into sections: a line {@code -- name --} opens one, what stands above the first is
 * prose. The form of Go's txtar.
 *
 * @param prose what stands above the first section
 * @param sections the sections, in order
 */
public record SectionedText(String prose, List<Section> sections) {

  private static final Pattern HEADER = Pattern.compile("-- (\\S+) --\\s*");

  public SectionedText {
    sections = List.copyOf(sections);
  }

  /** Cuts a text. Line ends become {@code \n}. */
  public static SectionedText parse(String text) {
    StringBuilder prose = new StringBuilder();
    List<Section> sections = new ArrayList<>();
    StringBuilder body = prose;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Optional<String> name = header(line);
      if (name.isPresent()) {
        finish(sections, body);
        body = new StringBuilder();
        sections.add(new Section(name.get(), number, ""));
      } else {
        body.append(line).append('\n');
      }
    }
    finish(sections, body);
    return new SectionedText(prose.toString(), sections);
  }

  /** The name in a line that opens a section. */
  public static Optional<String> header(String line) {
    Matcher header = HEADER.matcher(line);
    return header.matches() ? Optional.of(header.group(1)) : Optional.empty();
  }

  private static void finish(List<Section> sections, StringBuilder body) {
    if (!sections.isEmpty()) {
      sections.add(sections.remove(sections.size() - 1).withText(body.toString()));
    }
  }

  /** The section of this name. */
  public Optional<Section> section(String name) {
    return sections.stream().filter(section -> section.name().equals(name)).findFirst();
  }

  /** The same text with one section's body replaced, ending in a line end. */
  public SectionedText with(String name, String body) {
    String whole = body.isEmpty() || body.endsWith("\n") ? body : body + "\n";
    return new SectionedText(
        prose,
        sections.stream()
            .map(section -> section.name().equals(name) ? section.withText(whole) : section)
            .toList());
  }

  /** The text as it stands in a file. */
  @Override
  public String toString() {
    return Stream.concat(
            Stream.of(prose),
            sections.stream().map(section -> "-- " + section.name() + " --\n" + section.text()))
        .collect(Collectors.joining());
  }

  /**
   * One section.
   *
   * @param name what stands between the dashes
   * @param line the number of the line that opens it, from 1
   * @param text its lines
   */
  public record Section(String name, int line, String text) {

    Section withText(String other) {
      return new Section(name, line, other);
    }
  }
}
