// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.meent.models.check.GateResult.Verdict;
import org.meent.models.effect.DoublyRobust;
import org.meent.models.effect.EffectEstimate;
import org.meent.models.effect.Estimand;
import org.meent.models.frame.Frame;
import org.meent.models.learner.ElasticNet;
import org.meent.models.learner.RidgeLogistic;
import org.meent.protocols.run.RandomStream;

/** Support goes to people whose need u is low; the caseworker's score sees u with error. */
class MeasurementCheckTest {
  private static final Function<Frame, EffectEstimate> EFFECT =
      frame ->
          DoublyRobust.withDefaults()
              .withOutcomeLearners(List.of(ElasticNet.withDefaults()))
              .withPropensityLearners(List.of(RidgeLogistic.withDefaults()))
              .fit(frame, 1)
              .estimate(Estimand.ATE);

  private static Frame people(int rows, double effect, double reliability, boolean yesOrNo) {
    double[] score = new double[rows];
    double[] other = new double[rows];
    double[] y = new double[rows];
    int[] arm = new int[rows];
    for (int i = 0; i < rows; i++) {
      RandomStream random = RandomStream.of(17, "need", i);
      double u = random.nextGaussian();
      double error = StrictMath.sqrt((1 - reliability) / reliability);
      score[i] = u + error * random.nextGaussian();
      other[i] = random.nextGaussian();
      if (yesOrNo) {
        u = u > 0 ? 1 : -1;
        double exchanged = (1 - StrictMath.sqrt(reliability)) / 2;
        score[i] = random.nextDouble() < exchanged ? -u : u;
      }
      arm[i] = random.nextDouble() < 1 / (1 + StrictMath.exp(-u)) ? 1 : 0;
      y[i] = u + effect * arm[i] + random.nextGaussian();
    }
    return Frame.builder()
        .covariate("score", score)
        .covariate("other", other)
        .treatment(arm, List.of("none", "support"))
        .outcome("y", y)
        .build();
  }

  @Test
  void errorInAConfounderIsMostlyUndone() {
    for (boolean yesOrNo : List.of(false, true)) {
      Frame frame = people(4000, 1, 0.7, yesOrNo);
      MeasurementCheck check =
          MeasurementCheck.of(frame, List.of(new Reliability("score", 0.7)), EFFECT, 1);
      // The truth is 1. Whoever ignores the error is off; whoever leaves the score out is off more.
      double naive = Math.abs(check.with().value() - 1);
      assertThat(Math.abs(check.without().value() - 1)).isGreaterThan(naive);
      assertThat(Math.abs(check.corrected() - 1)).isLessThan(0.6 * naive);
      assertThat(check.noisier().getLast().value()).isGreaterThan(check.with().value());
      assertThat(check.gate().verdict()).isEqualTo(Verdict.PASSED);
    }
  }

  @Test
  void aResultMadeByTheErrorIsFragile() {
    Frame frame = people(4000, 0, 0.7, false);
    MeasurementCheck check =
        MeasurementCheck.of(frame, List.of(new Reliability("score", 0.7)), EFFECT, 1);
    assertThat(check.with().lower()).as("looks like an effect").isPositive();
    assertThat(check.fragile()).isTrue();
    assertThat(check.gate().verdict()).isEqualTo(Verdict.WARNED);
  }

  @Test
  void withoutErrorNothingMoves() {
    Frame frame = people(600, 1, 1, false);
    MeasurementCheck check =
        MeasurementCheck.of(frame, List.of(new Reliability("score", 1)), EFFECT, 1);
    assertThat(check.corrected()).isCloseTo(check.with().value(), within(1e-9));
  }
}
