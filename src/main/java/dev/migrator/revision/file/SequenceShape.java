package dev.migrator.revision.file;

import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.Change;
import dev.migrator.operation.Operation;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOwner;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** How sequences, and alterations of them, are written in a file. */
final class SequenceShape {

  static final Shape<Sequence> SEQUENCE =
      new Shape<>(
          List.of(
              "name",
              "type",
              "start",
              "increment",
              "minimum",
              "maximum",
              "cache",
              "cycle",
              "owned_by"),
          SequenceShape::read,
          SequenceShape::write);

  private static final Shape<SequenceOwner> OWNER =
      new Shape<>(
          List.of("table", "column"),
          map ->
              new SequenceOwner(
                  ScalarCodec.name(map.required("table")), map.required("column").text()),
          (entries, owner) ->
              entries.put("table", ScalarCodec.name(owner.table())).put("column", owner.column()));

  private static final Shape<Identity> IDENTITY =
      new Shape<>(
          List.of("generation", "sequence"),
          map ->
              new Identity(
                  generation(map.required("generation")),
                  map.optional("sequence").map(SEQUENCE::read)),
          (entries, identity) ->
              entries
                  .put("generation", ScalarCodec.word(identity.generation()))
                  .putIfPresent("sequence", identity.sequence(), SEQUENCE::write));

  private static final ColumnType USUAL_TYPE = BasicType.of(BasicType.Kind.BIGINT);

  private SequenceShape() {}

  private static Sequence read(YamlMap map) {
    return new Sequence(
        ScalarCodec.name(map.required("name")),
        map.optional("type").map(ScalarCodec::type).orElse(USUAL_TYPE),
        map.optional("start").map(YamlValue::number).orElse(1L),
        map.optional("increment").map(YamlValue::number).orElse(1L),
        map.optional("minimum").map(YamlValue::number),
        map.optional("maximum").map(YamlValue::number),
        map.optional("cache").map(YamlValue::number).orElse(1L),
        map.flag("cycle"),
        map.optional("owned_by").map(OWNER::read));
  }

  /** Start and increment always stand there: a name alone would be a drop by name. */
  private static void write(YamlNodes.Entries entries, Sequence sequence) {
    entries.put("name", ScalarCodec.name(sequence.name()));
    if (!sequence.type().equals(USUAL_TYPE)) {
      entries.put("type", ScalarCodec.type(sequence.type()));
    }
    entries
        .put("start", ScalarCodec.number(sequence.start()))
        .put("increment", ScalarCodec.number(sequence.increment()))
        .putIfPresent("minimum", sequence.minimum(), ScalarCodec::number)
        .putIfPresent("maximum", sequence.maximum(), ScalarCodec::number);
    if (sequence.cache() != 1) {
      entries.put("cache", ScalarCodec.number(sequence.cache()));
    }
    entries.putIf("cycle", sequence.cycle());
    entries.putIfPresent("owned_by", sequence.owner(), OWNER::write);
  }

  static Operation readAlteration(YamlValue value) {
    YamlMap map = value.map(SEQUENCE.keys());
    return new AlterSequence(
        ScalarCodec.name(map.required("name")),
        map.optional("type").map(type -> OperationReader.change(type, ScalarCodec::type)),
        number(map, "start"),
        number(map, "increment"),
        bound(map, "minimum"),
        bound(map, "maximum"),
        number(map, "cache"),
        map.optional("cycle").map(cycle -> OperationReader.change(cycle, YamlValue::bool)),
        map.optional("owned_by").map(owner -> OperationReader.change(owner, SequenceShape::owner)));
  }

  private static Optional<SequenceOwner> owner(YamlValue value) {
    return value.isNull() ? Optional.empty() : Optional.of(OWNER.read(value));
  }

  /** {@code by_default}, or a map where its sequence is not the usual one. */
  static Identity identity(YamlValue value) {
    return value.isMap() ? IDENTITY.read(value) : new Identity(generation(value), Optional.empty());
  }

  private static Identity.Generation generation(YamlValue value) {
    return ScalarCodec.word(value, Identity.Generation.values());
  }

  static Node identity(Identity identity) {
    return identity.sequence().isPresent()
        ? IDENTITY.write(identity)
        : ScalarCodec.word(identity.generation());
  }

  static Optional<Identity> optionalIdentity(YamlValue value) {
    return value.isNull() ? Optional.empty() : Optional.of(identity(value));
  }

  static Node optionalIdentity(Optional<Identity> identity) {
    return identity.map(SequenceShape::identity).orElseGet(YamlNodes::nothing);
  }

  private static Optional<Change<Long>> number(YamlMap map, String key) {
    return map.optional(key).map(given -> OperationReader.change(given, YamlValue::number));
  }

  private static Optional<Change<Optional<Long>>> bound(YamlMap map, String key) {
    return map.optional(key)
        .map(given -> OperationReader.change(given, ScalarCodec::optionalNumber));
  }

  static Node write(AlterSequence operation) {
    return YamlNodes.map()
        .put("name", ScalarCodec.name(operation.name()))
        .putIfPresent("type", operation.type(), c -> OperationWriter.change(c, ScalarCodec::type))
        .putIfPresent("start", operation.start(), SequenceShape::number)
        .putIfPresent("increment", operation.increment(), SequenceShape::number)
        .putIfPresent("minimum", operation.minimum(), SequenceShape::bound)
        .putIfPresent("maximum", operation.maximum(), SequenceShape::bound)
        .putIfPresent("cache", operation.cache(), SequenceShape::number)
        .putIfPresent("cycle", operation.cycle(), c -> OperationWriter.change(c, ScalarCodec::bool))
        .putIfPresent("owned_by", operation.owner(), SequenceShape::owner)
        .node();
  }

  private static Node owner(Change<Optional<SequenceOwner>> change) {
    return OperationWriter.change(
        change, owner -> owner.map(OWNER::write).orElseGet(YamlNodes::nothing));
  }

  private static Node number(Change<Long> change) {
    return OperationWriter.change(change, ScalarCodec::number);
  }

  private static Node bound(Change<Optional<Long>> change) {
    return OperationWriter.change(change, ScalarCodec::optionalNumber);
  }
}
