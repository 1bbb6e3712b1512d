package dev.migrator.entity;

import dev.migrator.schema.ModelHints;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * What the annotated classes say.
 *
 * @param schema the schema that they need; what they leave unnamed has no name
 * @param hints what they say of the way to it
 * @param eitherWays what a database may have in more than one way
 * @param warnings what is most likely not meant
 */
public record EntityModel(
    Schema schema, ModelHints hints, List<EitherWay> eitherWays, List<ModelWarning> warnings) {

  public EntityModel {
    eitherWays = List.copyOf(eitherWays);
    warnings = List.copyOf(warnings);
  }

  /** The schema with what may be either way as it is in the database. */
  public Schema settled(Schema current) {
    Schema settled = schema;
    for (EitherWay each : eitherWays) {
      Optional<Table> there = current.table(each.table());
      if (there.isPresent()) {
        settled = settled.withTable(each.table(), table -> each.settled(table, there.get()));
      }
    }
    return settled;
  }
}
