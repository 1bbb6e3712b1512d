package dev.migrator.command;

import dev.migrator.diff.SchemaDiffer;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SchemaChange;
import dev.migrator.operation.SchemaMismatchException;
import dev.migrator.revision.Revision;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What one revision does in place of several: the same, one after the other. Changes that begin
 * with an empty schema have no rows to keep, so of these only what they come to is left.
 *
 * @param upgrade what it does
 * @param downgrade what undoes it
 */
record SquashedOperations(List<Operation> upgrade, List<Operation> downgrade) {

  /**
   * The operations of a range.
   *
   * @param before the schema before the first of them
   */
  static SquashedOperations of(List<Revision> revisions, Schema before) {
    List<Operation> upgrade =
        revisions.stream().flatMap(revision -> revision.upgrade().stream()).toList();
    List<Revision> newestFirst = new ArrayList<>(revisions);
    Collections.reverse(newestFirst);
    List<Operation> downgrade =
        newestFirst.stream().flatMap(revision -> revision.downgrade().stream()).toList();
    List<SchemaChange> leading = before.equals(Schema.EMPTY) ? leadingChanges(upgrade) : List.of();
    Optional<List<SchemaChange>> sum = sum(leading);
    if (sum.isEmpty()) {
      return new SquashedOperations(upgrade, downgrade);
    }
    List<Operation> shorter = new ArrayList<>(sum.get());
    shorter.addAll(upgrade.subList(leading.size(), upgrade.size()));
    boolean whole =
        leading.size() == upgrade.size()
            && downgrade.stream().allMatch(SchemaChange.class::isInstance);
    return new SquashedOperations(shorter, whole ? inverse(sum.get()) : downgrade);
  }

  private static List<SchemaChange> leadingChanges(List<Operation> operations) {
    List<SchemaChange> leading = new ArrayList<>();
    for (Operation operation : operations) {
      boolean verbatim = operation instanceof CreateTable creation && creation.sql().isPresent();
      if (verbatim || !(operation instanceof SchemaChange change)) {
        return leading;
      }
      leading.add(change);
    }
    return leading;
  }

  /** What changes of an empty schema come to; empty where that is not less or cannot be told. */
  private static Optional<List<SchemaChange>> sum(List<SchemaChange> changes) {
    Schema schema = Schema.EMPTY;
    try {
      for (SchemaChange change : changes) {
        schema = change.applyTo(schema);
      }
    } catch (SchemaMismatchException foreign) {
      return Optional.empty();
    }
    if (!schema.definitions().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(SchemaDiffer.diff(Schema.EMPTY, schema))
        .filter(sum -> sum.size() < changes.size());
  }

  private static List<Operation> inverse(List<SchemaChange> changes) {
    List<Operation> inverse = new ArrayList<>();
    changes.forEach(change -> inverse.add(0, change.inverse()));
    return inverse;
  }
}
