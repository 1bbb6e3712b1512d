package dev.migrator.command;

import dev.migrator.dialect.Survey;
import dev.migrator.diff.Selection;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Dependencies.Thing;
import dev.migrator.schema.Domain;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOwner;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a first revision recreates of what a database holds. What stands on something that no
 * revision can recreate is left out as well.
 *
 * @param schema what it recreates
 * @param leftOut what no revision recreates, a line for each thing
 * @param needed what it does not recreate because the settings leave it out, and yet needs, a line
 *     for each thing
 */
record Recreatable(Schema schema, List<String> leftOut, List<String> needed) {

  static Recreatable of(Survey survey, Selection selection) {
    Map<Thing, String> reasons = reasons(survey);
    Schema selected = selection.of(survey.schema());
    Schema schema = without(selected, reasons.keySet());
    List<String> leftOut = new ArrayList<>(survey.leftOut());
    Set<Thing> wanted = things(selected);
    reasons.forEach(
        (thing, reason) -> {
          if (wanted.contains(thing)) {
            leftOut.add("%s, %s".formatted(thing, reason));
          }
        });
    return new Recreatable(schema, List.copyOf(leftOut), needed(survey, schema));
  }

  /** What cannot be made, and what stands on it. */
  private static Map<Thing, String> reasons(Survey survey) {
    Map<Thing, String> reasons = new TreeMap<>(survey.unmakeable());
    Map<Thing, Set<Thing>> needs = needs(survey, survey.schema());
    boolean more = true;
    while (more) {
      int before = reasons.size();
      needs.forEach(
          (thing, others) ->
              others.stream()
                  .filter(reasons::containsKey)
                  .findFirst()
                  .ifPresent(other -> reasons.putIfAbsent(thing, "which needs " + other)));
      more = reasons.size() > before;
    }
    return reasons;
  }

  /** What the things of a schema stand on and refer to. */
  private static Map<Thing, Set<Thing>> needs(Survey survey, Schema schema) {
    Map<Thing, Set<Thing>> needs = new TreeMap<>();
    for (Thing thing : things(schema)) {
      needs.put(thing, new TreeSet<>(survey.dependencies().of(thing)));
    }
    survey
        .dependencies()
        .ofParts()
        .forEach(
            (part, others) ->
                needs.computeIfPresent(
                    part.table(),
                    (table, own) -> {
                      own.addAll(others);
                      return own;
                    }));
    for (Table table : schema.tables()) {
      needs
          .computeIfAbsent(Thing.table(table.name()), thing -> new TreeSet<>())
          .addAll(
              table.foreignKeys().stream().map(ForeignKey::references).map(Thing::table).toList());
    }
    return needs;
  }

  private static Set<Thing> things(Schema schema) {
    return Stream.of(
            schema.tables().stream().map(Table::name).map(Thing::table),
            schema.enums().stream().map(EnumType::name).map(Thing::type),
            schema.compositeTypes().stream().map(CompositeType::name).map(Thing::type),
            schema.domains().stream().map(Domain::name).map(Thing::type),
            schema.definitions().stream().map(Thing::definition))
        .flatMap(Function.identity())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Schema without(Schema schema, Set<Thing> gone) {
    return schema
        .withTables(only(schema.tables(), table -> !gone.contains(Thing.table(table.name()))))
        .withEnums(only(schema.enums(), type -> !gone.contains(Thing.type(type.name()))))
        .withCompositeTypes(
            only(schema.compositeTypes(), type -> !gone.contains(Thing.type(type.name()))))
        .withDomains(only(schema.domains(), domain -> !gone.contains(Thing.type(domain.name()))))
        .withDefinitions(only(schema.definitions(), one -> !gone.contains(Thing.definition(one))))
        .withSequences(
            only(
                schema.sequences(),
                sequence ->
                    sequence
                        .owner()
                        .map(SequenceOwner::table)
                        .filter(table -> gone.contains(Thing.table(table)))
                        .isEmpty()));
  }

  private static <T> List<T> only(List<T> things, Predicate<T> wanted) {
    return things.stream().filter(wanted).toList();
  }

  /** Each thing of the database that something of the schema needs, and that is not in it. */
  private static List<String> needed(Survey survey, Schema schema) {
    Set<Thing> there = things(survey.schema());
    Set<Thing> made = things(schema);
    Map<String, Set<String>> users = new TreeMap<>();
    needs(survey, schema)
        .forEach(
            (thing, others) ->
                others.stream()
                    .filter(other -> there.contains(other) && !made.contains(other))
                    .forEach(other -> add(users, other.toString(), thing)));
    for (Sequence sequence : survey.schema().sequences()) {
      if (schema.sequence(sequence.name()).isEmpty()) {
        schema.tables().stream()
            .filter(table -> counts(table, sequence))
            .forEach(table -> add(users, "sequence " + sequence.name(), Thing.table(table.name())));
      }
    }
    for (Namespace place : survey.schema().namespaces()) {
      if (schema.namespaces().find(place.name()).isEmpty()) {
        schema.definitions().stream()
            .filter(definition -> isExtensionIn(place.name(), definition))
            .forEach(
                extension -> add(users, "schema " + place.name(), Thing.definition(extension)));
      }
    }
    return users.entrySet().stream()
        .map(use -> "%s, for %s".formatted(use.getKey(), String.join(", ", use.getValue())))
        .toList();
  }

  /** Whether it is an extension whose things are put into the schema. */
  private static boolean isExtensionIn(String schema, Definition definition) {
    List<Token> tokens = SqlTokens.of(definition.sql().toString());
    return definition.kind() == Definition.Kind.EXTENSION
        && IntStream.range(1, tokens.size())
            .filter(place -> tokens.get(place - 1).isWord("schema"))
            .anyMatch(place -> tokens.get(place).identifier().equals(Optional.of(schema)));
  }

  private static void add(Map<String, Set<String>> users, String needed, Thing thing) {
    users.computeIfAbsent(needed, key -> new TreeSet<>()).add(thing.toString());
  }

  /** Whether a default of the table takes numbers from the sequence. */
  private static boolean counts(Table table, Sequence sequence) {
    return table.columns().stream()
        .flatMap(column -> column.defaultValue().stream())
        .map(Object::toString)
        .filter(text -> text.contains("nextval"))
        .anyMatch(
            text ->
                SqlTokens.literals(text).contains(SqlTokens.quoted(sequence.name()))
                    || SqlTokens.literals(text).contains(sequence.name().toString()));
  }
}
