package dev.migrator.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;

/** Tests that compare our reading of classes with Hibernate's, without a database. */
abstract class HibernateOracle {

  static void agree(String... types) {
    agree(Naming.JPA, new PhysicalNamingStrategyStandardImpl(), types);
  }

  static void agree(Naming naming, PhysicalNamingStrategy strategy, String... types) {
    EntitySource defaults = Model.DEFAULTS;
    EntitySource source =
        new EntitySource(
            List.of(Model.compile(types)),
            defaults.packages(),
            List.of(),
            List.of(),
            naming,
            Set.of(NullabilityRule.JPA));
    assertThat(PostgresqlLines.of(EntityReader.read(source).schema()))
        .isEqualTo(HibernateSchema.lines(source, strategy));
  }
}
