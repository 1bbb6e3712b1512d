package dev.migrator.hibernate;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Types;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.env.spi.IdentifierCaseStrategy;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelper;
import org.hibernate.engine.jdbc.env.spi.IdentifierHelperBuilder;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.type.descriptor.jdbc.VarbinaryJdbcType;

/**
 * SQLite's dialect without three peculiarities, because of which Hibernate would not even accept
 * what it created itself.
 *
 * <p>SQLite does not tell the case of letters apart, but Hibernate's validation does: to it a table
 * {@code person} is not the {@code Person} of the model. And Hibernate declares the identity column
 * of a {@code Long} as {@code integer}, since SQLite numbers the rows of no other, and then misses
 * a {@code bigint}.
 */
public final class LenientSqliteDialect extends SQLiteDialect {

  public LenientSqliteDialect(DialectResolutionInfo info) {
    super(info);
  }

  @Override
  public IdentifierHelper buildIdentifierHelper(
      IdentifierHelperBuilder builder, DatabaseMetaData metadata) throws SQLException {
    super.buildIdentifierHelper(builder, metadata);
    builder.setUnquotedCaseStrategy(IdentifierCaseStrategy.LOWER);
    return builder.build();
  }

  @Override
  public boolean equivalentTypes(int one, int other) {
    return super.equivalentTypes(one, other)
        || (one == Types.INTEGER && other == Types.BIGINT)
        || (one == Types.BIGINT && other == Types.INTEGER);
  }

  @Override
  public void contributeTypes(TypeContributions contributions, ServiceRegistry registry) {
    super.contributeTypes(contributions, registry);
    contributions
        .getTypeConfiguration()
        .getJdbcTypeRegistry()
        .addDescriptor(Types.BLOB, VarbinaryJdbcType.INSTANCE);
  }
}
