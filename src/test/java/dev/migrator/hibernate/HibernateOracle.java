package dev.migrator.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.command.Check;
import dev.migrator.execute.ExecutionListener;
import dev.migrator.testing.TestDatabase;
import dev.migrator.testing.TestProject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.hibernate.HibernateException;

/** Holds a model to Hibernate on one database, both ways. */
public final class HibernateOracle {

  private final JpaModel model;
  private final TestDatabase database;

  public HibernateOracle(JpaModel model, TestDatabase database) {
    this.model = model;
    this.database = database;
  }

  /**
   * All of it, on an empty database. A row that Hibernate does not store in its own schema either
   * is no fault of ours.
   */
  public void holds() throws IOException, SQLException {
    Map<String, String> failures;
    try (TestProject project = new TestProject(database.url(), model.configuration())) {
      project.autogenerate("all");
      project.upgrade("head", ExecutionListener.SILENT);
      assertThat(project.autogenerate("again")).as("autogenerate again").isEmpty();
      failures = validateAndStore();
      project.downgrade("base", ExecutionListener.SILENT);
    }
    isAccepted();
    if (!failures.isEmpty()) {
      failures.keySet().removeAll(HibernateModel.store(model, database).keySet());
    }
    assertThat(failures).as("the rows that Hibernate stores in its own schema alone").isEmpty();
  }

  /**
   * On a database that Migrator has brought to the model: Hibernate's validation passes, and a row
   * of each entity is stored and read again.
   */
  public void acceptsOurs() {
    Map<String, String> failures = validateAndStore();
    if (!failures.isEmpty()) {
      throw new AssertionError(
          "Hibernate does not store and read a row of %s%n%nHibernate's own schema would be:%n%s"
              .formatted(failures, creation()));
    }
  }

  private Map<String, String> validateAndStore() {
    try {
      return HibernateModel.validateAndStore(model, database);
    } catch (HibernateException refusal) {
      throw new AssertionError(
          "Hibernate does not accept our schema: %s%n%nIts own would be:%n%s"
              .formatted(Causes.of(refusal), creation()),
          refusal);
    }
  }

  /** On an empty database: what Hibernate creates is, to {@code check}, what the model wants. */
  public void isAccepted() throws IOException, SQLException {
    List<String> creation = HibernateModel.creation(model, database);
    create(creation);
    String statements = String.join(";\n", creation);
    try (TestProject project = new TestProject(database.url(), model.configuration())) {
      Check.Result result = project.check();
      assertThat(differences(result))
          .as("what differs on the schema that Hibernate created:%n%s%n", statements)
          .isEmpty();
      assertThat(result.unmanaged())
          .filteredOn(object -> !object.startsWith("view "))
          .as("what Hibernate created and our model does not know:%n%s%n", statements)
          .isEmpty();
    }
  }

  private List<String> differences(Check.Result result) {
    return result.findings().stream()
        .filter(finding -> !isSqlite() || !SqliteExceptions.isLeftOut(finding))
        .map(Check.Finding::text)
        .toList();
  }

  private boolean isSqlite() {
    return database.dialectName().equals("sqlite");
  }

  private void create(List<String> creation) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String command : creation) {
        if (isSqlite() && SqliteExceptions.isUnknown(command)) {
          continue;
        }
        try {
          statement.execute(command);
        } catch (SQLException failure) {
          throw new AssertionError(
              "Hibernate's own statement fails: %s%n%s".formatted(command, failure.getMessage()),
              failure);
        }
      }
    }
  }

  private String creation() {
    return String.join(";\n", HibernateModel.creation(model, database)) + ";";
  }
}
