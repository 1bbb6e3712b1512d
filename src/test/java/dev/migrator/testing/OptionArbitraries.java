package dev.migrator.testing;

import dev.migrator.schema.ColumnOptions;
import dev.migrator.schema.ConflictAction;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ForeignKeyOptions;
import dev.migrator.schema.InKey;
import dev.migrator.schema.IndexOptions;
import dev.migrator.schema.KeyOptions;
import dev.migrator.schema.Parameters;
import dev.migrator.schema.Partition;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.ReplicaIdentity;
import dev.migrator.schema.RowSecurity;
import dev.migrator.schema.TableOptions;
import dev.migrator.schema.Validity;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random ways in which tables, columns and constraints are kept; most often none.
 *
 * @param texts makes names and values
 * @param names makes names with a schema
 */
record OptionArbitraries(Arbitrary<String> texts, Arbitrary<QualifiedName> names) {

  private static <T> Arbitrary<T> seldom(T usual, Arbitrary<T> others) {
    return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(usual)), Tuple.of(1, others));
  }

  private static Arbitrary<Boolean> flag() {
    return Arbitraries.of(true, false);
  }

  private Arbitrary<Parameters> parameters() {
    return Arbitraries.maps(texts, texts).ofMaxSize(2).map(Parameters::of);
  }

  Arbitrary<KeyOptions> keys() {
    return seldom(
        KeyOptions.NONE,
        Combinators.combine(
                texts.list().ofMaxSize(2),
                Arbitraries.of(Deferral.class),
                parameters(),
                texts.optional(),
                flag(),
                Arbitraries.of(ConflictAction.class).optional(),
                texts.list().ofMaxSize(2),
                Arbitraries.maps(texts, texts).ofMaxSize(2))
            .as(KeyOptions::new));
  }

  Arbitrary<ForeignKeyOptions> foreignKeys() {
    return seldom(
        ForeignKeyOptions.NONE,
        Combinators.combine(
                flag(),
                texts.list().ofMaxSize(2),
                Arbitraries.of(Deferral.class),
                Arbitraries.of(Validity.class))
            .as(
                (full, set, deferral, validity) ->
                    new ForeignKeyOptions(full, false, set, deferral, validity)));
  }

  Arbitrary<IndexOptions> indexes() {
    return seldom(
        IndexOptions.NONE,
        Combinators.combine(flag(), parameters(), texts.optional()).as(IndexOptions::new));
  }

  Arbitrary<ColumnOptions> columns() {
    return seldom(
        ColumnOptions.NONE,
        Combinators.combine(
                texts.optional(),
                texts.optional(),
                Arbitraries.integers().optional(),
                parameters(),
                texts.optional(),
                flag(),
                Arbitraries.of(ConflictAction.class).optional(),
                Arbitraries.of(InKey.class).optional())
            .as(ColumnOptions::new));
  }

  Arbitrary<TableOptions> tables() {
    Arbitrary<ReplicaIdentity> identity =
        Combinators.combine(Arbitraries.of(ReplicaIdentity.Kind.class), texts.optional())
            .as(ReplicaIdentity::new);
    Arbitrary<TableOptions> postgresql =
        Combinators.combine(
                flag(),
                parameters(),
                texts.optional(),
                texts.optional(),
                Arbitraries.of(RowSecurity.class),
                texts.optional(),
                Combinators.combine(names, texts).as(Partition::new).optional(),
                identity.optional())
            .as(
                (unlogged, settings, method, space, security, key, partition, replica) ->
                    new TableOptions(
                        unlogged, settings, method, space, security, key, partition, List.of(),
                        replica, false, false, false));
    Arbitrary<TableOptions> sqlite =
        Combinators.combine(flag(), flag(), flag()).as(TableOptions::sqlite);
    return seldom(TableOptions.NONE, Arbitraries.oneOf(postgresql, sqlite));
  }
}
