package dev.migrator.diff;

import dev.migrator.operation.MoveToSchema;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.Names;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The constraints and indexes that are named after a table or column by convention, and follow when
 * it is renamed, so that a database that was migrated is one that was made anew.
 */
final class FollowingNames {

  /** What keeps names apart that would be the same. */
  private static final Pattern NUMBER = Pattern.compile("(_\\d+)?");

  private final Schema before;
  private final Schema model;
  private final ItemRenames renames;

  private FollowingNames(Schema before, Schema renamed, Schema model) {
    this.before = before;
    this.model = model.mapTables(ConventionalNames::of);
    this.renames = new ItemRenames(renamed);
  }

  /**
   * The renames that follow others.
   *
   * @param before the schema before the others
   * @param others the renames of tables and columns
   * @param renamed the schema after them
   * @param model what is wanted: a name that it gives stays
   */
  static List<SchemaChange> of(
      Schema before, List<SchemaChange> others, Schema renamed, Schema model) {
    if (others.isEmpty()) {
      return List.of();
    }
    FollowingNames following = new FollowingNames(before, renamed, model);
    Map<QualifiedName, QualifiedName> origins = origins(others);
    renamed
        .tables()
        .forEach(
            table -> following.follow(table, origins.getOrDefault(table.name(), table.name())));
    return following.renames.inOrder();
  }

  /** The first name of each table that has another now. */
  private static Map<QualifiedName, QualifiedName> origins(List<SchemaChange> others) {
    Map<QualifiedName, QualifiedName> origins = new HashMap<>();
    for (SchemaChange change : others) {
      if (change instanceof RenameTable rename) {
        follow(origins, rename.from(), rename.to());
      } else if (change instanceof MoveToSchema move) {
        follow(origins, move.from(), move.to());
      }
    }
    return origins;
  }

  private static void follow(
      Map<QualifiedName, QualifiedName> origins, QualifiedName from, QualifiedName to) {
    origins.put(to, Optional.ofNullable(origins.remove(from)).orElse(from));
  }

  private void follow(Table table, QualifiedName origin) {
    Optional<Table> start = before.table(origin).filter(found -> !found.equals(table));
    Optional<Table> wanted = model.table(table.name());
    if (start.isPresent() && wanted.isPresent()) {
      ItemKind.all().forEach(kind -> follow(kind, start.get(), table, wanted.get()));
    }
  }

  private <T> void follow(ItemKind<T> kind, Table start, Table table, Table wanted) {
    for (T item : kind.items().apply(table)) {
      Optional<String> name = kind.name().apply(item);
      kind.items().apply(start).stream()
          .filter(old -> isCalled(kind.name().apply(old), name))
          .findFirst()
          .flatMap(
              old ->
                  number(kind.name().apply(old).orElseThrow(), kind.convention().apply(start, old)))
          .map(number -> Names.fit(kind.convention().apply(table, item) + number))
          .filter(to -> !to.equals(name.orElseThrow()))
          .filter(to -> kind.named(wanted, Optional.of(to)).isPresent())
          .filter(to -> kind.named(wanted, name).isEmpty())
          .ifPresent(to -> renames.add(kind, table.name(), item, to));
    }
  }

  /** Whether something is still called as it was, or had to make way on its way. */
  private static boolean isCalled(Optional<String> before, Optional<String> now) {
    return before.isPresent()
        && (before.equals(now)
            || before.map(name -> Names.fit(name + Renames.BETWEEN)).equals(now));
  }

  /** What stands behind the conventional name, if a name is one. */
  private static Optional<String> number(String name, String convention) {
    if (!name.startsWith(convention)) {
      return Optional.empty();
    }
    Matcher number = NUMBER.matcher(name.substring(convention.length()));
    return number.matches() ? Optional.of(number.group()) : Optional.empty();
  }
}
