package dev.migrator.diff;

import dev.migrator.operation.RenameEnum;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Enumerations that are new by name alone: the same values, in all the columns of one that goes.
 * Nothing is lost whichever way such a one is taken, so nobody is asked.
 */
final class RenamedEnums {

  private final Schema current;
  private final Schema model;

  private RenamedEnums(Schema current, Schema model) {
    this.current = current;
    this.model = model;
  }

  static List<RenameEnum> between(Schema current, Schema model) {
    return new RenamedEnums(current, model).find();
  }

  private List<RenameEnum> find() {
    List<RenameEnum> renames = new ArrayList<>();
    Set<QualifiedName> taken = new HashSet<>();
    for (EnumType before : current.enums()) {
      if (model.enumType(before.name()).isEmpty()) {
        successor(before.name())
            .filter(after -> after.values().equals(before.values()))
            .filter(after -> current.enumType(after.name()).isEmpty())
            .filter(after -> taken.add(after.name()))
            .ifPresent(after -> renames.add(new RenameEnum(before.name(), after.name())));
      }
    }
    return renames;
  }

  /** The one enumeration that the model has in every column of another. */
  private Optional<EnumType> successor(QualifiedName type) {
    Set<Optional<QualifiedName>> successors = new HashSet<>();
    for (Table table : current.tablesUsing(type)) {
      table.columns().stream()
          .filter(column -> named(column.type()).filter(type::equals).isPresent())
          .forEach(
              column ->
                  successors.add(
                      model
                          .table(table.name())
                          .flatMap(after -> after.column(column.name()))
                          .flatMap(after -> named(after.type()))));
    }
    return successors.size() == 1
        ? successors.iterator().next().flatMap(model::enumType)
        : Optional.empty();
  }

  private static Optional<QualifiedName> named(ColumnType type) {
    if (type instanceof ArrayType array) {
      return named(array.element());
    }
    return type instanceof EnumRef reference ? Optional.of(reference.name()) : Optional.empty();
  }
}
