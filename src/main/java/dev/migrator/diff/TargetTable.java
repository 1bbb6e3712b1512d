package dev.migrator.diff;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.Names;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One table of the model laid over the current one. What is the same keeps the current spelling and
 * name; what the database alone knows stays.
 */
final class TargetTable {

  private final Table model;
  private final Table modelShown;
  private final Table current;
  private final Table currentShown;
  private final Table replayed;
  private final List<String> enumColumns;
  private final Predicate<Unmanaged> drop;
  private final List<Unmanaged> unmanaged = new ArrayList<>();
  private final Set<String> goneColumns = new HashSet<>();

  /**
   * @param model the model's table, everything named
   * @param modelShown the same as the database would show it
   * @param current the table that is there
   * @param currentShown the same as the database would show it
   * @param replayed the table as the applied revisions give it; without columns where they give
   *     none
   * @param enumColumns the columns that hold names or positions of Java's constants
   * @param drop what unmanaged things to drop
   */
  TargetTable(
      Table model,
      Table modelShown,
      Table current,
      Table currentShown,
      Table replayed,
      List<String> enumColumns,
      Predicate<Unmanaged> drop) {
    this.model = model;
    this.modelShown = modelShown;
    this.current = current;
    this.currentShown = currentShown;
    this.replayed = replayed;
    this.enumColumns = enumColumns;
    this.drop = drop;
  }

  /**
   * @param unnamed the model's table with the names that it gives itself
   */
  Table lay(Table unnamed) {
    List<Column> columns = columns();
    return Table.of(model.name(), columns)
        .withPrimaryKey(items(ItemKind.PRIMARY_KEY, unnamed).stream().findFirst())
        .withUniques(items(ItemKind.UNIQUE, unnamed))
        .withForeignKeys(items(ItemKind.FOREIGN_KEY, unnamed))
        .withChecks(items(ItemKind.CHECK, unnamed))
        .withExclusions(current.exclusions())
        .withIndexes(items(ItemKind.INDEX, unnamed))
        .withComment(comment())
        .withOptions(current.options());
  }

  List<Unmanaged> unmanaged() {
    return List.copyOf(unmanaged);
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    model.columns().forEach(column -> columns.add(column(column)));
    for (Column column : current.columns()) {
      if (model.column(column.name()).isPresent()) {
        continue;
      }
      boolean managed = replayed.column(column.name()).isPresent();
      if (managed || !keep("column", column.name())) {
        goneColumns.add(column.name());
      } else {
        columns.add(column);
      }
    }
    return columns;
  }

  private Column column(Column wanted) {
    return current.column(wanted.name()).map(there -> column(wanted, there)).orElse(wanted);
  }

  private Column column(Column wanted, Column there) {
    Column laid = Statable.laidOver(wanted, there);
    return same(laid, there) ? there : laid;
  }

  private boolean same(Column wanted, Column there) {
    if (Canonical.column(wanted).equals(Canonical.column(there))) {
      return true;
    }
    boolean spelledByRevisions = replayed.column(there.name()).equals(Optional.of(there));
    return !spelledByRevisions
        && !isMadeCheck(Names.check(model.name(), wanted.name()))
        && sameShown(
            modelShown.column(wanted.name()).orElseThrow(),
            currentShown.column(there.name()).orElseThrow());
  }

  private static boolean sameShown(Column wanted, Column there) {
    return Statable.laidOver(wanted, there).equals(there);
  }

  private Optional<String> comment() {
    boolean spelledByRevisions =
        !replayed.columns().isEmpty() && replayed.comment().equals(current.comment());
    return !spelledByRevisions && modelShown.comment().equals(currentShown.comment())
        ? current.comment()
        : model.comment();
  }

