package dev.migrator.command;

import dev.migrator.dialect.Dialect.Access;
import dev.migrator.execute.Database;
import dev.migrator.execute.ExecutionListener;
import dev.migrator.execute.OfflineScript;
import java.util.List;

/** Creates the tool's own tables, and nothing else. */
public final class EnsureVersion {

  private EnsureVersion() {}

  /** The names of the tables that were not there. */
  public static List<String> run(Project project) {
    try (Database database = project.connect(Access.WRITE)) {
      return Execution.executor(project, database, ExecutionListener.SILENT).createTables();
    }
  }

  /** The statements, for a database that is not asked. */
  public static String script(Project project) {
    return OfflineScript.ofTables(
        project.dialect(), Execution.settings(project), Execution.revisions(project));
  }
}
