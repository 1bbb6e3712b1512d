package dev.migrator.diff;

import dev.migrator.diff.Named.Kind;
import dev.migrator.problem.GivenOption;
import dev.migrator.problem.Nearest;
import dev.migrator.schema.EnumColumn;
import dev.migrator.schema.RenameHint;
import dev.migrator.schema.Schema;
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
 * {@code gender_enum.MALE:gender_enum.MAN}, {@code users.gender.MALE:users.gender.MAN}, {@code
 * gender_enum:sex_enum}. The old name is one of the database, the new one of the models; a table in
 * front of a column may go by either of its names.
 */
public final class GivenRenames {

  private final Map<String, Named> before;
  private final Map<String, Named> after;
  private final List<String> texts;

  private GivenRenames(List<String> texts, Schema current, Schema model, List<EnumColumn> columns) {
    this.texts = texts;
    this.before = Named.of(current, (table, column) -> true);
    this.after =
        Named.of(
            model,
            (table, name) ->
                columns.stream()
                    .anyMatch(
                        column -> column.table().equals(table) && column.column().equals(name)));
  }

  /**
   * The renames as hints.
   *
   * @param columns the columns of the model that hold names of constants
   * @throws InvalidRenameException naming the one that cannot be, and why
   */
  public static List<RenameHint> read(
      List<String> texts, Schema current, Schema model, List<EnumColumn> columns) {
    return texts.isEmpty() ? List.of() : new GivenRenames(texts, current, model, columns).read();
  }

  /**
   * One rename.
   *
   * @param text as it was given
   * @param from what the database has
   * @param to what the models have
   */
  private record Pair(String text, Named from, Named to) {

    boolean isOf(Kind kind) {
      return from.kind() == kind && to.kind() == kind;
    }
  }

  private List<RenameHint> read() {
    List<Pair> pairs = new ArrayList<>();
    List<String> behindNewNames = new ArrayList<>();
    for (String text : texts) {
      Optional<Pair> pair = split(text, before, after);
      pair.ifPresentOrElse(pairs::add, () -> behindNewNames.add(text));
    }
    List<Pair> plain = List.copyOf(pairs);
    behindNewNames.forEach(
        text -> pairs.add(split(text, renamed(plain), after).orElseThrow(() -> unknown(text))));
    pairs.forEach(pair -> requireSense(pair, pairs));
    requireOnce(pairs);
    return pairs.stream().map(GivenRenames::hint).toList();
  }

  /** What something that the database has is called when its table and its column are renamed. */
  private static Named moved(Named named, List<Pair> pairs) {
    return named.in(
        pairs.stream()
            .filter(pair -> pair.isOf(Kind.TABLE) || pair.isOf(Kind.ENUM))
            .filter(pair -> pair.from.owner().equals(named.owner()))
            .map(pair -> pair.to.owner())
            .findFirst()
            .orElse(named.owner()),
        named
            .column()
            .map(
                column ->
                    pairs.stream()
                        .filter(pair -> pair.isOf(Kind.COLUMN))
                        .filter(pair -> pair.from.owner().equals(named.owner()))
                        .filter(pair -> pair.from.name().equals(column))
                        .map(pair -> pair.to.name())
                        .findFirst()
                        .orElse(column)));
  }

  /** The names of the database, and those behind the new names of their tables and columns. */
  private Map<String, Named> renamed(List<Pair> pairs) {
    Map<String, Named> names = new LinkedHashMap<>(before);
    before.values().forEach(named -> names.putIfAbsent(moved(named, pairs).toString(), named));
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

  private void requireSense(Pair pair, List<Pair> all) {
    Named from = pair.from;
    Named to = pair.to;
    Named moved = moved(from, all);
    // The rows of a column get their new values in statements of which one would undo another.
    boolean takeTurns = from.kind() != Kind.COLUMN_VALUE;
    refuseIf(
        from.kind() != to.kind(),
        pair,
        "'%s' is a %s, but '%s' is a %s"
            .formatted(from, from.kind().words(), to, to.kind().words()));
    refuseIf(
        !from.isOwner() && !moved.in(to.owner(), to.column()).equals(moved),
        pair,
        "'%s' and '%s' are not of one table or enum. If these are one under two names, say that as well: %s"
            .formatted(
                from, to, GivenOption.of("--rename", "%s:%s".formatted(owner(from), owner(to)))));
    refuseIf(
        after.containsKey(moved.toString())
            && !(takeTurns && all.stream().anyMatch(other -> other.to.equals(moved))),
        pair,
        "the models still have '%s'".formatted(moved));
    refuseIf(
        before.values().stream()
            .filter(named -> moved(named, all).equals(to))
            .anyMatch(
                named -> !(takeTurns && all.stream().anyMatch(other -> other.from.equals(named)))),
        pair,
        "the database has '%s' already".formatted(to));
  }

  /** The table or enum, with the column whose CHECK lists a value. */
  private static String owner(Named named) {
    return named.owner() + named.column().map(column -> "." + column).orElse("");
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
    Named from = pair.from;
    Named to = pair.to;
    return switch (from.kind()) {
      case TABLE -> new RenameHint.OfTable(from.owner(), to.owner());
      case ENUM -> new RenameHint.OfEnum(from.owner(), to.owner());
      case COLUMN -> new RenameHint.OfColumn(to.owner(), from.name(), to.name());
      case ENUM_VALUE -> new RenameHint.OfEnumValue(to.owner(), from.name(), to.name());
      case COLUMN_VALUE ->
          new RenameHint.OfColumnValue(
              to.owner(), to.column().orElseThrow(), from.name(), to.name());
    };
  }
}
