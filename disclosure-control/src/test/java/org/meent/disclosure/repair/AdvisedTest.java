// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.gate.Gate;
import org.meent.disclosure.output.BinnedFigure;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FitEvidence;
import org.meent.disclosure.output.FourCounts;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.GroupEvidence;
import org.meent.disclosure.output.Population;
import org.meent.disclosure.output.Ratio;
import org.meent.disclosure.output.RatioTable;
import org.meent.disclosure.output.StatisticalOutput;
import org.meent.disclosure.rule.RuleSet;

/** Repairs of made-up tables, compared with what a person would see at once. */
class AdvisedTest {
  private static final RuleSet RULES = RuleSet.named("cbs-ra");
  private static final Dimension AGE = new Dimension("age", "age", List.of("20", "30", "40", "50"));
  private static final Dimension WORK = new Dimension("work", "work", List.of("yes", "no"));

  private static FrequencyTable table(String id, long... counts) {
    List<List<Long>> units =
        List.of(0, 2, 4, 6).stream().map(i -> List.of(counts[i], counts[i + 1])).toList();
    Population all = new Population("all", "all", Arrays.stream(counts).sum());
    return new FrequencyTable(
        id, id, all, "persons", AGE, WORK, new Evidence.Counts(units, Evidence.Zeros.SAFE));
  }

  private static Advised advised(StatisticalOutput... request) {
    return Advised.of(Gate.under(RULES), RULES, List.of(request));
  }

  @Test
  void whatPassesNeedsNoRepair() {
    assertThat(advised(table("t", 20, 30, 20, 30, 20, 30, 20, 30)).of("t")).isEmpty();
  }

  @Test
  void theSmallestMergeIsFound() {
    List<Repair> repairs = advised(table("t", 40, 30, 40, 30, 6, 30, 5, 30)).of("t");
    assertThat(repairs).hasSize(2);
    assertThat(repairs.getFirst().changes().getFirst()).isInstanceOf(Change.LeaveOut.class);
    // 40 and 50 together have 11: one merge, two cells fewer, 71 people in the merged codes.
    assertThat(repairs.getLast().changes())
        .containsExactly(new Change.Merge("age", List.of("40", "50"), "40+50"));
    assertThat(repairs.getLast().loss().figures()).isEqualTo(2);
    assertThat(repairs.getLast().loss().units()).isEqualTo(71);
  }

  @Test
  void aMergeHoldsForEveryTableOfTheRequest() {
    FrequencyTable first = table("first", 40, 30, 40, 30, 6, 30, 50, 30);
    FrequencyTable second =
        new FrequencyTable(
            "second",
            "second",
            first.population(),
            "persons",
            AGE,
            new Dimension("home", "home", List.of("own")),
            new Evidence.Counts(
                List.of(List.of(70L), List.of(70L), List.of(36L), List.of(80L)),
                Evidence.Zeros.SAFE));
    Advised advised = advised(first, second);
    assertThat(advised.of("second")).isEmpty();
    assertThat(advised.of("first"))
        .anyMatch(repair -> repair.changes().getFirst() instanceof Change.Merge);
  }

  @Test
  void codesThatEffectsHangOnAreNotMerged() {
    FrequencyTable table = table("t", 40, 30, 40, 30, 6, 30, 50, 30);
    Estimate row =
        new Estimate(
            "model",
            "ate",
            "yes",
            "no",
            new TreeMap<>(java.util.Map.of("age", "20")),
            new Estimate.Estimated(1, 1, 0, 2),
            FitEvidence.ofModel(40, 30, 60, 4, 30));
    EstimateTable effects =
        new EstimateTable("e", "e", table.population(), "income", "work", List.of(row));
    assertThat(advised(table, effects).of("t"))
        .noneMatch(repair -> repair.changes().getFirst() instanceof Change.Merge);
  }

  @Test
  void whereNothingHelpsTheOutputIsWithdrawn() {
    Advised advised = advised(table("t", 1, 0, 0, 1, 1, 0, 0, 1));
    assertThat(advised.of("t").getFirst().changes()).containsExactly(new Change.Withdraw());
  }

  private static RatioTable ratios(long... cases) {
    List<Ratio> rows = new java.util.ArrayList<>();
    long people = 60;
    for (int g = 0; g < cases.length; g++) {
      FourCounts four = new FourCounts(cases[g], 30, 30, 30);
      people += four.group();
      rows.add(new Ratio(Estimate.everybody(), Ratio.Measure.ODDS_RATIO, "w" + g, "none", four));
    }
    return new RatioTable(
        "r", "r", new Population("all", "all", people), "arm", "job", "yes", "no", rows);
  }

  @Test
  void groupsOfRatiosAreMergedOrTheCoarserTableIsShown() {
    assertThat(advised(ratios(20, 3)).of("r"))
        .anyMatch(
            repair ->
                repair
                    .changes()
                    .equals(List.of(new Change.Merge("arm", List.of("w0", "w1"), "w0+w1"))));
    assertThat(advised(ratios(3)).of("r").getFirst().changes())
        .containsExactly(new Change.Instead("arm", List.of("none", "w0")));
  }

  @Test
  void edgesThatAreValuesAreOpened() {
    BinnedFigure figure =
        new BinnedFigure(
            "b",
            "b",
            new Population("all", "all", 60),
            "x",
            "x",
            new BinnedFigure.Edges(1, 0),
            List.of(
                new BinnedFigure.Bin(3, 10, GroupEvidence.of(40)),
                new BinnedFigure.Bin(10, 20, GroupEvidence.of(20))));
    Repair repair = advised(figure).of("b").getFirst();
    assertThat(repair.changes()).containsExactly(new Change.OpenEdges("x"));
    assertThat(repair.loss().units()).isEqualTo(60);
    for (String language : List.of("en", "nl")) {
      assertThat(repair.findings().getFirst().sentence(java.util.Locale.of(language)))
          .contains("x", "60");
    }
  }

  @Test
  void edgesAreOpenedAndBinsMergedTogether() {
    BinnedFigure figure =
        new BinnedFigure(
            "b",
            "b",
            new Population("all", "all", 54),
            "x",
            "x",
            new BinnedFigure.Edges(1, 1),
            List.of(
                new BinnedFigure.Bin(3, 10, GroupEvidence.of(40)),
                new BinnedFigure.Bin(10, 15, GroupEvidence.of(2)),
                new BinnedFigure.Bin(15, 20, GroupEvidence.of(12))));
    // A bin of 2 between edges that are somebody's: two changes, and either alone is not enough.
    assertThat(advised(figure).of("b").getFirst().changes())
        .containsExactly(
            new Change.OpenEdges("x"),
            new Change.Merge(
                "x", List.of("[10.0, 15.0)", "[15.0, Infinity)"), "[10.0, 15.0)+[15.0, Infinity)"));
  }
}
