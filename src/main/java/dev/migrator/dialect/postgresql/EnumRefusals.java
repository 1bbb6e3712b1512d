package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.UnsupportedChangeException;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.EnumValues;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Definition.Kind;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import java.util.Optional;

/**
 * What a rebuild of an enumeration cannot carry over, each named.
 *
 * @param operation the change
 * @param before the schema before it
 * @param to the enumeration after it
 */
record EnumRefusals(
    AlterEnum operation,
    Schema before,
    EnumType to,
    TypeChain chain,
    EnumUses uses,
    EnumDependents dependents) {

  /**
   * Looks for all of it.
   *
   * @throws UnsupportedChangeException naming the first
   */
  void check() {
    refusePartitionKeys();
    refuseTypesInSql();
    EnumValues.without(operation.removed(), to.values()).forEach(this::refuseMentions);
  }

  private void refusePartitionKeys() {
    for (EnumUses.Use use : uses.all()) {
      Optional<String> key = use.table().options().partitionBy();
      if (key.filter(text -> SqlTokens.mentions(text, use.column().name())).isPresent()) {
        throw refusal(
            "table '%s' is partitioned by column '%s', and PostgreSQL cannot change the type of a partition key. Make another table with another type, move the rows, and drop this one."
                .formatted(use.table().name(), use.column().name()));
      }
    }
  }

  /** Ranges over the enumeration, say. */
  private void refuseTypesInSql() {
    for (Definition definition : before.definitions()) {
      if (definition.kind() == Kind.TYPE
          && definition.mentioned().contains(operation.name().name())) {
        throw refusal(
            "%s is made of it, and cannot be converted. Drop what uses that type first."
                .formatted(definition));
      }
    }
  }

  private void refuseMentions(String value) {
    dependents
        .texts(chain)
        .filter(
            text -> TypeMentions.value(text.sql(), value, operation.name().name(), text.columns()))
        .findFirst()
        .ifPresent(
            text -> {
              throw refusal(
                  "%s names the removed value '%s'. Change or drop it first."
                      .formatted(text.owner(), value));
            });
  }

  private UnsupportedChangeException refusal(String reason) {
    return new UnsupportedChangeException(operation, reason);
  }
}
