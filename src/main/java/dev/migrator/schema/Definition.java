package dev.migrator.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that is kept as the SQL that makes it: a view, a function, a trigger. What it says is
 * not looked into.
 *
 * @param kind what it is
 * @param identity what names it in a DROP of its kind, as the database shows it: {@code
 *     active_users}, {@code full_name(integer,text)}, {@code audit on users}
 * @param sql the statements that make it, with what belongs to it: its comment, the indexes of a
 *     materialized view
 */
public record Definition(Kind kind, String identity, Expression sql)
    implements Comparable<Definition> {

  public Definition {
    identity = identity(kind, identity);
    if (identity.isEmpty()) {
      throw new IllegalArgumentException("a %s has no name".formatted(kind.words()));
    }
  }

  /** What names a definition, however a person spells the types of a function's arguments. */
  public static String identity(Kind kind, String text) {
    return kind.isCallable() ? RoutineName.shown(text.strip()) : text.strip();
  }

  public static Definition of(Kind kind, String identity, String sql) {
    return new Definition(kind, identity, Expression.of(sql));
  }

  /** What a definition is, in the order in which definitions are made where nothing else counts. */
  public enum Kind {
    EXTENSION,
    COLLATION,
    TYPE,
    TEXT_SEARCH_DICTIONARY,
    TEXT_SEARCH_CONFIGURATION,
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    CAST,
    OPERATOR,
    VIEW,
    MATERIALIZED_VIEW,
    STATISTICS,
    RULE,
    TRIGGER,
    POLICY,
    EVENT_TRIGGER,
    /** The comment of something that is not a definition, and has no other place for it. */
    COMMENT;

    /** {@code materialized view}. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether such a thing may be needed to make a table, and needs none itself. */
    public boolean precedesTables() {
      return switch (this) {
        case EXTENSION, COLLATION, TYPE, TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION -> true;
        case FUNCTION,
            PROCEDURE,
            AGGREGATE,
            CAST,
            OPERATOR,
            VIEW,
            MATERIALIZED_VIEW,
            STATISTICS,
            RULE,
            TRIGGER,
            POLICY,
            EVENT_TRIGGER,
            COMMENT ->
            false;
      };
    }

    /** Whether such a thing is called by a name with the types of its arguments. */
    public boolean isCallable() {
      return this == FUNCTION || this == PROCEDURE;
    }

    /** Whether such a thing computes values, and names the types of what it takes and gives. */
    public boolean isRoutine() {
      return isCallable() || this == AGGREGATE || this == CAST || this == OPERATOR;
    }

    /** Whether such a thing, or what it is said of, stands in a schema. */
    public boolean isInSchema() {
      return this != EXTENSION && this != CAST && this != EVENT_TRIGGER;
    }

    /** Whether such a thing is a query that is read as a table is. */
    public boolean isView() {
      return this == VIEW || this == MATERIALIZED_VIEW;
    }

    /** Whether such a thing stands on a table or view, and goes with it. */
    public boolean isOnTable() {
      return this == RULE || this == TRIGGER || this == POLICY;
    }
  }

  /** Whether both are the same thing, however it is made. */
  public boolean isSame(Definition other) {
    return kind == other.kind && identity.equals(other.identity);
  }

  public Definition withIdentity(String other) {
    return new Definition(kind, other, sql);
  }

  public Definition withSql(Expression other) {
    return new Definition(kind, identity, other);
  }

  /** The name alone, without arguments, schema or the table that it stands on. */
  public String name() {
    String name = identity;
    for (SqlTokens.Token token : SqlTokens.of(identity)) {
      if (token.start() > 0 && (token.isSymbol("(") || token.isWord("on"))) {
        break;
      }
      name = token.identifier().orElse(name);
    }
    return name;
  }

  /** The schema before its name, or that of what a comment is of. */
  public Optional<String> schema() {
    List<SqlTokens.Token> tokens = SqlTokens.of(identity);
    int end = 0;
    while (end < tokens.size() && !tokens.get(end).isSymbol("(")) {
      end++;
    }
    if (kind == Kind.COMMENT && tokens.get(0).isWord("schema")) {
      return tokens.get(end - 1).identifier();
    }
    return end > 2 && tokens.get(end - 2).isSymbol(".")
        ? tokens.get(end - 3).identifier()
        : Optional.empty();
  }

  /** The words and quoted names in its SQL, outside of literals: what it may be made of. */
  public Set<String> mentioned() {
    Stream<String> texts =
        sql instanceof Expression.PerDialect perDialect
            ? perDialect.texts().values().stream()
            : Stream.of(((Expression.Portable) sql).text());
    return texts
        .flatMap(text -> SqlTokens.of(text).stream())
        .flatMap(token -> token.identifier().stream())
        .collect(Collectors.toSet());
  }

  /** The table or view that it stands on. */
  public Optional<QualifiedName> table() {
    return on().map(on -> QualifiedName.parse(identity.substring(on.end()).strip()));
  }

  /** The same on a table that is called otherwise now. */
  public Definition onTable(QualifiedName table) {
    String own = on().map(on -> identity.substring(0, on.start())).orElse(identity + " ");
    return withIdentity(own + "on " + SqlTokens.quoted(table));
  }

  private Optional<SqlTokens.Token> on() {
    return kind.isOnTable()
        ? SqlTokens.of(identity).stream().filter(token -> token.isWord("on")).findFirst()
        : Optional.empty();
  }

  /** {@code materialized view totals}. */
  @Override
  public String toString() {
    return kind.words() + " " + identity;
  }

  @Override
  public int compareTo(Definition other) {
    return kind == other.kind ? identity.compareTo(other.identity) : kind.compareTo(other.kind);
  }
}
