package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Inspection;
import dev.migrator.dialect.Inspector;
import dev.migrator.dialect.Scope;
import dev.migrator.dialect.Spellings;
import dev.migrator.dialect.Survey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Log;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.tools.JooqLogger;
import org.jooq.tools.jdbc.MockConnection;
import org.jooq.tools.jdbc.MockResult;

/**
 * Reads what a PostgreSQL database holds from its catalogs.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalogs.html">PostgreSQL: system
 *     catalogs</a>
 */
final class PostgresqlInspector implements Inspector {

  // jOOQ greets, advises and remarks on the server's version where no one asked.
  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    JooqLogger.globalThreshold(Log.Level.WARN);
  }

  @Override
  public Inspection inspect(Connection connection, Scope scope) throws SQLException {
    try {
      DSLContext database = using(connection);
      Scope narrowed =
          CatalogReader.hasOtherSchemas(database) ? scope.settled() : scope.inCurrentSchema();
      return inspect(connection, narrowed, new CatalogReader(database, narrowed));
    } catch (DataAccessException failure) {
      throw cause(failure);
    }
  }

  @Override
  public Survey survey(Connection connection, Set<QualifiedName> ownTables) throws SQLException {
    try {
      DSLContext database = using(connection);
      Scope everything = new Scope(CatalogReader.schemas(database), ownTables, List.of());
      CatalogReader reader = new CatalogReader(database, everything);
      Schema shown = reader.schema();
      Spellings texts = ReadBack.of(connection, shown, reader.unabridged());
      DependencyReader found = reader.dependencies();
      return new Survey(
          FileForm.of(StaleRoutines.unchecked(connection, shown), texts),
          found.dependencies(),
          Map.of(),
          reader.leftOut(),
          found.onWhatIsLeftOut());
    } catch (DataAccessException failure) {
      throw cause(failure);
    }
  }

  /** All queries are made, for a connection that finds nothing. */
  @Override
  public void prepare() {
    MockResult nothing = new MockResult(0, DSL.using(SQLDialect.POSTGRES).newResult());
    DSLContext database = using(new MockConnection(query -> new MockResult[] {nothing}));
    new CatalogReader(database, new Scope(Set.of(), Set.of(), List.of())).schema();
  }

  private static Schema normalized(Schema shown) {
    return new PostgresqlNormalizer().normalize(shown, Spellings.NONE);
  }

  private static SQLException cause(DataAccessException failure) {
    SQLException cause = failure.getCause(SQLException.class);
    return cause == null ? new SQLException(failure) : cause;
  }

  private static Inspection inspect(Connection connection, Scope scope, CatalogReader reader)
      throws SQLException {
    Schema shown = reader.schema();
    return new Inspection(
        normalized(shown),
        new ServerSpelling(connection, shown, scope.compared())
            .ask()
            .withDefinitions(Spellings.byName(shown, scope.compared(), FunctionBody::differs)),
        reader.faults());
  }

  private static DSLContext using(Connection connection) {
    Settings settings =
        new Settings()
            .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
            .withExecuteLogging(false);
    return DSL.using(connection, SQLDialect.POSTGRES, settings);
  }
}
