package dev.migrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.cli.CliScript.Answer;
import dev.migrator.cli.CliScript.Command;
import dev.migrator.cli.CliScript.Step;
import dev.migrator.cli.CliScript.WriteFile;
import dev.migrator.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Types every command that the documentation shows, a section at a time, and holds the answers
 * against what stands below it. A block of Java or YAML whose first line names a file is written
 * before the commands that follow. A section that does not begin with {@code init} works in this
 * repository's own project.
 */
class DocumentationTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(console|java|yaml)\\n(.*?)^```$");
  private static final Pattern FILE_NAME = Pattern.compile("(?://|#) (\\S+\\.(?:java|yaml))\\n");

  @TestFactory
  Stream<DynamicTest> sections() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages) {
      for (String section : Files.readString(page).split("(?m)^(?=## )")) {
        List<Step> steps = steps(section);
        if (!commands(steps).isEmpty()) {
          String title = section.lines().findFirst().orElse("");
          tests.add(DynamicTest.dynamicTest(page + " " + title, () -> run(steps)));
        }
      }
    }
    return tests.stream();
  }

  private static void run(List<Step> steps) throws IOException {
    boolean own = commands(steps).stream().anyMatch(c -> c.text().equals("migrator init"));
    List<Step> all = new ArrayList<>(own ? List.of() : project());
    all.addAll(steps);
    try (TestDatabase database = TestDatabase.sqlite();
        CliSession session = new CliSession(database, new CliScript("", all))) {
      List<Command> actual = commands(session.run().steps());
      List<Command> expected = commands(steps);
      for (int index = 0; index < expected.size(); index++) {
        assertThat(lines(actual.get(index).expected()))
            .as("$ " + expected.get(index).text())
            .containsExactlyInAnyOrderElementsOf(lines(expected.get(index).expected()));
      }
    }
  }

  private static List<Step> project() throws IOException {
    List<Step> files = new ArrayList<>();
    files.add(file(Path.of("migrator.yaml")));
    try (Stream<Path> migrations = Files.list(Path.of("migrations"))) {
      for (Path path : migrations.sorted().toList()) {
        files.add(file(path));
      }
    }
    return files;
  }

  private static WriteFile file(Path path) throws IOException {
    return new WriteFile(path.toString(), Files.readAllLines(path));
  }

  private static List<Step> steps(String section) {
    List<Step> steps = new ArrayList<>();
    Matcher block = BLOCK.matcher(section);
    while (block.find()) {
      String text = block.group(2);
      Matcher name = FILE_NAME.matcher(text);
      if (block.group(1).equals("console")) {
        steps.addAll(CliScript.parse(text.replace("$ bin/", "$ ")).steps());
      } else if (name.lookingAt()) {
        steps.add(new WriteFile(name.group(1), text.lines().skip(1).toList()));
      }
    }
    return steps;
  }

  private static List<Command> commands(List<Step> steps) {
    return steps.stream().filter(Command.class::isInstance).map(Command.class::cast).toList();
  }

  /** What a person sees at a terminal, without what differs from run to run. */
  private static List<String> lines(Answer answer) {
    return Stream.concat(answer.out().stream(), answer.err().stream())
        .map(line -> line.replaceAll("(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])|\\[ID]", "ID"))
        .map(line -> line.replaceAll("(\\d+|\\[MS]) ms", "MS ms"))
        .toList();
  }
}
