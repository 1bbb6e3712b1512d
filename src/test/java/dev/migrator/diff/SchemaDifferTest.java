package dev.migrator.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.operation.Operation;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.ModelHints;
import dev.migrator.schema.Schema;
import dev.migrator.testing.RandomSchemas;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of the differ, on random schemas. */
class SchemaDifferTest {

  @Provide
  Arbitrary<Schema> schemas() {
    return RandomSchemas.any();
  }

  @Property
  void theSameSchemaGivesNoChange(@ForAll("schemas") Schema schema) {
    assertThat(SchemaDiffer.diff(schema, schema)).isEmpty();
  }

  @Property
  void theChangesLeadToTheTarget(@ForAll("schemas") Schema from, @ForAll("schemas") Schema to) {
    Schema reached = apply(SchemaDiffer.diff(from, to), from);

    assertThat(reached.withoutColumnOrder()).isEqualTo(to.withoutColumnOrder());
  }

  @Property
  void theInversesReversedLeadBack(@ForAll("schemas") Schema from, @ForAll("schemas") Schema to) {
    List<SchemaChange> changes = SchemaDiffer.diff(from, to);
    List<SchemaChange> inverses =
        new ArrayList<>(changes.stream().map(SchemaChange::inverse).toList());
    Collections.reverse(inverses);

    Schema back = apply(inverses, apply(changes, from));

    assertThat(back.withoutColumnOrder()).isEqualTo(from.withoutColumnOrder());
  }

  @Property
  void theOutputIsDeterministic(@ForAll("schemas") Schema from, @ForAll("schemas") Schema to) {
    assertThat(SchemaDiffer.diff(from, to)).isEqualTo(SchemaDiffer.diff(from, to));
  }

  @Property
  void aModelThatIsThereGivesNoChange(@ForAll("schemas") Schema schema) {
    ModelComparison comparison =
        ModelComparison.compare(
            schema, List.of(), ModelHints.NONE, schema, schema, s -> s, name -> false);

    assertThat(comparison.changes()).isEmpty();
    assertThat(comparison.unmanaged()).isEmpty();
  }

  @Property
  void aModelOverManagedTablesGivesTheModel(
      @ForAll("schemas") Schema model, @ForAll("schemas") Schema current) {
    ModelComparison comparison =
        ModelComparison.compare(
            model, List.of(), ModelHints.NONE, current, current, s -> s, name -> false);

    Schema reached = apply(comparison.changes(), current);
    assertThat(reached.withoutColumnOrder())
        .isEqualTo(model.withDomains(current.domains()).withoutColumnOrder());
  }

  @Property
  void whatNoRevisionKnowsStays(
      @ForAll("schemas") Schema model, @ForAll("schemas") Schema current) {
    ModelComparison comparison =
        ModelComparison.compare(
            model, List.of(), ModelHints.NONE, current, Schema.EMPTY, s -> s, name -> false);

    Schema reached = apply(comparison.changes(), current);
    assertThat(reached.tables())
        .extracting("name")
        .containsAll(current.tables().stream().map(t -> (Object) t.name()).toList());
    current
        .tables()
        .forEach(
            table ->
                assertThat(reached.table(table.name()).orElseThrow().columns())
                    .extracting("name")
                    .containsAll(table.columns().stream().map(c -> (Object) c.name()).toList()));
  }

  private static Schema apply(List<? extends Operation> operations, Schema before) {
    Schema schema = before;
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }
}
