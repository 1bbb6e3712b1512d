package dev.migrator.revision.file;

import dev.migrator.schema.ColumnOptions;
import dev.migrator.schema.InKey;
import dev.migrator.schema.Parameters;
import dev.migrator.schema.Partition;
import dev.migrator.schema.ReplicaIdentity;
import dev.migrator.schema.RowSecurity;
import dev.migrator.schema.TableOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How it is written in a file in which way tables and columns are kept. */
final class OptionShapes {

  private static final Shape<Partition> PARTITION =
      new Shape<>(
          List.of("table", "bound"),
          map ->
              new Partition(ScalarCodec.name(map.required("table")), map.required("bound").text()),
          (entries, partition) ->
              entries
                  .put("table", ScalarCodec.name(partition.of()))
                  .put("bound", partition.bound()));

  private static final Shape<ReplicaIdentity> REPLICA_IDENTITY =
      new Shape<>(
          List.of("kind", "index"),
          map ->
              new ReplicaIdentity(
                  ScalarCodec.word(map.required("kind"), ReplicaIdentity.Kind.values()),
                  map.text("index")),
          (entries, identity) ->
              entries
                  .put("kind", ScalarCodec.word(identity.kind()))
                  .putIfPresent("index", identity.index()));

  /** The keys stand among those of the table. */
  static final Shape<TableOptions> TABLE =
      new Shape<>(
          List.of(
              "unlogged",
              "with",
              "access_method",
              "tablespace",
              "row_security",
              "partition_by",
              "partition_of",
              "inherits",
              "replica_identity",
              "strict",
              "autoincrement",
              "without_rowid"),
          OptionShapes::readTable,
          OptionShapes::writeTable);

  static final Shape<ColumnOptions> COLUMN =
      new Shape<>(
          List.of(
              "storage",
              "compression",
              "statistics",
              "with",
              "not_null_name",
              "inherited",
              ConstraintShapes.ON_CONFLICT,
              "in_key"),
          OptionShapes::readColumn,
          OptionShapes::writeColumn);

  /** A value that is read as it is written although it is no text to YAML. */
  private static final Pattern PLAIN = Pattern.compile("true|false|0|-?[1-9][0-9]{0,17}");

  private OptionShapes() {}

  private static TableOptions readTable(YamlMap map) {
    return new TableOptions(
        map.flag("unlogged"),
        parameters(map, "with"),
        map.text("access_method"),
        map.text("tablespace"),
        map.optional("row_security")
            .map(value -> ScalarCodec.word(value, RowSecurity.values()))
            .orElse(RowSecurity.DISABLED),
        map.text("partition_by"),
        map.optional("partition_of").map(PARTITION::read),
        map.list("inherits", ScalarCodec::name),
        map.optional("replica_identity").map(REPLICA_IDENTITY::read),
        map.flag("strict"),
        map.flag("autoincrement"),
        map.flag("without_rowid"));
  }

  private static void writeTable(YamlNodes.Entries entries, TableOptions options) {
    entries.putIf("unlogged", options.unlogged());
    parameters(entries, "with", options.parameters());
    entries
        .putIfPresent("access_method", options.accessMethod())
        .putIfPresent("tablespace", options.tablespace());
    if (options.rowSecurity() != RowSecurity.DISABLED) {
      entries.put("row_security", ScalarCodec.word(options.rowSecurity()));
    }
    entries
        .putIfPresent("partition_by", options.partitionBy())
        .putIfPresent("partition_of", options.partition(), PARTITION::write)
        .putIfAny("inherits", options.inherits(), ScalarCodec::name)
        .putIfPresent("replica_identity", options.replicaIdentity(), REPLICA_IDENTITY::write)
        .putIf("strict", options.strict())
        .putIf("autoincrement", options.autoincrement())
        .putIf("without_rowid", options.withoutRowid());
  }

  private static ColumnOptions readColumn(YamlMap map) {
    return new ColumnOptions(
        map.text("storage"),
        map.text("compression"),
        map.optional("statistics").map(value -> Math.toIntExact(value.number())),
        parameters(map, "with"),
        map.text("not_null_name"),
        map.flag("inherited"),
        ConstraintShapes.onConflict(map),
        map.optional("in_key").map(value -> ScalarCodec.word(value, InKey.values())));
  }

  private static void writeColumn(YamlNodes.Entries entries, ColumnOptions options) {
    entries
        .putIfPresent("storage", options.storage())
        .putIfPresent("compression", options.compression())
        .putIfPresent("statistics", options.statistics(), value -> ScalarCodec.number(value));
    parameters(entries, "with", options.parameters());
    entries
        .putIfPresent("not_null_name", options.notNullName())
        .putIf("inherited", options.inherited())
        .putIfPresent(ConstraintShapes.ON_CONFLICT, options.onConflict(), ScalarCodec::word)
        .putIfPresent("in_key", options.inKey(), ScalarCodec::word);
  }

  /** Settings by name, whose values may look like numbers or words in the file. */
  static Parameters parameters(YamlMap map, String key) {
    Map<String, String> values = new LinkedHashMap<>();
    map.optional(key)
        .map(YamlValue::map)
        .ifPresent(
            given -> given.entries().forEach((name, value) -> values.put(name, value.text())));
    return Parameters.of(values);
  }

  static void parameters(YamlNodes.Entries entries, String key, Parameters parameters) {
    if (!parameters.isEmpty()) {
      YamlNodes.Entries values = YamlNodes.map();
      parameters
          .values()
          .forEach(
              (name, value) ->
                  values.put(
                      name,
                      PLAIN.matcher(value).matches()
                          ? YamlNodes.word(value)
                          : YamlNodes.text(value)));
      entries.put(key, values.node());
    }
  }
}
