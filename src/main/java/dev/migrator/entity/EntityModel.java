package dev.migrator.entity;

import dev.migrator.schema.RenameHint;
import dev.migrator.schema.Schema;
import java.util.List;

/**
 * What the annotated classes say.
 *
 * @param schema the schema that they need; what they leave unnamed has no name
 * @param renames what they say was renamed
 * @param warnings what is most likely not meant
 */
public record EntityModel(Schema schema, List<RenameHint> renames, List<ModelWarning> warnings) {

  public EntityModel {
    renames = List.copyOf(renames);
    warnings = List.copyOf(warnings);
  }
}
