package dev.migrator.scenario;

import dev.migrator.command.Decisions;
import dev.migrator.command.PrintScript;
import dev.migrator.revision.Direction;
import dev.migrator.testing.Folders;
import dev.migrator.testing.SourceCompiler;
import dev.migrator.testing.TestProject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The project of a scenario: its model is compiled from text. */
final class ScenarioProject implements AutoCloseable {

  private final TestProject project;

  ScenarioProject(String url, ScenarioOptions options) throws IOException {
    Map<String, Object> models = new LinkedHashMap<>(options.models());
    models.put("classpath", List.of("classes"));
    project = new TestProject(url, models);
  }

  /** Where the classes of the model are. */
  Path classes() {
    return project.folder().resolve("classes");
  }

  /** Compiles sources in place of those that were there. */
  void useModel(Map<String, String> sources) throws IOException {
    Folders.delete(classes());
    SourceCompiler.compile(sources, classes());
  }

  /** The file of a new revision with what differs; empty if nothing does. */
  Optional<Path> autogenerate(String message) {
    return project.autogenerate(message);
  }

  /** The same with what a person decides. */
  Optional<Path> autogenerate(String message, Decisions decisions) {
    return project.autogenerate(message, decisions);
  }

  /** The statements of an upgrade, as they were run. */
  List<String> upgrade() {
    StatementRecorder recorder = new StatementRecorder();
    project.upgrade("head", recorder);
    return recorder.statements();
  }

  /** The statements of a downgrade, as they were run. */
  List<String> downgrade(String target) {
    StatementRecorder recorder = new StatementRecorder();
    project.downgrade(target, recorder);
    return recorder.statements();
  }

  /** The script of an upgrade or downgrade, without what only a database's own shell reads. */
  String script(Direction direction, String target) {
    return PrintScript.run(
        project.open(),
        new PrintScript.Request(direction, target, true),
        warning -> {
          throw new AssertionError("a warning: " + warning);
        });
  }

  @Override
  public void close() throws IOException {
    project.close();
  }
}
