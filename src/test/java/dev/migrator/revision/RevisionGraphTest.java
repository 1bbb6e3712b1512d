package dev.migrator.revision;

import static dev.migrator.revision.Graphs.graph;
import static dev.migrator.revision.Graphs.headers;
import static dev.migrator.revision.Graphs.ids;
import static dev.migrator.revision.Graphs.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionGraphTest {

  private static final String LINEAR = "a, b(a), c(b), d(c), e(d)";
  private static final String BRANCHED =
      "a, b(a), c1(b) #c1branch, c2(b) #c2branch, d1(c1), d2(c2)";
  private static final String MERGED = BRANCHED + ", e(d1 d2), f(e)";

  @ParameterizedTest
  @CsvSource({
    "c, e, d e => e",
    "'', c, a b c => c",
    "a, +2, b c => c",
    "b, +3, c d e => e",
    "a, b+2, b c d => d",
    "a, d-2, b => b",
    "c, a, ' => c'",
    "c, base, ' => c'",
    "e, head, ' => e'",
    "'', heads, a b c d e => e",
  })
  void upgradesALine(String current, String target, String expected) {
    assertThat(upgrade(LINEAR, current, target)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "e, c, e d => c",
    "c, base, 'c b a => '",
    "c, -1, c => b",
    "e, -3, e d c => b",
    "d, a+2, d => c",
    "d, c-2, d c b => a",
    "'', base, ' => '",
    "a, a, ' => a'",
    "e, e, ' => e'",
  })
  void downgradesALine(String current, String target, String expected) {
    assertThat(downgrade(LINEAR, current, target)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "a, heads, b c1 c2 d1 d2 => d1 d2",
    "b, c2branch@head-1, c2 => c2",
    "c1, c2branch@+1, c2 => c1 c2",
    "c1 c2, c2branch@+1, d2 => c1 d2",
    "'', base+1, a => a",
    "'', +1, a => a",
    "b, c1branch@head, c1 d1 => d1",
    "b, c2branch, c2 => c2",
  })
  void upgradesBranches(String current, String target, String expected) {
    assertThat(upgrade(BRANCHED, current, target)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "d1 d2, a, d2 d1 c2 c1 b => a",
    "d1 d2, base+2, d2 d1 c2 c1 => b",
    "d1 d2, c2branch@base+2, d2 c2 => d1",
    "d1 d2, c2, d2 => c2 d1",
    "d1 d2, c1branch@-1, d1 => c1 d2",
    "c1 d2, d2-1, d2 => c1 c2",
    "d1 d2, c1branch@head-1, d1 => c1 d2",
    "c1 d2, c1branch@b, c1 => d2",
    "c1 d2, c2branch@b, d2 c2 => c1",
    "d1 d2, c2@b, d2 c2 => d1",
    "d1 c2, c2, ' => c2 d1'",
  })
  void downgradesBranches(String current, String target, String expected) {
    assertThat(downgrade(BRANCHED, current, target)).isEqualTo(expected);
  }

  @Test
  void undoesAMergeIntoAllItsBranches() {
    assertThat(upgrade(MERGED, "b", "f")).isEqualTo("c1 c2 d1 d2 e f => f");
    assertThat(downgrade(MERGED, "f", "e")).isEqualTo("f => e");
    assertThat(downgrade(MERGED, "f", "c1branch@c1+1")).isEqualTo("f e => d1 d2");
    assertThat(downgrade(MERGED, "f", "b")).isEqualTo("f e d2 d1 c2 c1 => b");
  }

  /** Rows after each step where two merges join the same branches. */
  @Test
  void appliesTwinMerges() {
    String twins = "a, b1(a), b2(a), b3(a), c1(b1 b2 b3), c2(b1 b2 b3), d1(c1), d2(c2)";
    assertThat(upgrade(twins, "b1 b2 b3", "d2")).isEqualTo("c2 d2 => d2");
    assertThat(upgrade(twins, "d2", "c1")).isEqualTo("c1 => c1 d2");
  }

  @Test
  void impliesDependencies() {
    String one = "a1, b1(a1), c1(b1), d1(c1), a2, b2(a2), c2(b2) +c1";
    assertThat(downgrade(one, "c2 d1", "c1")).isEqualTo("d1 => c2");
    String two =
        "a1, a2, a3, b1, b2, c1, c2, c3, amerge(a1 a2 a3), bmerge(b1 b2), cmerge(c1 c2 c3),"
            + " d1 +a3 +b2 +c1";
    assertThat(downgrade(two, "amerge bmerge cmerge d1", "b2"))
        .isEqualTo("bmerge => amerge b1 cmerge d1");
    assertThat(downgrade(two, "amerge b1 cmerge d1", "d1@base"))
        .isEqualTo("d1 => amerge b1 b2 cmerge");
    assertThat(upgrade("a1, b1(a1), c1(b1) #c1lib, a2, b2(a2), c2(b2) +c1lib", "a2", "c2"))
        .isEqualTo("a1 b1 c1 b2 c2 => c2");
    assertThat(downgrade(BRANCHED + " +c1", "d1 d2", "c2branch@b")).isEqualTo("d2 c2 => d1");
    assertThat(downgrade(BRANCHED + " +c1", "d1 d2", "c1branch@b")).isEqualTo("d2 d1 c1 => c2");
  }

  @ParameterizedTest
  @CsvSource({
    "d1 c2, b, b",
    "d1 c2, c1branch@base, c2",
    "d1 c2, c2branch@head, d1 d2",
    "d1 c2, base, ''",
    "'', heads, d1 d2",
    "d1 d2, heads, d1 d2",
    "b, c1 c2, c1 c2",
    "d1 c2, c1 d2, c1 d2",
  })
  void stamps(String current, String targets, String expected) {
    List<Target> parsed = Arrays.stream(targets.split(" ")).map(Target::parse).toList();
    assertThat(Graphs.rows(graph(BRANCHED).stamp(ids(current), parsed))).isEqualTo(expected);
  }

  @Test
  void stampsThroughDependenciesAndMerges() {
    RevisionGraph one = graph("a1, b1(a1), c1(b1), d1(c1), e1(d1), a2, b2(a2), c2(b2) +c1");
    assertThat(one.stamp(ids("e1 c2"), List.of(Target.parse("b1")))).isEqualTo(ids("b1"));
    RevisionGraph merged = graph(MERGED);
    assertThat(merged.stamp(ids("d1 c2"), List.of(Target.parse("e")))).isEqualTo(ids("e"));
    assertThat(merged.stamp(ids("e"), List.of(Target.parse("c2")))).isEqualTo(ids("c2"));
    RevisionGraph forest = graph("a1, b1(a1), a2, b2(a2)");
    assertThat(forest.stamp(ids("b1 b2"), List.of(Target.parse("a1")))).isEqualTo(ids("a1 b2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b|+0|'+0' goes nowhere: give +1 or more.",
        "b|-2|'-2' goes down, and an upgrade goes up: give +N.",
        "b|+5|'+5' goes 5 revisions, but only 3 are there.",
        "e|+1|'+1' goes 1 revision, but none is there.",
        "b|f|no revision or branch label 'f'. 'migrator history' lists the revisions.",
        "x|e|the database's version table holds revision 'x', which is in no revision file. Bring the file back, or set the version anew with 'migrator stamp --purge REVISION'.",
      })
  void refusesToUpgrade(String current, String target, String message) {
    assertThatThrownBy(() -> upgrade(LINEAR, current, target)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b|-5|'-5' goes 5 revisions, but only 2 are there.",
        "b|-0|'-0' goes nowhere: give -1 or further down.",
        "b|+2|'+2' goes up, and a downgrade goes down: give -N.",
        "''|b|cannot downgrade to 'b': the database is at base, and nothing above 'b' is applied there.",
        "b|c|cannot downgrade to 'c': the database is at b, and nothing above 'c' is applied there.",
      })
  void refusesToDowngrade(String current, String target, String message) {
    assertThatThrownBy(() -> downgrade(LINEAR, current, target)).hasMessage(message);
  }

  @Test
  void refusesToChooseBetweenBranches() {
    assertThatThrownBy(() -> upgrade(BRANCHED, "", "head"))
        .isInstanceOf(MultipleHeadsException.class)
        .hasMessage(
            "'head' means one revision, and there are two heads: d1, d2. To make them one line, 'migrator merge' writes a revision that follows both, and 'migrator rebase c2' moves that revision behind the other line, as long as it is applied nowhere. BRANCH@head names one of them, 'migrator upgrade heads' applies all.");
    assertThatThrownBy(() -> upgrade(BRANCHED, "c1 c2", "+1"))
        .isInstanceOf(AmbiguousTargetException.class)
        .hasMessage(
            "'+1' is ambiguous: it may go by way of c1 or c2. Name a revision, or put a branch before it: BRANCH@+1.");
    assertThatThrownBy(() -> downgrade(BRANCHED, "d1 d2", "-1"))
        .isInstanceOf(AmbiguousTargetException.class);
    assertThatThrownBy(() -> downgrade(MERGED, "f", "-2"))
        .isInstanceOf(AmbiguousTargetException.class);
    assertThatThrownBy(() -> upgrade(BRANCHED, "", "c1branch@d2"))
        .hasMessage("revision 'd2' does not belong to branch 'c1branch'.");
  }

  @Test
  void saysThatNothingIsLeftAboveTheHeads() {
    assertThatThrownBy(() -> upgrade(BRANCHED, "d1 d2", "+1"))
        .hasMessage("'+1' goes 1 revision, but none is there.");
    assertThatThrownBy(() -> upgrade(BRANCHED, "c1 d2", "+1"))
        .isInstanceOf(AmbiguousTargetException.class);
  }

  @Test
  void wantsTheRevisionToCountFromWhereNothingIsUpgraded() {
    for (String target : List.of("-1", "+0")) {
      String message =
          "'%s' does not say from which revision to count. Name it, as in head-1."
              .formatted(target);
      assertThatThrownBy(() -> graph(LINEAR).resolve(target)).hasMessage(message);
      assertThatThrownBy(() -> graph(LINEAR).stamp(ids("c"), List.of(Target.parse(target))))
          .hasMessage(message);
    }
    assertThatThrownBy(() -> graph(BRANCHED).resolve("heads"))
        .hasMessageStartingWith("'heads' means two revisions, and one is wanted: d1, d2. To make");
  }

  @Test
  void refusesTargetsThatOverlap() {
    assertThatThrownBy(
            () -> graph(LINEAR).stamp(Set.of(), List.of(Target.parse("b"), Target.parse("d"))))
        .hasMessage(
            "revision 'd' already includes b: give only revisions of which none is before another.");
  }

  @Test
  void findsARevisionByTheBeginningOfItsId() {
    RevisionGraph graph =
        graph("ae1027a6acf0, ae10f3c2d411(ae1027a6acf0), b7(ae10f3c2d411) #users");
    assertThat(graph.resolve("ae102").id()).isEqualTo(new RevisionId("ae1027a6acf0"));
    assertThat(graph.resolve("users").id()).isEqualTo(new RevisionId("b7"));
    assertThat(graph.resolve("head-1").id()).isEqualTo(new RevisionId("ae10f3c2d411"));
    assertThatThrownBy(() -> graph.resolve("ae10"))
        .isInstanceOf(AmbiguousRevisionException.class)
        .hasMessage(
            "revision 'ae10' matches two revisions: ae1027a6acf0, ae10f3c2d411. Give more characters.");
    assertThatThrownBy(() -> graph.resolve("ae1028"))
        .hasMessage("no revision or branch label 'ae1028'. Did you mean 'ae1027a6acf0'?");
    assertThatThrownBy(() -> graph.resolve("user"))
        .hasMessage("no revision or branch label 'user'. Did you mean 'users'?");
  }

  @ParameterizedTest
  @CsvSource({"''", "a@", "@head", "a@b@c", "a:b", "+", "a+b", "'a b'", "+12345678901"})
  void refusesWhatIsNoTarget(String text) {
    assertThatThrownBy(() -> Target.parse(text)).isInstanceOf(InvalidTargetException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a, a|revision 'a' exists twice. Give one of the two another id.",
        "b(a)|revision 'b' follows 'a', which does not exist. Bring its file back or correct 'revises'.",
        "a(a)|revision 'a' follows or depends on itself.",
        "a +a|revision 'a' follows or depends on itself.",
        "a(c), b(a), c(b), d(c)|revisions a, c, b follow one another in a circle. Correct 'revises' or 'depends_on' of one of them.",
        "a, b(a) +c, c(b)|revisions b, c follow one another in a circle. Correct 'revises' or 'depends_on' of one of them.",
        "a +x|revision 'a' depends on 'x', which is neither a revision nor a branch label. Bring its file back or correct 'depends_on'.",
        "xa, xb, c +x|revision 'c' depends on 'x', which may be any of xa, xb. Give more characters in 'depends_on'.",
        "a #x, b(a) #x|branch label 'x' is on two revisions: a and b. Remove it from one of them.",
        "a #b, b(a)|branch label 'b' of revision 'a' is the id of a revision. Give another one.",
        "a #head|branch label 'head' is a word with a meaning of its own. Give another one.",
        "heads|revision id 'heads' is a word with a meaning of its own. Give another one.",
        "a #x@y|branch label 'x@y' of revision 'a' has a character that is not allowed: none of @ : + - and white space may stand in it.",
      })
  void refusesWhatIsNoHistory(String text, String message) {
    assertThatThrownBy(() -> graph(text))
        .isInstanceOf(InvalidGraphException.class)
        .hasMessage(message);
  }

  @Test
  void tellsWhatStandsWhere() {
    RevisionGraph graph = graph(BRANCHED + " +d1, x");
    assertThat(names(graph.history())).isEqualTo("x d2 d1 c2 c1 b a");
    assertThat(names(graph.heads())).isEqualTo("d1 d2 x");
    assertThat(names(graph.effectiveHeads())).isEqualTo("d2 x");
    assertThat(names(graph.bases())).isEqualTo("a x");
    assertThat(names(graph.branchPoints())).isEqualTo("b");
    assertThat(names(graph.children(new RevisionId("b")))).isEqualTo("c1 c2");
    assertThat(names(graph.applied(ids("d1")))).isEqualTo("a b c1 d1");
    assertThat(names(graph.pending(ids("d1")))).isEqualTo("c2 d2 x");
    assertThat(graph.labels(new RevisionId("d2"))).containsExactly("c2branch");
    assertThat(graph.labels(new RevisionId("b"))).isEmpty();
    assertThat(graph("a, b(a) #whole, c(b)").labels(new RevisionId("a"))).containsExactly("whole");
  }

  @Test
  void ordersByTimeWhereNothingElseDecides() {
    List<RevisionHeader> shuffled = new ArrayList<>(headers("m, k(m), z, y(z), a(k y)"));
    Collections.shuffle(shuffled, new Random(1));
    assertThat(names(RevisionGraph.of(shuffled).history())).isEqualTo("a y z k m");
  }

  @Test
  void anEmptyGraphHasNothingToDo() {
    RevisionGraph empty = RevisionGraph.of(List.of());
    assertThat(empty.upgrade(Set.of(), Target.HEAD)).isEmpty();
    assertThat(empty.downgrade(Set.of(), Target.BASE)).isEmpty();
    assertThat(empty.heads()).isEmpty();
  }

  /** Ten thousand revisions are built, upgraded and downgraded in a second or so. */
  @Test
  void takesTimeLinearInTheNumberOfRevisions() {
    int count = 10_000;
    List<RevisionHeader> headers = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      List<RevisionId> parents =
          number == 0 ? List.of() : List.of(new RevisionId("r%06d".formatted(number - 1)));
      headers.add(
          RevisionHeader.of(
              new RevisionId("r%06d".formatted(number)),
              parents,
              "",
              Instant.EPOCH.plusSeconds(number)));
    }
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          RevisionGraph graph = RevisionGraph.of(headers);
          assertThat(graph.upgrade(Set.of(), Target.HEAD)).hasSize(count);
          assertThat(graph.downgrade(ids("r009999"), Target.BASE)).hasSize(count);
          assertThat(graph.downgrade(ids("r009999"), Target.parse("-9999"))).hasSize(count - 1);
        });
  }

  private static String upgrade(String graph, String current, String target) {
    return Graphs.steps(ids(current), graph(graph).upgrade(ids(current), Target.parse(target)));
  }

  private static String downgrade(String graph, String current, String target) {
    return Graphs.steps(ids(current), graph(graph).downgrade(ids(current), Target.parse(target)));
  }
}
