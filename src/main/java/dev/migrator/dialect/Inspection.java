package dev.migrator.dialect;

import dev.migrator.schema.Schema;
import java.util.List;

/**
 * What an inspection found.
 *
 * @param schema what the database holds, in normalised form; objects of the connection's current
 *     schema are unqualified
 * @param spellings how the server spells the expressions that were asked for
 * @param faults what is there and does not work, a sentence for each
 */
public record Inspection(Schema schema, Spellings spellings, List<String> faults) {

  public Inspection {
    faults = List.copyOf(faults);
  }
}
