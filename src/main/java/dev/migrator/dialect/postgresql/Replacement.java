package dev.migrator.dialect.postgresql;

import dev.migrator.operation.ReplaceDefinition;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements that make a definition anew: its own CREATE OR REPLACE where that works, else a
 * drop and a creation, with what stands on it out of the way meanwhile.
 *
 * @param before the schema before
 */
record Replacement(ReplaceDefinition operation, Schema before) {

  List<String> statements() {
    if (DefinitionSql.replaces(operation.from(), operation.to())) {
      return DefinitionSql.create(operation.to());
    }
    List<Definition> standing = DefinitionsOn.definition(before, operation.from());
    Belongings belongings = Belongings.of("definitions", returning(standing));
    List<String> statements = new ArrayList<>(belongings.keep());
    statements.addAll(DefinitionsOn.drop(standing));
    statements.addAll(DefinitionSql.drop(operation.from()));
    statements.addAll(DefinitionSql.create(operation.to()));
    statements.addAll(DefinitionsOn.restore(standing));
    statements.addAll(belongings.giveBack());
    return statements;
  }

  /** A function with other arguments is another one. */
  private List<Definition> returning(List<Definition> standing) {
    List<Definition> returning = new ArrayList<>(standing);
    if (operation.from().identity().equals(operation.to().identity())) {
      returning.add(operation.from());
    }
    return returning;
  }
}
