package dev.migrator.diff;

import dev.migrator.problem.Nearest;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Domain;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOwner;
import dev.migrator.schema.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which things are looked at. What is left out is as if it were not there: neither compared nor
 * created nor dropped. A schema that is left out takes with it what stands in it, a table what
 * stands on it. What has no schema before its name stands in the connection's current one.
 *
 * @param include of the kinds that entries speak of, only what one of them matches is looked at
 * @param exclude what is not looked at
 * @param currentSchema the name of the current schema; empty where there are no schemas
 */
public record Selection(List<Entry> include, List<Entry> exclude, Optional<String> currentSchema) {

  /** Everything. */
  public static final Selection ALL = new Selection(List.of(), List.of(), Optional.empty());

  private static final String SCHEMA = "schema";
  private static final String TABLE = "table";

  /** The kinds, longer words before those that begin them. */
  private static final List<String> KINDS =
      Stream.concat(
              Stream.of(SCHEMA, TABLE, "enum", "composite type", "domain", "sequence"),
              Arrays.stream(Definition.Kind.values()).map(Definition.Kind::words))
          .sorted(Comparator.comparing(String::length).reversed())
          .toList();

  public Selection {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /**
   * One pattern.
   *
   * @param kind the kind that it is about; empty for every kind
   * @param name the name, in which {@code *} stands for any characters
   */
  public record Entry(Optional<String> kind, Pattern name) {

    /**
     * Reads {@code audit_*} or {@code materialized view app.*}. A name with a blank has its kind
     * before it; empty where it has none.
     */
    public static Optional<Entry> parse(String text) {
      Optional<Entry> ofKind =
          KINDS.stream()
              .filter(kind -> text.startsWith(kind + " "))
              .findFirst()
              .map(
                  kind ->
                      new Entry(Optional.of(kind), glob(text.substring(kind.length()).strip())));
      return ofKind.or(
          () ->
              Optional.of(new Entry(Optional.empty(), glob(text)))
                  .filter(entry -> !text.contains(" ")));
    }

    /** What is wrong with a text that is no entry. */
    public static String problem(String text) {
      String word = text.substring(0, text.indexOf(' '));
      return "'%s' begins with no kind%s. An entry is a name, or a kind and a name; the kinds are %s."
          .formatted(
              text,
              Nearest.to(word, KINDS).map(" (did you mean '%s'?)"::formatted).orElse(""),
              String.join(", ", KINDS.stream().sorted().toList()));
    }

    private static Pattern glob(String text) {
      return Pattern.compile(
          Arrays.stream(text.split("\\*", -1))
              .map(Pattern::quote)
              .collect(Collectors.joining(".*")));
    }

    private boolean isOfSchemas() {
      return kind.equals(Optional.of(SCHEMA));
    }

    private boolean speaksOf(String thing) {
      return kind.isEmpty() || kind.get().equals(thing);
    }

    private boolean matches(String thing, String called) {
      return speaksOf(thing) && name.matcher(called).matches();
    }
  }

  /** The same, on a connection whose current schema is called so. */
  public Selection in(Optional<String> currentSchema) {
    return new Selection(include, exclude, currentSchema);
  }

  /** The schema without what is not looked at. */
  public Schema of(Schema schema) {
    if (include.isEmpty() && exclude.isEmpty()) {
      return schema;
    }
    return schema
        .withNamespaces(only(schema.namespaces(), this::holds))
        .withEnums(only(schema.enums(), (EnumType type) -> holds("enum", type.name())))
        .withCompositeTypes(
            only(
                schema.compositeTypes(),
                (CompositeType type) -> holds("composite type", type.name())))
        .withDomains(only(schema.domains(), (Domain domain) -> holds("domain", domain.name())))
        .withSequences(only(schema.sequences(), this::holds))
        .withTables(only(schema.tables(), (Table table) -> holds(TABLE, table.name())))
        .withDefinitions(only(schema.definitions(), this::holds));
  }

  private static <T> List<T> only(List<T> things, Predicate<T> wanted) {
    return things.stream().filter(wanted).toList();
  }

  private boolean holds(Namespace namespace) {
    return holds(SCHEMA, namespace.name());
  }

  private boolean holds(Sequence sequence) {
    return holds("sequence", sequence.name())
        && sequence.owner().map(SequenceOwner::table).filter(this::isLeftOut).isEmpty();
  }

  private boolean holds(Definition definition) {
    String identity = definition.identity();
    int arguments = identity.indexOf('(');
    String name =
        definition.kind().isOnTable()
            ? definition.name()
            : arguments < 0 ? identity : identity.substring(0, arguments);
    return holds(definition.kind().words(), name)
        && (definition.table().isPresent()
            ? definition.table().filter(this::isLeftOut).isEmpty()
            : !definition.kind().isInSchema() || holdsSchema(definition.schema()));
  }

  private boolean isLeftOut(QualifiedName table) {
    return !holds(TABLE, table);
  }

  private boolean holds(String kind, QualifiedName name) {
    return holds(kind, name.toString()) && holdsSchema(name.schema());
  }

  /**
   * Whether what stands in a schema may be looked at. Of the current one, which stands before no
   * name, only entries of the kind {@code schema} speak.
   */
  private boolean holdsSchema(Optional<String> schema) {
    List<Entry> wanted = include.stream().filter(Entry::isOfSchemas).toList();
    Predicate<String> isWanted =
        name -> wanted.isEmpty() || wanted.stream().anyMatch(entry -> entry.matches(SCHEMA, name));
    return schema
        .map(name -> isWanted.test(name) && !isExcluded(exclude.stream(), name))
        .or(
            () ->
                currentSchema.map(
                    name ->
                        isWanted.test(name)
                            && !isExcluded(exclude.stream().filter(Entry::isOfSchemas), name)))
        .orElse(true);
  }

  private static boolean isExcluded(Stream<Entry> entries, String schema) {
    return entries.anyMatch(entry -> entry.matches(SCHEMA, schema));
  }

  private boolean holds(String kind, String name) {
    List<Entry> about = include.stream().filter(entry -> entry.speaksOf(kind)).toList();
    return (about.isEmpty() || about.stream().anyMatch(entry -> entry.matches(kind, name)))
        && exclude.stream().noneMatch(entry -> entry.matches(kind, name));
  }
}
