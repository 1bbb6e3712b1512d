package dev.migrator.testing;

import dev.migrator.command.Check;
import dev.migrator.command.CreateRevision;
import dev.migrator.command.Decisions;
import dev.migrator.command.Downgrade;
import dev.migrator.command.NewRevision;
import dev.migrator.command.Project;
import dev.migrator.command.ProjectOptions;
import dev.migrator.command.Upgrade;
import dev.migrator.execute.ExecutionListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/** A project in a folder of its own, driven by the commands as a user drives them. */
public final class TestProject implements AutoCloseable {

  private final Path folder;

  /**
   * Writes the configuration.
   *
   * @param url the database
   * @param models the block {@code models} of {@code migrator.yaml}
   */
  public TestProject(String url, Map<String, Object> models) throws IOException {
    folder = Files.createTempDirectory("migrator-project");
    Files.createDirectory(folder.resolve("migrations"));
    Files.writeString(
        folder.resolve("migrator.yaml"),
        new Yaml().dump(Map.of("database", Map.of("url", url), "models", models)));
  }

  public Path folder() {
    return folder;
  }

  /** The project as a command sees it. */
  public Project open() {
    return Project.open(ProjectOptions.of(folder.resolve("migrator.yaml"), Map.of()));
  }

  /** The file of a new revision with what differs; empty if nothing does. */
  public Optional<Path> autogenerate(String message) {
    return autogenerate(message, Decisions.NONE);
  }

  /** The file of a new revision with what differs, and with what a person decided. */
  public Optional<Path> autogenerate(String message, Decisions decisions) {
    return CreateRevision.run(
            open(),
            new CreateRevision.Request(
                NewRevision.of(message),
                CreateRevision.Source.DATABASE,
                false,
                decisions,
                false,
                false))
        .file();
  }

  public void upgrade(String target, ExecutionListener listener) {
    Upgrade.run(open(), new Upgrade.Request(target), listener);
  }

  public void downgrade(String target, ExecutionListener listener) {
    Downgrade.run(open(), new Downgrade.Request(target), listener);
  }

  public Check.Result check() {
    return Check.run(open(), false, false);
  }

  @Override
  public void close() throws IOException {
    Folders.delete(folder);
  }
}
