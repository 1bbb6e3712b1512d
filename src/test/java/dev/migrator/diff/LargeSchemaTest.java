package dev.migrator.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.Column;
import dev.migrator.schema.Dependencies;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Five thousand tables, each of which refers to the next one: what recursed, or looked at all
 * tables for each table, would not come to an end here.
 */
class LargeSchemaTest {

  private static final int TABLES = 5_000;

  private final Schema schema =
      Schema.of(IntStream.range(0, TABLES).mapToObj(this::table).toList());

  @Test
  void isCreatedAndDroppedInOrder() {
    Assertions.assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          List<SchemaChange> changes = SchemaDiffer.diff(Schema.EMPTY, schema);
          assertThat(changes).hasSize(TABLES);
          assertThat(changes.get(0).describe()).isEqualTo("create table t04999");
          assertThat(DependencyOrder.of(changes, Dependencies.NONE)).isEqualTo(changes);

          List<SchemaChange> dropped = new ArrayList<>(SchemaDiffer.diff(schema, Schema.EMPTY));
          Collections.reverse(dropped);
          assertThat(dropped.stream().map(SchemaChange::inverse))
              .containsExactlyElementsOf(changes);
        });
  }

  private Table table(int number) {
    Table table =
        Table.of(
            name(number),
            List.of(
                Column.of("id", BasicType.of(BasicType.Kind.BIGINT), false),
                Column.of("next", BasicType.of(BasicType.Kind.BIGINT), true)));
    return number + 1 == TABLES
        ? table
        : table.withForeignKeys(
            List.of(
                new ForeignKey(
                    Optional.empty(),
                    List.of("next"),
                    name(number + 1),
                    List.of("id"),
                    ForeignKeyAction.NO_ACTION,
                    ForeignKeyAction.NO_ACTION)));
  }

  private static QualifiedName name(int number) {
    return QualifiedName.of("t%05d".formatted(number));
  }
}
