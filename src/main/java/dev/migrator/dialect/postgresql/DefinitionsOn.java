package dev.migrator.dialect.postgresql;

import dev.migrator.schema.Definition;
import dev.migrator.schema.Definition.Kind;
import dev.migrator.schema.DefinitionOrder;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The definitions that have to make way while something under them changes: PostgreSQL refuses a
 * change under a view, and under a rule, policy, trigger or function that looks at what changes.
 * Whether one does is told by the names in its SQL; one too many that goes and comes back does no
 * harm.
 */
final class DefinitionsOn {

  private DefinitionsOn() {}

  /** Those that look at one of the table's columns, and those on them, in the order of creation. */
  static List<Definition> columns(Schema schema, QualifiedName table, Collection<String> columns) {
    return closure(
        schema,
        (definition, mentioned) ->
            mentioned.contains(table.name())
                && isHeldToColumns(definition, mentioned)
                && (columns.stream().anyMatch(mentioned::contains) || selectsAll(definition)));
  }

  /** Those on another definition, in the order of creation. */
  static List<Definition> definition(Schema schema, Definition under) {
    return closure(
        schema, (definition, mentioned) -> isHeldTo(definition, mentioned, List.of(under)));
  }

  /**
   * Those that name one of these types, or look at one of these columns, and those on them, in the
   * order of creation.
   *
   * @param columns the columns of each table
   */
  static List<Definition> types(
      Schema schema, Set<String> types, Map<QualifiedName, List<String>> columns) {
    Set<Definition> onColumns = new HashSet<>();
    columns.forEach((table, names) -> onColumns.addAll(columns(schema, table, names)));
    return closure(
        schema,
        (definition, mentioned) ->
            onColumns.contains(definition) || isMadeOf(definition, mentioned, types));
  }

  /** What takes or gives a value of a type names it anywhere, the others behind a cast. */
  private static boolean isMadeOf(Definition definition, Set<String> mentioned, Set<String> types) {
    Kind kind = definition.kind();
    if (kind.isRoutine()) {
      return !Collections.disjoint(mentioned, types);
    }
    return (kind.isView() || kind.isOnTable() || kind == Kind.STATISTICS)
        && DefinitionSql.text(definition).filter(sql -> TypeMentions.any(sql, types)).isPresent();
  }

  /** The comments on something that has one of these names. */
  static List<Definition> comments(Schema schema, Set<String> names) {
    return schema.definitions().stream()
        .filter(definition -> definition.kind() == Kind.COMMENT)
        .filter(
            definition ->
                SqlTokens.of(definition.identity()).stream()
                    .flatMap(token -> token.identifier().stream())
                    .anyMatch(names::contains))
        .toList();
  }

  private static List<Definition> closure(
      Schema schema, BiPredicate<Definition, Set<String>> wanted) {
    List<Definition> found = new ArrayList<>();
    for (Definition definition : DefinitionOrder.of(schema.definitions())) {
      Set<String> mentioned = definition.mentioned();
      if (wanted.test(definition, mentioned) || isHeldTo(definition, mentioned, found)) {
        found.add(definition);
      }
    }
    return found;
  }

  /** A function's text is looked into by the server only where it is not a literal. */
  private static boolean isHeldToColumns(Definition definition, Set<String> mentioned) {
    Kind kind = definition.kind();
    return kind.isView()
        || kind.isOnTable()
        || (kind.isCallable() && (mentioned.contains("atomic") || mentioned.contains("ATOMIC")));
  }

  private static boolean isHeldTo(
      Definition definition, Set<String> mentioned, List<Definition> others) {
    return definition.kind() != Kind.COMMENT
        && others.stream()
            .anyMatch(other -> !other.isSame(definition) && mentioned.contains(other.name()));
  }

  private static boolean selectsAll(Definition definition) {
    return DefinitionSql.text(definition).map(SqlTokens::of).orElse(List.of()).stream()
        .anyMatch(token -> token.isSymbol("*"));
  }

  /** The statements that drop them. */
  static List<String> drop(List<Definition> definitions) {
    List<Definition> reversed = new ArrayList<>(definitions);
    Collections.reverse(reversed);
    return reversed.stream().flatMap(d -> DefinitionSql.drop(d).stream()).toList();
  }

  /** The statements that make them again. */
  static List<String> restore(List<Definition> definitions) {
    return definitions.stream().flatMap(d -> DefinitionSql.create(d).stream()).toList();
  }
}
