package dev.migrator.scenario;

import dev.migrator.command.CreateRevision;
import dev.migrator.command.Downgrade;
import dev.migrator.command.PrintScript;
import dev.migrator.command.Project;
import dev.migrator.command.ProjectOptions;
import dev.migrator.command.Upgrade;
import dev.migrator.revision.Direction;
import dev.migrator.testing.Folders;
import dev.migrator.testing.SourceCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/** A project in a folder of its own, driven by the commands as a user drives them. */
final class ScenarioProject implements AutoCloseable {

  private final Path folder;
  private final Path classes;

  ScenarioProject(String url, ScenarioOptions options) throws IOException {
    folder = Files.createTempDirectory("migrator-scenario");
    classes = Files.createDirectory(folder.resolve("classes"));
    Files.createDirectory(folder.resolve("migrations"));
    Map<String, Object> models = new LinkedHashMap<>(options.models());
    models.put("classpath", List.of("classes"));
    Files.writeString(
        folder.resolve("migrator.yaml"),
        new Yaml().dump(Map.of("database", Map.of("url", url), "models", models)));
  }

  /** Compiles sources in place of those that were there. */
  void useModel(Map<String, String> sources) throws IOException {
    Folders.delete(classes);
    SourceCompiler.compile(sources, classes);
  }

  /** The file of a new revision with what differs; empty if nothing does. */
  Optional<Path> autogenerate(String message) {
    return CreateRevision.run(
            open(),
            new CreateRevision.Request(message, CreateRevision.Source.DATABASE, false, Set.of()))
        .file();
  }

  /** The statements of an upgrade, as they were run. */
  List<String> upgrade() {
    StatementRecorder recorder = new StatementRecorder();
    Upgrade.run(open(), new Upgrade.Request("head"), recorder);
    return recorder.statements();
  }

  /** The statements of a downgrade, as they were run. */
  List<String> downgrade(String target) {
    StatementRecorder recorder = new StatementRecorder();
    Downgrade.run(open(), new Downgrade.Request(target), recorder);
    return recorder.statements();
  }

  /** The script of an upgrade or downgrade, without what only a database's own shell reads. */
  String script(Direction direction, String target) {
    return PrintScript.run(
        open(),
        new PrintScript.Request(direction, target, true),
        warning -> {
          throw new AssertionError("a warning: " + warning);
        });
  }

  private Project open() {
    return Project.open(
        new ProjectOptions(
            folder.resolve("migrator.yaml"),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            Optional.empty()));
  }

  @Override
  public void close() throws IOException {
    Folders.delete(folder);
  }
}
