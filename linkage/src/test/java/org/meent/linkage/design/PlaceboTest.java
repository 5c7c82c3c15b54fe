// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An arm that does nothing is found to do nothing under each design, and to do something under the
 * classification in hindsight, which exists only here and in the measurements.
 */
class PlaceboTest {
  private static final int PERSONS = 2_000;

  /** Two-sided 5 % of a standard normal. */
  private static final double CRITICAL = 1.959963984540054;

  private static final SequentialTrials TRIALS =
      SequentialTrials.withDefaults().withTrials(0, 17).withFollowUp(12);

  enum Design {
    LANDMARK(histories -> new Landmark(6, 6, 18).rows(histories, Deviation.FOLLOWED)),
    SEQUENTIAL_TRIALS(TRIALS::rows),
    SEQUENTIAL_TRIALS_CENSORED(TRIALS.with(Deviation.CENSORED)::rows),
    CLONE_CENSOR_WEIGHT(clones(Deviation.FOLLOWED)::rows),
    CLONE_CENSOR_WEIGHT_CENSORED(clones(Deviation.CENSORED)::rows);

    private final Function<MonthlyHistories, TrialRows> rows;

    Design(Function<MonthlyHistories, TrialRows> rows) {
      this.rows = rows;
    }

    RiskDifference risk(long seed, double effect) {
      PlaceboWorld world = PlaceboWorld.draw(seed, PERSONS, 36, effect);
      return PlaceboTest.risk(rows.apply(world.histories()), world.strata());
    }
  }

  private static CloneCensorWeight clones(Deviation deviation) {
    return new CloneCensorWeight(new Trial(0, 6, 18), deviation);
  }

  private static RiskDifference risk(TrialRows rows, int[] strata) {
    CensoringWeights weights = CensoringWeights.stratified(rows, strata);
    return RiskDifference.of(rows, weights, strata, PlaceboWorld.PLACEBO, 0);
  }

  /** The mean of 30 seeds lies within four of its standard errors of zero. */
  @ParameterizedTest
  @EnumSource
  void onAverageThePlaceboDoesNothing(Design design) {
    double sum = 0;
    double squares = 0;
    for (int seed = 1; seed <= 30; seed++) {
      RiskDifference found = design.risk(seed, 1);
      assertThat(found.treated()).isGreaterThan(100);
      sum += found.estimate();
      squares += found.standardError() * found.standardError();
    }
    assertThat(Math.abs(sum)).isLessThan(4 * Math.sqrt(squares));
  }

  /** An arm that trebles the monthly chance is seen to raise the risk, on average of ten seeds. */
  @ParameterizedTest
  @EnumSource
  void aRealEffectIsFound(Design design) {
    double sum = 0;
    double squares = 0;
    for (int seed = 1; seed <= 10; seed++) {
      RiskDifference found = design.risk(seed, 3);
      sum += found.estimate();
      squares += found.standardError() * found.standardError();
    }
    assertThat(sum).isGreaterThan(5 * Math.sqrt(squares));
  }

  /** 200 seeds: with a true rate of 5 %, the share has a standard deviation of 1.5 points. */
  @Tag("slow")
  @ParameterizedTest
  @EnumSource
  void aTestAtFivePercentRejectsInTwoToEightPercent(Design design) {
    int rejected = 0;
    for (int seed = 1; seed <= 200; seed++) {
      rejected += Math.abs(design.risk(seed, 1).z()) > CRITICAL ? 1 : 0;
    }
    assertThat(rejected / 200.0).isBetween(0.02, 0.08);
  }

  /** Whoever is treated within 24 months has stayed until then: immortal time. */
  @Test
  void inHindsightThePlaceboSeemsToKeepPeople() {
    for (int seed = 1; seed <= 30; seed++) {
      PlaceboWorld world = PlaceboWorld.draw(seed, PERSONS, 36);
      RiskDifference found = risk(hindsight(world.histories()), world.strata());
      assertThat(found.estimate()).isBetween(-0.4, -0.2);
      assertThat(found.z()).isLessThan(-5);
    }
  }

  /** Everything that was started within 24 months, written down as if started at once. */
  private static TrialRows hindsight(MonthlyHistories histories) {
    MonthlyHistories at = new MonthlyHistories(histories.persons(), 26);
    for (int person = 0; person < histories.persons(); person++) {
      at.setOpen(person, 0, histories.open(person, 0));
      if (histories.event(person) < 24) {
        at.setEvent(person, histories.event(person) + 1);
      }
      int start = histories.firstStart(person, 0, 24);
      if (start != MonthlyHistories.NEVER) {
        at.setStarted(person, 0, histories.started(person, start));
      }
    }
    return new Landmark(1, 1, 24).rows(at, Deviation.FOLLOWED);
  }
}
