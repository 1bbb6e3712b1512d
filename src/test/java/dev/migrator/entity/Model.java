package dev.migrator.entity;

import dev.migrator.schema.Column;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.testing.SourceCompiler;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Models written as text in tests: compiled, read, and shown in lines like those of SQL. */
final class Model {

  private static final Pattern TYPE_NAME =
      Pattern.compile("\\b(?:class|enum|interface|@interface|record)\\s+(\\w+)");

  static final EntitySource DEFAULTS =
      new EntitySource(
          List.of(),
          List.of("app"),
          List.of(),
          List.of(),
          Naming.JPA,
          Set.of(NullabilityRule.JPA, NullabilityRule.VALIDATION));

  private static final Path ROOT = root();

  private Model() {}

  /** The directory of all compiled models, which goes with the program. */
  private static Path root() {
    try {
      Path root = Files.createTempDirectory("models");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root)));
      return root;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Compiles types of the package {@code app}, one text each, into a new directory. */
  static Path compile(String... types) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (String type : types) {
      Matcher name = TYPE_NAME.matcher(type);
      String file = name.find() ? name.group(1) + ".java" : "package-info.java";
      sources.put(
          file, type.contains("package ") ? type : "package app; import java.util.*; " + type);
    }
    try {
      Path directory = Files.createTempDirectory(ROOT, "model");
      SourceCompiler.compile(sources, directory);
      return directory;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static EntityModel read(String... types) {
    return read(DEFAULTS, types);
  }

  static EntityModel read(Naming naming, String... types) {
    return read(
        new EntitySource(
            List.of(), List.of("app"), List.of(), List.of(), naming, DEFAULTS.nullability()),
        types);
  }

  static EntityModel read(Set<NullabilityRule> rules, String... types) {
    return read(
        new EntitySource(List.of(), List.of("app"), List.of(), List.of(), Naming.JPA, rules),
        types);
  }

  static EntityModel read(EntitySource source, String... types) {
    return EntityReader.read(on(source, compile(types)));
  }

  static EntitySource on(EntitySource source, Path... classpath) {
    return new EntitySource(
        Arrays.asList(classpath),
        source.packages(),
        source.classes(),
        source.persistenceUnit(),
        source.mappingFiles(),
        source.exclude(),
        source.naming(),
        source.nullability(),
        source.schema());
  }

  /** The columns of the only table, one line each. */
  static List<String> columns(EntityModel model) {
    return columns(model.schema().tables().get(0));
  }

  /** The columns of the only table that an entity with these members gets, without its key. */
  static List<String> columnsOf(String members) {
    return columns(read(entity(members))).stream().skip(1).toList();
  }

  /** An entity with a key and these members. */
  static String entity(String members) {
    return "@Entity class Thing { @Id Long id; " + members + " }";
  }

  static Table table(Schema schema, String name) {
    return schema.table(QualifiedName.of(name)).orElseThrow();
  }

  static List<String> columns(Table table) {
    return table.columns().stream().map(Model::line).toList();
  }

  private static String line(Column column) {
    return column.name()
        + " "
        + column.type().spelling()
        + (column.nullable() ? "" : " not null")
        + column.defaultValue().map(value -> " default " + value).orElse("")
        + column.identity().map(identity -> " identity").orElse("")
        + column.comment().map(text -> " comment '" + text + "'").orElse("");
  }

  /** What stands on a table beside its columns, one line each. */
  static List<String> constraints(Table table) {
    List<String> lines = new ArrayList<>();
    table.primaryKey().ifPresent(key -> lines.add("primary key " + list(key.columns())));
    table.uniques().forEach(u -> lines.add(named(u.name()) + "unique " + list(u.columns())));
    table.foreignKeys().forEach(key -> lines.add(line(key)));
    table.checks().forEach(c -> lines.add(named(c.name()) + "check (" + c.expression() + ")"));
    table.indexes().forEach(index -> lines.add(line(index)));
    table.comment().ifPresent(text -> lines.add("comment '" + text + "'"));
    return lines;
  }

  private static String named(Optional<String> name) {
    return name.map(given -> given + ": ").orElse("");
  }

  private static String list(List<String> columns) {
    return "(" + String.join(", ", columns) + ")";
  }

  private static String line(ForeignKey key) {
    return named(key.name())
        + "foreign key %s references %s %s"
            .formatted(list(key.columns()), key.references(), list(key.referencedColumns()))
        + action(" on delete ", key.onDelete())
        + action(" on update ", key.onUpdate());
  }

  private static String action(String event, ForeignKeyAction action) {
    return action == ForeignKeyAction.NO_ACTION
        ? ""
        : event + action.sql().toLowerCase(Locale.ROOT);
  }

  private static String line(Index index) {
    return named(index.name())
        + (index.unique() ? "unique index " : "index ")
        + index.method().map(method -> "using " + method + " ").orElse("")
        + index.keys().stream().map(Model::part).collect(Collectors.joining(", ", "(", ")"))
        + (index.include().isEmpty() ? "" : " include " + list(index.include()))
        + index.where().map(condition -> " where " + condition).orElse("");
  }

  private static String part(IndexKey key) {
    String text =
        key.part() instanceof IndexKey.OnColumn onColumn
            ? onColumn.column()
            : "(" + ((IndexKey.OnExpression) key.part()).expression() + ")";
    return text + (key.descending() ? " desc" : "");
  }
}
