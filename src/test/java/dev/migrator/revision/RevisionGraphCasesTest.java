package dev.migrator.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What Alembic does with random graphs, a state and a target. Every {@code *.json} of the directory
 * in the system property {@code graph.cases} is run besides.
 */
class RevisionGraphCasesTest {

  /**
   * Alembic says of the beginning of several ids that it is not found; we say what it matches. It
   * says that steps up from several heads are ambiguous; we say that nothing follows any of them.
   */
  private static final Map<String, Class<?>[]> ERRORS =
      Map.of(
          "not_found",
          new Class<?>[] {UnknownRevisionException.class, AmbiguousRevisionException.class},
          "ambiguous",
          new Class<?>[] {AmbiguousTargetException.class, RelativeTargetException.class},
          "multiple_heads",
          new Class<?>[] {MultipleHeadsException.class},
          "not_reachable",
          new Class<?>[] {UnreachableTargetException.class},
          "relative_out_of_range",
          new Class<?>[] {RelativeTargetException.class},
          "overlaps",
          new Class<?>[] {OverlappingTargetsException.class});

  @TestFactory
  Stream<DynamicTest> cases() throws IOException, URISyntaxException {
    List<Path> files = new ArrayList<>();
    files.add(
        Path.of(Objects.requireNonNull(getClass().getResource("/graph-cases/cases.json")).toURI()));
    String directory = System.getProperty("graph.cases", "");
    if (!directory.isEmpty()) {
      try (Stream<Path> more = Files.list(Path.of(directory))) {
        more.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
      }
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files) {
      for (JsonNode graphCase : new ObjectMapper().readTree(file.toFile())) {
        String name =
            "%s %s: %s %s"
                .formatted(
                    file.getFileName(),
                    graphCase.get("case").asText(),
                    graphCase.get("command").asText(),
                    graphCase.get("target").asText());
        tests.add(DynamicTest.dynamicTest(name, () -> check(graphCase)));
      }
    }
    return tests.stream();
  }

  private static void check(JsonNode graphCase) {
    RevisionGraph graph = RevisionGraph.of(headers(graphCase));
    JsonNode expected = graphCase.get("expect");
    if (expected.has("error")) {
      assertThatThrownBy(() -> steps(graph, graphCase))
          .isInstanceOfAny(ERRORS.get(expected.get("error").asText()));
      return;
    }
    List<RevisionStep> steps = steps(graph, graphCase);
    assertThat(steps)
        .extracting(step -> step.revision().id().value())
        .containsExactlyInAnyOrderElementsOf(texts(expected.get("steps")));
    assertOrder(graphCase, steps);
    assertThat(rowsAfter(ids(graphCase.get("current")), steps))
        .containsExactlyInAnyOrderElementsOf(ids(expected.get("heads")));
  }

  /** Each step starts from the rows that the one before left. */
  private static Set<RevisionId> rowsAfter(Set<RevisionId> current, List<RevisionStep> steps) {
    Set<RevisionId> rows = current;
    for (RevisionStep step : steps) {
      assertThat(step.before()).isEqualTo(rows);
      rows = step.after();
    }
    return rows;
  }

  /** Nothing runs before what it follows or depends on; nothing is undone before what needs it. */
  private static void assertOrder(JsonNode graphCase, List<RevisionStep> steps) {
    Set<String> all = new HashSet<>();
    steps.forEach(step -> all.add(step.revision().id().value()));
    Set<String> done = new HashSet<>();
    List<RevisionStep> upwards = new ArrayList<>(steps);
    if (graphCase.get("command").asText().equals("downgrade")) {
      Collections.reverse(upwards);
    }
    for (RevisionStep step : upwards) {
      RevisionHeader revision = step.revision();
      Stream.concat(
              revision.parents().stream().map(RevisionId::value), revision.dependsOn().stream())
          .filter(all::contains)
          .forEach(lower -> assertThat(done).contains(lower));
      done.add(revision.id().value());
    }
  }

  private static List<RevisionStep> steps(RevisionGraph graph, JsonNode graphCase) {
    Set<RevisionId> current = ids(graphCase.get("current"));
    Target target = Target.parse(graphCase.get("target").asText());
    return graphCase.get("command").asText().equals("upgrade")
        ? graph.upgrade(current, target)
        : graph.downgrade(current, target);
  }

  private static List<RevisionHeader> headers(JsonNode graphCase) {
    return StreamSupport.stream(graphCase.get("revisions").spliterator(), false)
        .map(
            revision ->
                new RevisionHeader(
                    new RevisionId(revision.get("id").asText()),
                    texts(revision.get("down")).stream().map(RevisionId::new).toList(),
                    texts(revision.get("depends_on")),
                    texts(revision.get("labels")),
                    List.of(),
                    "",
                    Instant.EPOCH))
        .toList();
  }

  private static Set<RevisionId> ids(JsonNode list) {
    Set<RevisionId> ids = new TreeSet<>();
    texts(list).forEach(text -> ids.add(new RevisionId(text)));
    return ids;
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
