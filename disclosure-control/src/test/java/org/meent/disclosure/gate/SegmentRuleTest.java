// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.GroupEvidence;
import org.meent.disclosure.output.GroupMean;
import org.meent.disclosure.output.SegmentTable;
import org.meent.disclosure.output.SegmentTable.Found;
import org.meent.disclosure.output.SegmentTable.Segment;

class SegmentRuleTest {

  @Test
  void aTreeWithLargeLeavesIsReleased() {
    Asked.isReleased(tree(leaf("1", 20, 30), leaf("2", 25, 25)));
    assertThat(Asked.shown(Asked.decide(tree(leaf("1", 20, 30), leaf("2", 25, 25)))))
        .containsExactly("1|rule 1|50|20|30", "2|rule 2|50|25|25");
  }

  @Test
  void aLeafBelowTheMinimumIsLeftOutWithAnother() {
    Decision decision = Asked.decide(clusters(cluster("1", 9), cluster("2", 40), cluster("3", 51)));

    assertThat(decision).isInstanceOf(Decision.Protected.class);
    assertThat(Asked.shown(decision)).contains("1|rule 1|.");
    assertThat(Asked.shown(decision).stream().filter(row -> row.endsWith("|."))).hasSize(2);
    Asked.isReleased(clusters(cluster("1", 10), cluster("2", 40), cluster("3", 51)));
  }

  @Test
  void anArmOfFewInALeafIsLeftOut() {
    Decision decision = Asked.decide(tree(leaf("1", 9, 40), leaf("2", 25, 26)));

    assertThat(String.join("\n", Asked.shown(decision))).doesNotContain("|9|").contains("|.");
  }

  @Test
  void aLeafComesNotBackFromTheTableOfTheArms() {
    SegmentTable tree = tree(leaf("1", 9, 40), leaf("2", 25, 26), leaf("3", 30, 30));
    Judgement judgement =
        Asked.judge(
            tree,
            Asked.counts(
                "t",
                new Dimension("leaf", "leaf", List.of("1", "2", "3")),
                new Dimension("arm", "arm", List.of("none", "work")),
                new long[][] {{9, 40}, {25, 26}, {30, 30}}));

    assertThat(Asked.shown(judgement.decisions().get(1))).contains("1|none|.");
    assertThat(Asked.shown(judgement.decisions().get(0)).getFirst()).startsWith("1|rule 1|");
    assertThat(Asked.shown(judgement.decisions().get(0)).getFirst()).contains("|.");
  }

  @Test
  void aLeafWhereNearlyEverybodyHasTheOutcomeIsForTheCheckers() {
    Asked.isReferred(clusters(cluster("1", 200, 181), cluster("2", 100, 50)), "alike");
    Asked.isReleased(clusters(cluster("1", 200, 180), cluster("2", 100, 50)));
  }

  @Test
  void aLeafWhereEverybodyHasTheOutcomeLosesItsShare() {
    Decision decision =
        Asked.decide(clusters(cluster("1", 50, 50), cluster("2", 100, 50), cluster("3", 100, 40)));

    assertThat(Asked.shown(decision).getFirst()).isEqualTo("1|rule 1|50|.");
  }

  @Test
  void saysThatTheWordsWereNotRead() {
    assertThat(Asked.codes(Asked.decide(clusters(cluster("1", 50), cluster("2", 50)))))
        .contains("segments.words");
  }

  @Test
  void segmentsThatDoNotAddUpCannotBeMade() {
    assertThatThrownBy(() -> clusters(cluster("1", 50), cluster("1", 50)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GroupEvidence(5, new TreeMap<>(Map.of("a", 6L)), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Segment leaf(String code, long none, long work) {
    return new Segment(
        code,
        "rule " + code,
        new GroupEvidence(
            none + work, new TreeMap<>(Map.of("none", none, "work", work)), List.of()));
  }

  private static Segment cluster(String code, long units) {
    return new Segment(code, "rule " + code, GroupEvidence.of(units));
  }

  private static Segment cluster(String code, long units, long having) {
    return new Segment(
        code,
        "rule " + code,
        GroupEvidence.of(units, List.of(GroupMean.share("work", "found work", units, having))));
  }

  private static SegmentTable tree(Segment... leaves) {
    return table(Found.POLICY_TREE, "arm", leaves);
  }

  private static SegmentTable clusters(Segment... segments) {
    return table(Found.CLUSTERS, "", segments);
  }

  private static SegmentTable table(Found found, String arm, Segment... segments) {
    long all = List.of(segments).stream().mapToLong(s -> s.evidence().units()).sum();
    return new SegmentTable(
        "s", "Leaves", Asked.population(all), found, "leaf", arm, List.of(segments));
  }
}
