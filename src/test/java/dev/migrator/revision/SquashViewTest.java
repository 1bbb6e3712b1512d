package dev.migrator.revision;

import static dev.migrator.revision.Graphs.headers;
import static dev.migrator.revision.Graphs.ids;
import static dev.migrator.revision.Graphs.names;
import static dev.migrator.revision.Graphs.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquashViewTest {

  private static final String SQUASHED = "a, b(a), c(b), d(c), e(d), s(a) =b =c =d";
  private static final String NESTED = SQUASHED + ", f(e), t =a =b =c =d =s =e";

  @ParameterizedTest
  @CsvSource({
    "'', a s e => e",
    "a, s e => e",
    "b, c d e => e",
    "c, d e => e",
    "d, e => e",
    "s, e => e",
    "e, ' => e'"
  })
  void goesOnFromWhereADatabaseIs(String rows, String expected) {
    assertThat(upgrade(SQUASHED, rows)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'', t f => f",
    "a, s e f => f",
    "b, c d e f => f",
    "d, e f => f",
    "s, e f => f",
    "e, f => f",
    "t, f => f",
    "f, ' => f'"
  })
  void squashesWhatWasSquashed(String rows, String expected) {
    assertThat(upgrade(NESTED, rows)).isEqualTo(expected);
  }

  @Test
  void needsNoFileOfWhatItReplaces() {
    assertThat(upgrade("a, e(d), s(a) =b =c =d", "a")).isEqualTo("s e => e");
    assertThat(upgrade("a, e(d), s(a) =b =c =d", "d")).isEqualTo("e => e");
    assertThatThrownBy(() -> upgrade("a, b(a), e(d), s(a) =b =c =d", "b"))
        .isInstanceOf(UnfinishedSquashException.class)
        .hasMessageContaining("these 2 have no file: c, d. Bring them back");
  }

  @Test
  void knowsTheLastOfThoseThatItReplacesByBothNames() {
    RevisionGraph graph = Graphs.graph(SQUASHED);
    assertThat(names(graph.history())).isEqualTo("e s a");
    assertThat(graph.resolve("d").id()).isEqualTo(new RevisionId("s"));
    assertThat(graph.standing(ids("d"))).isEqualTo(ids("s"));
    assertThatThrownBy(() -> graph.resolve("c")).isInstanceOf(ReplacedRevisionException.class);
    RevisionGraph inside = RevisionGraph.of(headers(SQUASHED), ids("b"));
    assertThat(names(inside.history())).isEqualTo("e d c b a");
    assertThat(inside.resolve("s").id()).isEqualTo(new RevisionId("d"));
  }

  @Test
  void isFollowedAndDependedOnInPlaceOfThoseThatItReplaces() {
    String depending = "a, b(a), c(b), x +b, s =a =b =c";
    assertThat(upgrade(depending, "")).isEqualTo("s x => x");
    assertThat(upgrade(depending, "a")).isEqualTo("b c x => c x");
  }

  @Test
  void refusesRowsThatImplyOneAnother() {
    RevisionGraph graph = Graphs.graph("a, b(a), c(b)");
    assertThatThrownBy(() -> graph.upgrade(ids("a c"), Target.HEAD))
        .isInstanceOf(ContradictoryRowsException.class)
        .hasMessageContaining("holds a beside c, which already includes it")
        .hasMessageContaining("'migrator stamp --purge c'");
    assertThat(graph.contradiction(ids("c"))).isEmpty();
  }

  @Test
  void takesLinesWithLabelsOfTheirOwnForSeveral() {
    assertThat(names(Graphs.graph("a, b(a), c(a)").competingHeads())).isEqualTo("b c");
    assertThat(names(Graphs.graph("a, b(a) #x, c(a) #y").competingHeads())).isEmpty();
    assertThat(names(Graphs.graph("a, b(a) #x, c(a), d(b), e(b)").competingHeads()))
        .isEqualTo("d e");
  }

  private static String upgrade(String text, String rows) {
    Set<RevisionId> current = ids(rows);
    RevisionGraph graph = RevisionGraph.of(headers(text), current);
    return steps(current, graph.upgrade(current, Target.HEADS));
  }
}
