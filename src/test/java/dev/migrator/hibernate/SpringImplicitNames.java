package dev.migrator.hibernate;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;

/** What Spring Boot configures: a join table is named after the owner's table and the attribute. */
public final class SpringImplicitNames extends ImplicitNamingStrategyJpaCompliantImpl {

  private static final long serialVersionUID = 1L;

  @Override
  public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
    return toIdentifier(
        source.getOwningPhysicalTableName()
            + "_"
            + transformAttributePath(source.getAssociationOwningAttributePath()),
        source.getBuildingContext());
  }
}
