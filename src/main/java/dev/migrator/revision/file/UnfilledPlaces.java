package dev.migrator.revision.file;

import dev.migrator.operation.AlterColumn;
import dev.migrator.revision.Direction;
import dev.migrator.revision.UnfilledPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The places of a YAML revision that are marked for a person to fill in. */
final class UnfilledPlaces {

  private UnfilledPlaces() {}

  static List<UnfilledPlace> of(String file, String text) {
    if (!text.contains(TypeChangeShape.TO_DO)) {
      return List.of();
    }
    YamlMap revision = YamlParser.parse(file, text).map();
    List<UnfilledPlace> places = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      revision
          .optional(direction.name().toLowerCase(Locale.ROOT))
          .filter(operations -> !operations.isNull())
          .map(YamlValue::list)
          .ifPresent(
              operations ->
                  operations.forEach(
                      operation -> place(direction, operation).ifPresent(places::add)));
    }
    return places;
  }

  private static Optional<UnfilledPlace> place(Direction direction, YamlValue operation) {
    return entry(operation, "alter_column")
        .flatMap(alteration -> entry(alteration, "type"))
        .flatMap(type -> entry(type, "using"))
        .filter(TypeChangeShape::isToDo)
        .map(
            using ->
                new UnfilledPlace(
                    direction,
                    using.position().toString(),
                    (AlterColumn) OperationReader.operation(operation)));
  }

  private static Optional<YamlValue> entry(YamlValue value, String key) {
    return value.isMap() ? value.map().optional(key) : Optional.empty();
  }
}
