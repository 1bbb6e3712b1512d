package dev.migrator.diff;

import dev.migrator.problem.Nearest;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.RenameHint;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads renames as a person gives them: {@code users:accounts}, {@code users.name:users.full_name},
 * {@code gender_enum.MALE:gender_enum.MAN}, {@code gender_enum:sex_enum}. The old name is one of
 * the database, the new one of the models; a table in front of a column may go by either of its
 * names.
 */
public final class GivenRenames {

  private final Map<String, Named> before;
  private final Map<String, Named> after;
  private final List<String> texts;

  private GivenRenames(List<String> texts, Schema current, Schema model) {
    this.texts = texts;
    this.before = names(current);
    this.after = names(model);
  }

  /**
   * The renames as hints.
   *
   * @throws InvalidRenameException naming the one that cannot be, and why
   */
  public static List<RenameHint> read(List<String> texts, Schema current, Schema model) {
    return new GivenRenames(texts, current, model).read();
  }

  /** What can be renamed. */
  private enum Kind {
    TABLE("table"),
    COLUMN("column"),
    ENUM("enum"),
    ENUM_VALUE("enum value");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /**
   * Something that has a name.
   *
   * @param kind what it is
   * @param owner its table or enumeration; its own name, if it is one
   * @param name its own name; empty for a table or enumeration
   */
  private record Named(Kind kind, QualifiedName owner, String name) {

    @Override
    public String toString() {
      return isOwner() ? owner.toString() : owner + "." + name;
    }

    boolean isOwner() {
      return kind == Kind.TABLE || kind == Kind.ENUM;
    }
  }

  /**
   * One rename.
   *
   * @param text as it was given
   * @param from what the database has
   * @param to what the models have
   */
  private record Pair(String text, Named from, Named to) {}

  private static Map<String, Named> names(Schema schema) {
    Map<String, Named> names = new LinkedHashMap<>();
    for (EnumType type : schema.enums()) {
      names.put(type.name().toString(), new Named(Kind.ENUM, type.name(), ""));
      type.values()
          .forEach(
              value ->
                  names.put(
                      type.name() + "." + value, new Named(Kind.ENUM_VALUE, type.name(), value)));
    }
    for (Table table : schema.tables()) {
      QualifiedName owner = table.name();
      table
          .columns()
          .forEach(
              column ->
                  names.put(
                      owner + "." + column.name(), new Named(Kind.COLUMN, owner, column.name())));
      names.put(owner.toString(), new Named(Kind.TABLE, owner, ""));
    }
    return names;
  }

  private List<RenameHint> read() {
    List<Pair> pairs = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (String text : texts) {
      Optional<Pair> pair = split(text, before, after);
      pair.ifPresentOrElse(pairs::add, () -> columns.add(text));
    }
    Map<QualifiedName, QualifiedName> tables = new LinkedHashMap<>();
    pairs.stream()
        .filter(pair -> pair.from.isOwner())
        .forEach(pair -> tables.put(pair.from.owner, pair.to.owner));
    columns.forEach(
        text -> pairs.add(split(text, renamed(tables), after).orElseThrow(() -> unknown(text))));
    pairs.forEach(pair -> requireSense(pair, pairs, tables));
    requireOnce(pairs);
    return pairs.stream().map(GivenRenames::hint).toList();
  }

  /** What the database has under a name of the models. */
  private Optional<Named> there(Named named, Map<QualifiedName, QualifiedName> tables) {
    return before.values().stream()
        .filter(other -> other.kind == named.kind && other.name.equals(named.name))
        .filter(
            other ->
                other.isOwner()
                    ? other.owner.equals(named.owner)
                    : tables.getOrDefault(other.owner, other.owner).equals(named.owner))
        .findFirst();
  }

  /** The names of the database, and those of columns behind their table's new name. */
  private Map<String, Named> renamed(Map<QualifiedName, QualifiedName> tables) {
    Map<String, Named> names = new LinkedHashMap<>(before);
    before
        .values()
        .forEach(
            named ->
                Optional.ofNullable(tables.get(named.owner))
                    .filter(table -> !named.isOwner())
                    .ifPresent(table -> names.putIfAbsent(table + "." + named.name, named)));
    return names;
  }

  /** A name may hold a colon itself, so each place is tried. */
  private static Optional<Pair> split(
      String text, Map<String, Named> before, Map<String, Named> after) {
    for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
      Named from = before.get(text.substring(0, colon));
      Named to = after.get(text.substring(colon + 1));
      if (from != null && to != null) {
        return Optional.of(new Pair(text, from, to));
      }
    }
    return Optional.empty();
  }

  private InvalidRenameException unknown(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new InvalidRenameException(
          text, "a rename is OLD:NEW, such as users.name:users.full_name or users:accounts");
    }
    String from = text.substring(0, colon);
    String to = text.substring(colon + 1);
    return before.containsKey(from)
        ? new InvalidRenameException(
            text, "the models have no '%s'%s".formatted(to, suggestion(to, after.keySet())))
        : new InvalidRenameException(
            text, "the database has no '%s'%s".formatted(from, suggestion(from, before.keySet())));
  }

  private static String suggestion(String name, Collection<String> known) {
    return Nearest.to(name, known).map(". Did you mean '%s'?"::formatted).orElse("");
  }

  private void requireSense(Pair pair, List<Pair> all, Map<QualifiedName, QualifiedName> tables) {
    Named from = pair.from;
    Named to = pair.to;
    QualifiedName owner = tables.getOrDefault(from.owner, from.owner);
    Named moved = from.isOwner() ? from : new Named(from.kind, owner, from.name);
    refuseIf(
        from.kind != to.kind,
        pair,
        "'%s' is a %s, but '%s' is a %s".formatted(from, from.kind.words, to, to.kind.words));
    refuseIf(
        !from.isOwner() && !owner.equals(to.owner),
        pair,
        "a rename does not move a %s from one table or enum to another".formatted(from.kind.words));
    refuseIf(
        after.containsKey(moved.toString())
            && all.stream().noneMatch(other -> other.to.equals(moved)),
        pair,
        "the models still have '%s'".formatted(moved));
    refuseIf(
        there(to, tables)
            .filter(named -> all.stream().noneMatch(p -> p.from.equals(named)))
            .isPresent(),
        pair,
        "the database has '%s' already".formatted(to));
  }

  private static void refuseIf(boolean refused, Pair pair, String reason) {
    if (refused) {
      throw new InvalidRenameException(pair.text, reason);
    }
  }

  private static void requireOnce(List<Pair> pairs) {
    Set<Named> from = new HashSet<>();
    Set<Named> to = new HashSet<>();
    for (Pair pair : pairs) {
      if (!from.add(pair.from) || !to.add(pair.to)) {
        throw new InvalidRenameException(
            pair.text, "another --rename has one of the two names already");
      }
    }
  }

  private static RenameHint hint(Pair pair) {
    return switch (pair.from.kind) {
      case TABLE -> new RenameHint.OfTable(pair.from.owner, pair.to.owner);
      case ENUM -> new RenameHint.OfEnum(pair.from.owner, pair.to.owner);
      case COLUMN -> new RenameHint.OfColumn(pair.to.owner, pair.from.name, pair.to.name);
      case ENUM_VALUE -> new RenameHint.OfEnumValue(pair.to.owner, pair.from.name, pair.to.name);
    };
  }
}
