package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.SqlSplitter;
import dev.migrator.operation.CreateDefinition;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropDefinitionByName;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Definition.Kind;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The statements of what is kept as SQL. */
final class DefinitionSql {

  /** The words that end what a replaced function has to keep. */
  private static final Set<String> END_OF_HEAD =
      Set.of("as", "language", "begin", "return", "immutable", "stable", "volatile", "strict");

  private DefinitionSql() {}

  /** The statements that make it; none where nothing is given for this database. */
  static List<String> create(Definition definition) {
    return text(definition).map(SqlSplitter::split).orElse(List.of());
  }

  /**
   * The same, among other operations: where the text of a function names what only comes after it,
   * the server is not asked whether it makes sense.
   *
   * @see <a
   *     href="https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CHECK-FUNCTION-BODIES">check_function_bodies</a>
   */
  static List<String> create(Definition definition, List<Operation> following) {
    List<String> statements = create(definition);
    boolean routine = definition.kind().isCallable();
    String text = text(definition).orElse("");
    if (!routine || following.stream().flatMap(DefinitionSql::made).noneMatch(text::contains)) {
      return statements;
    }
    return unchecked(statements);
  }

  /** The text that makes a routine whatever its body says. */
  static String unchecked(Definition routine) {
    return String.join(";\n", unchecked(create(routine))) + ";";
  }

  private static List<String> unchecked(List<String> statements) {
    return Stream.of(
            Stream.of("SET LOCAL check_function_bodies = off"),
            statements.stream(),
            Stream.of("SET LOCAL check_function_bodies = on"))
        .flatMap(part -> part)
        .toList();
  }

  private static Stream<String> made(Operation operation) {
    if (operation instanceof CreateTable creation) {
      return Stream.of(creation.table().name().name());
    }
    return operation instanceof CreateDefinition creation
        ? Stream.of(creation.definition().name())
        : Stream.empty();
  }

  static Optional<String> text(Definition definition) {
    return definition.sql().sql(PostgresqlDialect.NAME).filter(text -> !text.isBlank());
  }

  /** The statements that drop it; none where nothing was made on this database. */
  static List<String> drop(Definition definition) {
    return text(definition).isPresent()
        ? List.of(drop(definition.kind(), definition.identity(), false))
        : List.of();
  }

  static String drop(DropDefinitionByName drop) {
    return drop(drop.kind(), drop.identity(), drop.ifExists());
  }

  private static String drop(Kind kind, String identity, boolean ifExists) {
    return kind == Kind.COMMENT
        ? "COMMENT ON %s IS NULL".formatted(identity)
        : "DROP %s %s%s"
            .formatted(
                kind.words().toUpperCase(Locale.ROOT), ifExists ? "IF EXISTS " : "", identity);
  }

  /** Whether the new SQL can run while the old thing is there. */
  static boolean replaces(Definition from, Definition to) {
    return switch (to.kind()) {
      case COMMENT -> true;
      case FUNCTION, PROCEDURE -> saysReplace(to) && head(from).equals(head(to));
      case AGGREGATE, VIEW, TRIGGER, RULE -> saysReplace(to);
      case EXTENSION,
          COLLATION,
          TYPE,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_CONFIGURATION,
          CAST,
          OPERATOR,
          MATERIALIZED_VIEW,
          STATISTICS,
          POLICY,
          EVENT_TRIGGER ->
          false;
    };
  }

  private static boolean saysReplace(Definition definition) {
    List<Token> tokens = SqlTokens.of(text(definition).orElse(""));
    return tokens.size() > 2 && tokens.get(1).isWord("or") && tokens.get(2).isWord("replace");
  }

  /** The arguments and the result, which a function keeps when it is replaced. */
  private static String head(Definition function) {
    StringBuilder head = new StringBuilder();
    boolean inside = false;
    for (Token token : SqlTokens.of(text(function).orElse(""))) {
      inside |= token.isSymbol("(");
      if (inside && END_OF_HEAD.contains(token.text().toLowerCase(Locale.ROOT))) {
        break;
      }
      if (inside) {
        head.append(token.text().toLowerCase(Locale.ROOT)).append(' ');
      }
    }
    return head.toString();
  }
}
