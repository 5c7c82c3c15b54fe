// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.linkage.design.TrialRow.End;
import org.meent.protocols.run.RandomStream;

/** Rows of the designs, worked out by hand. Arm 1 is bit 2, none is bit 1. */
class DesignsTest {
  private static final int BOTH = 0b11;

  private static MonthlyHistories open(int persons, int months, int arms) {
    MonthlyHistories histories = new MonthlyHistories(persons, months);
    for (int person = 0; person < persons; person++) {
      for (int month = 0; month < months; month++) {
        histories.setOpen(person, month, arms);
      }
    }
    return histories;
  }

  private static List<TrialRow> list(TrialRows rows) {
    List<TrialRow> list = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      list.add(rows.row(i));
    }
    return list;
  }

  /** Starts in month 2, outcome in month 4: control of trials 0 and 1, treated in trial 2. */
  @Test
  void aPersonIsControlUntilTreated() {
    MonthlyHistories histories = open(1, 12, BOTH);
    histories.setStarted(0, 2, 1);
    histories.setEvent(0, 4);
    SequentialTrials trials = SequentialTrials.withDefaults().withTrials(0, 5).withFollowUp(4);
    assertThat(list(trials.rows(histories)))
        .containsExactly(
            new TrialRow(0, 0, 0, BOTH, 1, 5, End.EVENT, 1, 1),
            new TrialRow(0, 1, 0, BOTH, 2, 5, End.EVENT, 2, 2),
            new TrialRow(0, 2, 1, BOTH, 3, 5, End.EVENT, 3, 3));
    assertThat(trials.rows(histories).step().losses())
        .containsEntry("started an arm before the trial", 2L)
        .containsEntry("left before the trial", 1L);
    assertThat(list(trials.with(Deviation.CENSORED).rows(histories)))
        .containsExactly(
            new TrialRow(0, 0, 0, BOTH, 1, 2, End.DEVIATED, 1, 3),
            new TrialRow(0, 1, 0, BOTH, 2, 2, End.DEVIATED, 2, 3),
            new TrialRow(0, 2, 1, BOTH, 3, 5, End.EVENT, 3, 5));
  }

  @Test
  void whoLeavesDuringTheGraceIsInNoArm() {
    MonthlyHistories histories = open(3, 12, BOTH);
    histories.setStarted(0, 1, 1);
    histories.setEvent(0, 2);
    histories.setEvent(1, 2);
    histories.setUntil(2, 3);
    TrialRows rows = new Landmark(3, 3, 6).rows(histories, Deviation.FOLLOWED);
    assertThat(rows.size()).isZero();
    assertThat(rows.step().losses())
        .containsEntry("left before follow-up", 2L)
        .containsEntry("no longer seen at follow-up", 1L);
  }

  @Test
  void anArmThatWasNotOpenIsNotCompared() {
    MonthlyHistories histories = open(1, 12, 0b101);
    histories.setStarted(0, 0, 1);
    TrialRows rows = SequentialTrials.withDefaults().rows(histories);
    assertThat(rows.step().losses()).containsEntry("started an arm that was not open", 1L);
    MonthlyHistories alone = open(1, 12, 0b001);
    assertThat(SequentialTrials.withDefaults().rows(alone).step().losses())
        .containsEntry("not eligible for two arms", 1L);
  }

  /** Grace of 3 months from month 0. Persons: start in month 1; never; outcome in month 1. */
  @Test
  void clonesAreCensoredWhenTheyDeviate() {
    MonthlyHistories histories = open(3, 12, BOTH);
    histories.setStarted(0, 1, 1);
    histories.setEvent(2, 1);
    TrialRows rows = new CloneCensorWeight(new Trial(0, 3, 5), Deviation.FOLLOWED).rows(histories);
    assertThat(list(rows))
        .containsExactly(
            new TrialRow(0, 0, 0, BOTH, 0, 1, End.DEVIATED, 2, 2),
            new TrialRow(0, 0, 1, BOTH, 0, 8, End.COMPLETE, 2, 2),
            new TrialRow(1, 0, 0, BOTH, 0, 8, End.COMPLETE, 3, 3),
            new TrialRow(1, 0, 1, BOTH, 0, 2, End.DEVIATED, 3, 3),
            new TrialRow(2, 0, 0, BOTH, 0, 2, End.EVENT, 3, 2),
            new TrialRow(2, 0, 1, BOTH, 0, 2, End.EVENT, 3, 2));
    assertThat(rows.step().in()).isEqualTo(3);
    assertThat(rows.step().duplications()).containsEntry("clone for another arm", 3L);
  }

  /**
   * Four persons alike, one starts in month 0, one in month 1 (the last of the grace). None-clones:
   * 1 of 4 deviates in month 0, 1 of 3 in month 1, so those left weigh 4/3 and then 2.
   * Start-clones: nobody deviates in month 0; of the three that have not started, two deviate in
   * month 1, so the one that starts then weighs 3; who started in month 0 weighs 1.
   */
  @Test
  void weightsMakeUpForThoseWhoAreCensored() {
    MonthlyHistories histories = open(4, 8, BOTH);
    histories.setStarted(0, 0, 1);
    histories.setStarted(1, 1, 1);
    TrialRows rows = new CloneCensorWeight(new Trial(0, 2, 3), Deviation.FOLLOWED).rows(histories);
    CensoringWeights weights = CensoringWeights.stratified(rows, new int[4]);
    assertThat(rows.row(4).person()).isEqualTo(2);
    assertThat(weights.at(4, 0)).isCloseTo(4.0 / 3, within(1e-12));
    assertThat(weights.at(4, 1)).isCloseTo(2, within(1e-12));
    assertThat(weights.at(4, 4)).isCloseTo(2, within(1e-12));
    assertThat(weights.at(1, 4)).isEqualTo(1);
    assertThat(weights.at(3, 1)).isCloseTo(3, within(1e-12));
    assertThat(weights.largest()).isCloseTo(3, within(1e-12));
    CensoringWeights given =
        CensoringWeights.of(rows, (row, month) -> rows.row(row).arm() == 0 ? 0.5 : 0);
    assertThat(given.at(4, 1)).isEqualTo(4);
  }

  /** In each month and arm the weights of those followed add up to everybody, while none leaves. */
  @Test
  void weightedClonesAddUpToEverybody() {
    for (int seed = 0; seed < 200; seed++) {
      MonthlyHistories histories = open(60, 8, BOTH);
      for (int person = 0; person < 60; person++) {
        RandomStream random = RandomStream.of(seed, "adds-up", person);
        int start = random.nextInt(5);
        if (start < 4) {
          histories.setStarted(person, start, 1);
        }
      }
      TrialRows rows =
          new CloneCensorWeight(new Trial(0, 4, 4), Deviation.FOLLOWED).rows(histories);
      CensoringWeights weights = CensoringWeights.stratified(rows, new int[60]);
      for (int month = 0; month < 8; month++) {
        double[] sum = new double[2];
        for (int i = 0; i < rows.size(); i++) {
          if (month < rows.row(i).to()) {
            sum[rows.row(i).arm()] += weights.at(i, month);
          }
        }
        assertThat(sum[0]).isCloseTo(60, within(1e-9));
        assertThat(sum[1]).isCloseTo(60, within(1e-9));
      }
    }
  }

  /** Table by hand: 2 of 4 treated and 1 of 4 controls have the outcome: 0.25. */
  @Test
  void riskDifferenceOfOneTable() {
    MonthlyHistories histories = open(9, 4, BOTH);
    for (int person = 0; person < 4; person++) {
      histories.setStarted(person, 0, 1);
    }
    histories.setEvent(0, 1);
    histories.setEvent(1, 2);
    histories.setEvent(4, 1);
    histories.setUntil(8, 2);
    TrialRows rows = SequentialTrials.withDefaults().withFollowUp(3).rows(histories);
    int[] strata = new int[9];
    RiskDifference found =
        RiskDifference.of(rows, CensoringWeights.stratified(rows, strata), strata, 1, 0);
    assertThat(found.estimate()).isCloseTo(0.25, within(1e-12));
    // residuals from 3/8: (2 (5/8)^2 + 2 (3/8)^2 + (5/8)^2 + 3 (3/8)^2) / 16 = 1.875 / 16
    assertThat(found.standardError()).isCloseTo(Math.sqrt(1.875 / 16), within(1e-12));
    assertThat(found.treated()).isEqualTo(4);
    assertThat(found.reference()).isEqualTo(4);
    assertThat(found.unused()).isEqualTo(1);
  }

  @Test
  void aDesignDoesNotReachBeyondTheHistories() {
    MonthlyHistories histories = open(1, 4, BOTH);
    assertThatThrownBy(() -> SequentialTrials.withDefaults().withTrials(0, 4).rows(histories))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the last trial reaches beyond the histories");
    assertThatThrownBy(() -> new Landmark(2, 3, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
