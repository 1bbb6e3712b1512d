package dev.migrator.command;

import dev.migrator.dialect.Background;
import dev.migrator.execute.Database;
import dev.migrator.execute.ExecutionListener;
import dev.migrator.execute.ExecutionSettings;
import dev.migrator.execute.Executor;
import dev.migrator.execute.JavaRunner;
import dev.migrator.execute.RevisionSource;
import dev.migrator.execute.SchemaSource;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.UnfilledPlace;
import dev.migrator.schema.Schema;
import java.util.List;
import java.util.SortedSet;

/** What an executor needs of a project. */
final class Execution {

  private Execution() {}

  static Executor executor(Project project, Database database, ExecutionListener listener) {
    return new Executor(
        database,
        settings(project),
        revisions(project),
        schemas(project),
        new JavaRunner(() -> project.configuration().models().classPath().paths()),
        listener);
  }

  static ExecutionSettings settings(Project project) {
    return new ExecutionSettings(
        project.ownTables(),
        project.lockTimeout(),
        project.configuration().database().ddlLockTimeout(),
        project.options().arguments(),
        Version.text());
  }

  static RevisionSource revisions(Project project) {
    return new RevisionSource() {
      @Override
      public Revision read(RevisionId id) {
        return project.revisions().read(id);
      }

      @Override
      public List<UnfilledPlace> unfilled(RevisionId id) {
        return project.revisions().unfilled(id);
      }

      @Override
      public String checksum(RevisionId id) {
        return project.revisions().checksum(id);
      }
    };
  }

  static SchemaSource schemas(Project project) {
    return new SchemaSource() {
      @Override
      public Schema current(Database database, SortedSet<RevisionId> heads) {
        return Comparison.everything(
            project, database, Background.begin(() -> project.replayApplied(heads)));
      }

      @Override
      public Schema replayed(SortedSet<RevisionId> heads) {
        return project.replayApplied(heads);
      }
    };
  }
}