  private <T> List<T> items(ItemKind<T> kind, Table unnamed) {
    List<T> left = new ArrayList<>(kind.items().apply(current));
    List<T> result = new ArrayList<>();
    for (T item : kind.items().apply(model)) {
      boolean named = kind.named(unnamed, kind.name().apply(item)).isPresent();
      Optional<T> match =
          left.stream()
              .filter(there -> matches(kind, item, named, there))
              .findFirst()
              .or(() -> left.stream().filter(there -> isOther(kind, item, there)).findFirst());
      match.ifPresent(left::remove);
      result.add(match.orElse(item));
    }
    left.stream().filter(item -> staysUnmanaged(kind, item, result)).forEach(result::add);
    return result;
  }

  private <T> boolean matches(ItemKind<T> kind, T wanted, boolean named, T there) {
    if (named && !kind.name().apply(wanted).equals(kind.name().apply(there))) {
      return false;
    }
    if (kind.shape(wanted).equals(kind.shape(there))) {
      return true;
    }
    boolean spelledByRevisions = kind.items().apply(replayed).contains(there);
    return !spelledByRevisions
        && shown(kind, modelShown, wanted).equals(shown(kind, currentShown, there));
  }

  /**
   * Whether a foreign key that no revision knows is the one that is wanted under another name: a
   * second one would only cost time.
   */
  private <T> boolean isOther(ItemKind<T> kind, T wanted, T there) {
    return kind.equals(ItemKind.FOREIGN_KEY)
        && kind.named(replayed, kind.name().apply(there)).isEmpty()
        && kind.named(model, kind.name().apply(there)).isEmpty()
        && matches(kind, wanted, false, there);
  }

  /**
   * The item as the database shows it, without its name and order; an inspected one is that
   * already.
   */
  private static <T> T shown(ItemKind<T> kind, Table table, T item) {
    T found = kind.statable().apply(kind.named(table, kind.name().apply(item)).orElse(item));
    return kind.unordered().apply(kind.withName().apply(found, Optional.empty()));
  }

  private <T> boolean staysUnmanaged(ItemKind<T> kind, T item, List<T> wanted) {
    Optional<String> name = kind.name().apply(item);
    boolean managed =
        kind.named(replayed, name).isPresent()
            || kind.items().apply(replayed).contains(item)
            || wanted.stream().anyMatch(w -> name.isPresent() && kind.name().apply(w).equals(name))
            || name.filter(this::isMadeCheck).isPresent()
            || (item instanceof CheckConstraint check && isOfConstants(check, wanted))
            || (kind.equals(ItemKind.PRIMARY_KEY) && !wanted.isEmpty());
    boolean onGoneColumn =
        goneColumns.stream().anyMatch(column -> kind.standsOn().test(item, column));
    return !managed && keep(kind.words(), name.orElse("(unnamed)")) && !onGoneColumn;
  }

  /** Whether a CHECK lists the constants of an enum, for which the model has another list. */
  private boolean isOfConstants(CheckConstraint check, List<?> wanted) {
    return enumColumns.stream()
        .filter(column -> isOfColumnAlone(check, column))
        .anyMatch(
            column ->
                wanted.stream()
                    .anyMatch(other -> isOfColumnAlone((CheckConstraint) other, column)));
  }

  private boolean isOfColumnAlone(CheckConstraint check, String column) {
    return check.expression().mentions(column)
        && current.columns().stream()
            .map(Column::name)
            .noneMatch(other -> !other.equals(column) && check.expression().mentions(other));
  }

  private boolean keep(String kind, String name) {
    Unmanaged found = new Unmanaged(kind, model.name() + "." + name);
    boolean kept = !drop.test(found);
    if (kept) {
      unmanaged.add(found);
    }
    return kept;
  }

  /** Whether a CHECK of this name is part of a column's type on this database. */
  private boolean isMadeCheck(String name) {
    return madeChecks().anyMatch(name::equals)
        && modelShown.check(name).isPresent()
        && model.check(name).isEmpty();
  }

  private Stream<String> madeChecks() {
    return model.columns().stream()
        .filter(column -> column.type() instanceof EnumRef || column.type() instanceof DomainRef)
        .map(column -> Names.check(model.name(), column.name()));
  }
}
