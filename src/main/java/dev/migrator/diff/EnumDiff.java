package dev.migrator.diff;

import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.EnumValues;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What differs between the values of one enumeration, cheapest change first. */
final class EnumDiff {

  private EnumDiff() {}

  /** One addition for each new value, each at its place among the values that are there. */
  static List<AddEnumValue> additions(EnumType from, EnumType to) {
    QualifiedName name = to.name();
    List<AddEnumValue> additions = new ArrayList<>();
    List<String> values = from.values();
    for (String value : to.values()) {
      if (!values.contains(value)) {
        values = EnumValues.insert(values, value, to.values());
        additions.add(new AddEnumValue(name, value, values));
      }
    }
    return additions;
  }

  /** The removal and reordering that additions alone do not give. */
  static Optional<SchemaChange> remainder(EnumType from, EnumType to) {
    return from.values().equals(to.values())
        ? Optional.empty()
        : Optional.of(new AlterEnum(to.name(), from.values(), to.values(), Map.of()));
  }
}
