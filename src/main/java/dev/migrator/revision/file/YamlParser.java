package dev.migrator.revision.file;

import java.io.StringReader;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Parses YAML into nodes that know their places. */
final class YamlParser {

  private static final Resolver RESOLVER = new Resolver();

  private YamlParser() {}

  /** The one document of a text. */
  static YamlValue parse(String file, String text) {
    return parse(file, text, parser -> parser);
  }

  /** The one document of a text as far as the first of some keys. */
  static YamlValue parseBefore(Set<String> keys, String file, String text) {
    return parse(file, text, parser -> new HeadParser(parser, keys));
  }

  private static YamlValue parse(String file, String text, UnaryOperator<Parser> filter) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    try {
      Parser parser =
          filter.apply(new ParserImpl(new StreamReader(new StringReader(text)), options));
      @Nullable Node root = new Composer(parser, RESOLVER, options).getSingleNode();
      if (root == null) {
        throw new RevisionFileException(Position.start(file), "the file is empty");
      }
      return new YamlValue(file, "the revision", root);
    } catch (MarkedYAMLException invalid) {
      throw new RevisionFileException(position(file, invalid), sentence(invalid));
    } catch (ReaderException unreadable) {
      throw unreadable(file, text, unreadable.getCodePoint());
    } catch (YAMLException invalid) {
      throw new RevisionFileException(
          Position.start(file), "the file is not YAML: " + invalid.getMessage());
    }
  }

  /** The parser tells the character, but not its place in the file. */
  private static RevisionFileException unreadable(String file, String text, int character) {
    String before = text.substring(0, Math.max(0, text.indexOf(character)));
    int lineStart = before.lastIndexOf('\n') + 1;
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = 1 + before.codePointCount(lineStart, before.length());
    return new RevisionFileException(
        new Position(file, line, column),
        "the character U+%04X may stand here only as an escape in double quotes"
            .formatted(character));
  }

  private static Position position(String file, MarkedYAMLException invalid) {
    @Nullable Mark mark = invalid.getProblemMark();
    return mark == null ? Position.start(file) : Position.of(file, mark);
  }

  private static String sentence(MarkedYAMLException invalid) {
    @Nullable String context = invalid.getContext();
    return context == null
        ? "the file is not YAML: %s".formatted(invalid.getProblem())
        : "the file is not YAML: %s, %s".formatted(context, invalid.getProblem());
  }
}
