package dev.migrator.dialect;

import dev.migrator.schema.Dependencies;
import dev.migrator.schema.Dependencies.Thing;
import dev.migrator.schema.Expression;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * Everything that a database holds in all the schemas that people made.
 *
 * @param schema what it holds, as a file is to say it; objects of the connection's current schema
 *     are unqualified
 * @param dependencies what stands on what of it
 * @param texts the statements that a database keeps of its tables, of those for which they would
 *     otherwise be written in other words
 * @param leftOut what it holds beside that, a line for each thing
 * @param unmakeable what of the schema cannot be made again because of what is left out or missing,
 *     with the reason: {@code which needs foreign table prices}
 */
public record Survey(
    Schema schema,
    Dependencies dependencies,
    Map<QualifiedName, Expression> texts,
    List<String> leftOut,
    Map<Thing, String> unmakeable) {

  public Survey {
    texts = Map.copyOf(texts);
    leftOut = List.copyOf(leftOut);
    unmakeable = Map.copyOf(unmakeable);
  }
}
