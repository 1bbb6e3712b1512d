package dev.migrator.entity;

import dev.migrator.schema.QualifiedName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;

/**
 * How tables and columns are named. Whatever is not quoted in the model, and needs no quotes, is
 * folded to lower case in the end, as every database finds it.
 *
 * @param tables names a table that the model leaves unnamed, from the entity's name
 * @param columns names a column that the model leaves unnamed, from the attribute's name
 * @param explicit what happens to a name that the model gives without quoting it
 * @param joinTables what the second part of an unnamed join table's name is
 * @param quoting which names keep their letters though the model does not quote them
 */
public record Naming(
    NameStyle tables,
    NameStyle columns,
    NameStyle explicit,
    JoinTables joinTables,
    Quoting quoting) {

  /** What an unnamed join table is called after, beside its owner's table. */
  public enum JoinTables {
    /** The other table, as JPA has it. */
    OTHER_TABLE,
    /** The attribute. */
    ATTRIBUTE
  }

  /** JPA's own names: the entity's, the attribute's. */
  public static final Naming JPA =
      new Naming(NameStyle.AS_WRITTEN, NameStyle.AS_WRITTEN, NameStyle.AS_WRITTEN);

  /** What Spring Boot configures: snake case, explicit names too. */
  public static final Naming SPRING =
      new Naming(
          NameStyle.SNAKE_CASE,
          NameStyle.SNAKE_CASE,
          NameStyle.SNAKE_CASE,
          JoinTables.ATTRIBUTE,
          Quoting.NONE);

  /** Snake case, with tables in the plural; explicit names stay. */
  public static final Naming SNAKE_CASE_PLURAL =
      new Naming(NameStyle.SNAKE_CASE_PLURAL, NameStyle.SNAKE_CASE, NameStyle.AS_WRITTEN);

  /** What Hibernate takes for a name without quotes; there may be nothing, where it has none. */
  private static final Pattern PLAIN = Pattern.compile("(?:[\\p{L}_][\\p{L}\\p{Nd}_$]*)?");

  /** The presets by their names in the configuration. */
  public static final Map<String, Naming> PRESETS = presets();

  public Naming {
    if (columns == NameStyle.SNAKE_CASE_PLURAL || explicit == NameStyle.SNAKE_CASE_PLURAL) {
      throw new IllegalArgumentException("only tables have names in the plural");
    }
  }

  /** Names tables and columns in a style each, all else as JPA does. */
  public Naming(NameStyle tables, NameStyle columns, NameStyle explicit) {
    this(tables, columns, explicit, JoinTables.OTHER_TABLE, Quoting.NONE);
  }

  /**
   * The same names in other quotes. What makes snake case of all names, as Spring Boot configures
   * it, leaves a name alone that is quoted, and then all are.
   */
  public Naming with(Quoting other) {
    boolean isPhysical =
        Stream.of(tables, columns, explicit).allMatch(NameStyle.SNAKE_CASE::equals);
    boolean untouched = isPhysical && other == Quoting.ALL;
    return untouched
        ? new Naming(
            NameStyle.AS_WRITTEN, NameStyle.AS_WRITTEN, NameStyle.AS_WRITTEN, joinTables, other)
        : new Naming(tables, columns, explicit, joinTables, other);
  }

  /** Whether tables and columns are named alike by both. */
  boolean isStyledLike(Naming other) {
    return tables == other.tables && columns == other.columns && explicit == other.explicit;
  }

  private static Map<String, Naming> presets() {
    Map<String, Naming> presets = new LinkedHashMap<>();
    presets.put("jpa", JPA);
    presets.put("spring", SPRING);
    presets.put("snake_case_plural", SNAKE_CASE_PLURAL);
    return Collections.unmodifiableMap(presets);
  }

  /** The name of a table that the model leaves unnamed. */
  String table(String entityName) {
    return unnamed(entityName, tables);
  }

  /** A name of the model's own, in a style unless it needs quotes. */
  private String unnamed(String name, NameStyle style) {
    return isQuoted(name) ? unquoted(name) : quoting.apply(style.apply(name));
  }

  /**
   * The name of a table by its annotation.
   *
   * @param unnamed what it is called where the annotation does not say it
   */
  QualifiedName table(AnnotationInstance described, String unnamed) {
    return new QualifiedName(
        Values.text(described, "schema").map(this::given),
        Values.text(described, "name").map(this::given).orElse(unnamed));
  }

  /** The name of a table of elements that the model leaves unnamed. */
  String collectionTable(EntityType owner, String attribute) {
    return derived(owner.name() + "_" + attribute, owner.quoted());
  }

  /** The name of a column that refers to another one and that the model leaves unnamed. */
  static WrittenName joinColumn(String prefix, EntityType target, KeyColumn referenced) {
    return referenced.written().referringTo(target).withPrefix(prefix);
  }

  /** The name of a column that the model leaves unnamed, and that follows from others. */
  String column(WrittenName written) {
    return derived(written.text(), written.quoted());
  }

  /**
   * The name that an annotation gives to a column, for others that follow from it; empty if it
   * gives none. Where such names have one style with those of attributes, that is for the whole of
   * the other name.
   */
  Optional<WrittenName> written(Optional<AnnotationInstance> described) {
    return described
        .flatMap(found -> Values.text(found, "name"))
        .map(
            name ->
                new WrittenName(
                    isQuoted(name) || explicit == columns ? unquoted(name) : given(name),
                    isQuoted(name)));
  }

  /** What is named after something in quotes keeps its letters, as if it were in quotes itself. */
  private String derived(String name, boolean quoted) {
    return quoted ? name : column(name);
  }

  /**
   * The name of the sequence of a table's keys that the model leaves unnamed. Hibernate does not
   * quote it, even where the table is quoted.
   */
  String sequence(String table) {
    return given(table + "_SEQ");
  }

  /** The name of a table between two others that the model leaves unnamed. */
  String joinTable(EntityType owner, String attribute, EntityType other) {
    String second = joinTables == JoinTables.ATTRIBUTE ? attribute : other.written();
    return derived(owner.written() + "_" + second, owner.quoted() || other.quoted());
  }

  /** The name of a column that the model leaves unnamed. */
  String column(String attributeName) {
    return unnamed(attributeName, columns);
  }

  /** The name that the model gives, perhaps in quotes. */
  String given(String name) {
    return unnamed(name, explicit);
  }

  /** The name of a column that the model gives, and that no strategy touches. */
  String unstyled(String name) {
    return unnamed(name, NameStyle.AS_WRITTEN);
  }

  /** The name of something that no strategy touches (a type, a constraint, a schema). */
  static String exact(String name) {
    return isQuoted(name) ? unquoted(name) : Quoting.NONE.apply(name);
  }

  /**
   * The name of an entity's table within other names, with its letters as they are. Where tables
   * and columns have one style, that is for the whole of the other name, which may be in quotes.
   */
  String written(Optional<AnnotationInstance> described, String entityName) {
    return described
        .flatMap(found -> Values.text(found, "name"))
        .map(name -> written(name, NameStyle.AS_WRITTEN))
        .orElseGet(() -> written(entityName, tables == columns ? NameStyle.AS_WRITTEN : tables));
  }

  /** The name of a column with its letters, and its quotes, as they are. */
  String writtenColumn(Optional<AnnotationInstance> described, String attributeName) {
    Optional<String> given = described.flatMap(found -> Values.text(found, "name"));
    String name =
        given.map(text -> written(text, explicit)).orElseGet(() -> written(attributeName, columns));
    return quoting == Quoting.ALL || given.filter(Naming::isQuoted).isPresent()
        ? '"' + name + '"'
        : name;
  }

  private static String written(String name, NameStyle style) {
    return isQuoted(name) ? unquoted(name) : style.apply(name);
  }

  /** Whether an annotation gives its name in quotes, or one that needs them. */
  static boolean isQuoted(Optional<AnnotationInstance> described) {
    return described
        .flatMap(found -> Values.text(found, "name"))
        .filter(Naming::isQuoted)
        .isPresent();
  }

  /**
   * Whether a name keeps its letters: it is in quotes, or cannot do without them, and Hibernate
   * quotes it itself then.
   */
  static boolean isQuoted(String name) {
    return isWithinQuotes(name) || needsQuotes(name);
  }

  private static String unquoted(String name) {
    return isWithinQuotes(name) ? name.substring(1, name.length() - 1) : name.strip();
  }

  private static boolean needsQuotes(String name) {
    return !PLAIN.matcher(name.strip()).matches();
  }

  /** JPA quotes with {@code "}; Hibernate also with backticks and, as SQL Server, with brackets. */
  private static boolean isWithinQuotes(String name) {
    if (name.length() < 3) {
      return false;
    }
    char first = name.charAt(0);
    char last = name.charAt(name.length() - 1);
    return (first == last && (first == '"' || first == '`')) || (first == '[' && last == ']');
  }
}
