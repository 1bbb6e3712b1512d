package dev.migrator.revision.file;

import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameIndex;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.ExclusionConstraint;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.UniqueConstraint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/** How renames of constraints and indexes stand in a file: the names, then what has them. */
final class RenameShapes {

  private static final List<String> KEYS = List.of("table", "from", "to");

  private static final Map<String, Shape<? extends Constraint>> CONSTRAINTS = constraints();

  private RenameShapes() {}

  private static Map<String, Shape<? extends Constraint>> constraints() {
    Map<String, Shape<? extends Constraint>> shapes = new LinkedHashMap<>();
    shapes.put("primary_key", ConstraintShapes.PRIMARY_KEY);
    shapes.put("unique", ConstraintShapes.UNIQUE);
    shapes.put("foreign_key", ConstraintShapes.FOREIGN_KEY);
    shapes.put("check", ConstraintShapes.CHECK);
    shapes.put("exclusion", ConstraintShapes.EXCLUSION);
    return shapes;
  }

  static Operation readConstraint(YamlValue value) {
    YamlMap map = value.map(Stream.concat(KEYS.stream(), CONSTRAINTS.keySet().stream()).toList());
    List<Constraint> shapes =
        CONSTRAINTS.entrySet().stream()
            .filter(entry -> map.has(entry.getKey()))
            .<Constraint>map(entry -> entry.getValue().read(map.required(entry.getKey())))
            .toList();
    if (shapes.size() > 1) {
      throw value.problem(
          "one constraint is renamed, so give one of %s"
              .formatted(String.join(", ", CONSTRAINTS.keySet())));
    }
    return new RenameConstraint(
        OperationReader.table(map),
        map.required("from").text(),
        map.required("to").text(),
        shapes.stream().findFirst());
  }

  static Operation readIndex(YamlValue value) {
    YamlMap map = value.map("table", "from", "to", "index");
    return new RenameIndex(
        OperationReader.table(map),
        map.required("from").text(),
        map.required("to").text(),
        map.optional("index").map(IndexShape.INDEX::read));
  }

  static Node write(RenameConstraint operation) {
    YamlNodes.Entries entries = names(operation.table(), operation.from(), operation.to());
    Optional<Constraint> shape = operation.shape();
    if (shape.isPresent()) {
      write(shape.get(), entries);
    }
    return entries.node();
  }

  private static void write(Constraint shape, YamlNodes.Entries entries) {
    if (shape instanceof PrimaryKey key) {
      entries.put("primary_key", ConstraintShapes.PRIMARY_KEY.write(key));
    } else if (shape instanceof UniqueConstraint unique) {
      entries.put("unique", ConstraintShapes.UNIQUE.write(unique));
    } else if (shape instanceof ForeignKey key) {
      entries.put("foreign_key", ConstraintShapes.FOREIGN_KEY.write(key));
    } else if (shape instanceof CheckConstraint check) {
      entries.put("check", ConstraintShapes.CHECK.write(check));
    } else if (shape instanceof ExclusionConstraint exclusion) {
      entries.put("exclusion", ConstraintShapes.EXCLUSION.write(exclusion));
    }
  }

  static Node write(RenameIndex operation) {
    return names(operation.table(), operation.from(), operation.to())
        .putIfPresent("index", operation.shape(), IndexShape.INDEX::write)
        .node();
  }

  private static YamlNodes.Entries names(QualifiedName table, String from, String to) {
    return YamlNodes.map().put("table", ScalarCodec.name(table)).put("from", from).put("to", to);
  }
}
