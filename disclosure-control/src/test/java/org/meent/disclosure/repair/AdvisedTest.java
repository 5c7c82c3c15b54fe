// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.meent.disclosure.gate.Gate;
import org.meent.disclosure.output.Dimension;
import org.meent.disclosure.output.Estimate;
import org.meent.disclosure.output.EstimateTable;
import org.meent.disclosure.output.Evidence;
import org.meent.disclosure.output.FitEvidence;
import org.meent.disclosure.output.FrequencyTable;
import org.meent.disclosure.output.Population;
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
}
