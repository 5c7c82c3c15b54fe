// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meent.models.check.GateResult.Verdict;
import org.meent.models.check.OverlapLimits;
import org.meent.models.effect.DoublyRobust;
import org.meent.models.effect.DoublyRobustFit;
import org.meent.models.effect.Estimand;
import org.meent.models.frame.Frame;
import org.meent.models.frame.Grouping;
import org.meent.models.learner.Design;
import org.meent.models.learner.Parallel;
import org.meent.protocols.run.RandomStream;

/** Drawn people whose effect is 1 + x in truth, x being standard normal among the studied. */
class ReachTest {
  private static final OverlapLimits LIMITS = new OverlapLimits(0.05, 0.1, 30, 0.1);

  private record Studied(Frame frame, double[] x, double[] effect, List<String> labels) {
    static Studied of(int rows, long seed) {
      double[] x = new double[rows];
      double[] y = new double[rows];
      double[] effect = new double[rows];
      int[] arm = new int[rows];
      List<String> labels = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        RandomStream random = RandomStream.of(seed, "reach", i);
        x[i] = random.nextGaussian();
        effect[i] = 1 + x[i];
        arm[i] = random.nextDouble() < 1 / (1 + StrictMath.exp(-0.6 * x[i])) ? 1 : 0;
        y[i] = x[i] + arm[i] * effect[i] + 0.5 * random.nextGaussian();
        labels.add(random.nextDouble() < 0.5 ? "a" : "b");
      }
      Frame frame =
          Frame.builder()
              .covariate("x", x)
              .treatment(arm, List.of("none", "support"))
              .outcome("y", y)
              .build();
      return new Studied(frame, x, effect, labels);
    }

    List<Grouping> groups() {
      return List.of(new Grouping("origin", labels));
    }

    DoublyRobustFit fit() {
      return DoublyRobust.withDefaults().fit(frame, 1);
    }
  }

  private static Transport carried(double shift, long seed) {
    Studied studied = Studied.of(2000, seed);
    int m = 1500;
    double[] other = new double[m];
    for (int i = 0; i < m; i++) {
      other[i] = shift + RandomStream.of(seed, "others", i).nextGaussian();
    }
    double[] predicted = Arrays.stream(other).map(x -> 0.7 + 0.9 * x).toArray();
    double[] own = Arrays.stream(studied.x).map(x -> 0.7 + 0.9 * x).toArray();
    try (Parallel parallel = new Parallel(2)) {
      return Transport.of(
          studied.frame,
          studied.fit().doublyRobustScores(),
          own,
          new Design(new double[][] {other}, m),
          predicted,
          LIMITS,
          1,
          parallel);
    }
  }

  @Test
  void anEffectIsCarriedToPeopleWhoAreAlike() {
    Transport.Estimate estimate = carried(0.7, 3).estimate().orElseThrow();
    // the truth among the others is 1 + 0.7; the predictions alone would say 0.7 + 0.9 · 0.7 = 1.33
    assertThat(estimate.value()).isCloseTo(1.7, within(4 * estimate.se()));
    assertThat(estimate.value()).isGreaterThan(1.5);
    assertThat(estimate.interval().lower()).isLessThan(1.7);
  }

  @Test
  void ofPeopleWhoAreNotAlikeItIsNotKnown() {
    Transport transport = carried(4, 3);
    assertThat(transport.estimate()).isEmpty();
    assertThat(transport.verdict().carried()).isFalse();
  }

  /** Scores from the true nuisances: the mean of the reference is x, that of the arm 1 + 2x. */
  private static double[] trueScores(Studied studied) {
    double[] y = studied.frame.outcome();
    int[] arm = studied.frame.treatment();
    double[] scores = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double e = 1 / (1 + StrictMath.exp(-0.6 * studied.x[i]));
      double residual = y[i] - studied.x[i] - arm[i] * studied.effect[i];
      scores[i] = studied.effect[i] + (arm[i] == 1 ? residual / e : -residual / (1 - e));
    }
    return scores;
  }

  @Test
  void predictionsThatAreOffInOneGroupAreSeen() {
    int alarms = 0;
    for (int seed = 0; seed < 100; seed++) {
      Studied studied = Studied.of(600, seed);
      double[] shown = trueScores(studied);
      GroupCalibration good =
          GroupCalibration.of(studied.frame, studied.groups(), shown, studied.effect, 1);
      alarms += good.gate().verdict() == Verdict.WARNED ? 1 : 0;

      double[] off = studied.effect.clone();
      for (int i = 0; i < off.length; i++) {
        off[i] += studied.labels.get(i).equals("b") ? 0.5 : 0;
      }
      GroupCalibration bad = GroupCalibration.of(studied.frame, studied.groups(), shown, off, 1);
      assertThat(bad.lines().getLast().holds()).as("origin=b").isFalse();
    }
    // 5 of 100 are expected; more than 12 have a chance of 0.1 %
    assertThat(alarms).isBetween(1, 12);
  }

  @Test
  void aPolicyThatLeavesAGroupBehindIsSeen() {
    Studied studied = Studied.of(2000, 8);
    double[] today = studied.frame.outcome();
    double[] under = today.clone();
    for (int i = 0; i < under.length; i++) {
      under[i] += studied.labels.get(i).equals("a") ? 1 : 0;
    }
    GroupGains gains = GroupGains.of(studied.frame, studied.groups(), under, today, 1);
    GroupGains.Line a = gains.lines().getFirst();
    assertThat(a.gain()).isCloseTo(1, within(1e-12));
    assertThat(a.gapUnder() - a.gapToday()).isCloseTo(1, within(1e-9));
    assertThat(gains.lines().getLast().gain()).isZero();
  }

  @Test
  void aResultThatHangsOnOneMunicipalityIsSeen() {
    Studied studied = Studied.of(1200, 9);
    List<String> places = new ArrayList<>();
    double[] y = studied.frame.outcome();
    int[] arm = studied.frame.treatment();
    for (int i = 0; i < y.length; i++) {
      places.add("p" + i % 3);
      // support harms a little everywhere but in the first place, where it helps a lot
      y[i] = studied.x[i] + arm[i] * (i % 3 == 0 ? 6 : -1);
    }
    Frame frame =
        Frame.builder()
            .covariate("x", studied.x)
            .treatment(arm, List.of("none", "support"))
            .outcome("y", y)
            .build();
    DoublyRobustFit fit = DoublyRobust.withDefaults().fit(frame, 1);
    LeaveOneOut left =
        LeaveOneOut.of(
            frame, new Grouping("place", places), fit::among, fit.estimate(Estimand.ATE));
    assertThat(left.gate().verdict()).isEqualTo(Verdict.WARNED);
    assertThat(left.gate().measured()).isEqualTo(1);
    assertThat(left.lowest()).isNegative();
    assertThat(left.highest()).isPositive();
  }

  @Test
  void groupsWithTooFewRowsAreNamedAndNotJudged() {
    Studied studied = Studied.of(400, 2);
    List<String> labels = new ArrayList<>(studied.labels);
    labels.set(0, "rare");
    GroupCalibration found =
        GroupCalibration.of(
            studied.frame,
            List.of(new Grouping("origin", labels)),
            studied.effect,
            studied.effect,
            1);
    assertThat(found.tooFew()).containsExactly("origin=rare");
    assertThat(found.lines()).hasSize(2);
  }
}
