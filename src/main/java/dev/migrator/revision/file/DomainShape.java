package dev.migrator.revision.file;

import dev.migrator.operation.AlterDomain;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Domain;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** How domains, and alterations of them, are written in a file. */
final class DomainShape {

  static final Shape<Domain> DOMAIN =
      new Shape<>(
          List.of("name", "type", "collation", "nullable", "default", "checks", "comment"),
          DomainShape::read,
          DomainShape::write);

  private DomainShape() {}

  private static Domain read(YamlMap map) {
    return new Domain(
        ScalarCodec.name(map.required("name")),
        ScalarCodec.type(map.required("type")),
        map.optional("nullable").map(YamlValue::bool).orElse(true),
        map.text("collation"),
        map.optional("default").map(ScalarCodec::expression),
        map.list("checks", ConstraintShapes.CHECK::read),
        map.text("comment"));
  }

  private static void write(YamlNodes.Entries entries, Domain domain) {
    entries
        .put("name", ScalarCodec.name(domain.name()))
        .put("type", ScalarCodec.type(domain.type()))
        .putIfPresent("collation", domain.collation());
    if (!domain.nullable()) {
      entries.put("nullable", ScalarCodec.bool(false));
    }
    entries
        .putIfPresent("default", domain.defaultValue(), ScalarCodec::expression)
        .putIfAny("checks", domain.checks(), ConstraintShapes.CHECK::write)
        .putIfPresent("comment", domain.comment());
  }

  static Operation readAlteration(YamlValue value) {
    YamlMap map = value.map("name", "nullable", "default", "drop_checks", "add_checks", "comment");
    return new AlterDomain(
        ScalarCodec.name(map.required("name")),
        map.optional("nullable").map(given -> OperationReader.change(given, YamlValue::bool)),
        map.optional("default")
            .map(given -> OperationReader.change(given, ScalarCodec::optionalExpression)),
        map.list("drop_checks", ConstraintShapes.CHECK::read),
        map.list("add_checks", ConstraintShapes.CHECK::read),
        map.optional("comment")
            .map(given -> OperationReader.change(given, ScalarCodec::optionalText)));
  }

  static Node write(AlterDomain operation) {
    return YamlNodes.map()
        .put("name", ScalarCodec.name(operation.name()))
        .putIfPresent(
            "nullable",
            operation.nullable(),
            change -> OperationWriter.change(change, ScalarCodec::bool))
        .putIfPresent(
            "default",
            operation.defaultValue(),
            change -> OperationWriter.change(change, ScalarCodec::optionalExpression))
        .putIfAny("drop_checks", operation.droppedChecks(), ConstraintShapes.CHECK::write)
        .putIfAny("add_checks", operation.addedChecks(), ConstraintShapes.CHECK::write)
        .putIfPresent(
            "comment",
            operation.comment(),
            change -> OperationWriter.change(change, ScalarCodec::optionalText))
        .node();
  }
}
