// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.meent.models.effect.DoublyRobust;
import org.meent.models.effect.DoublyRobustFit;
import org.meent.models.effect.Estimand;
import org.meent.models.frame.Frame;
import org.meent.models.frame.FrameBuilder;
import org.meent.models.learner.CategoryColumns;
import org.meent.models.learner.Design;
import org.meent.models.learner.Learner;
import org.meent.models.learner.Regression;
import org.meent.models.learner.Stack;
import org.meent.protocols.run.RandomStream;

/** What is remembered is what would be learned again, and nothing else is. */
class RememberingTest {
  private static final int ROWS = 300;

  private final AtomicInteger fits = new AtomicInteger();

  /** Learns the mean and counts how often. */
  private final Learner counting =
      new Learner() {
        @Override
        public String name() {
          return "counting";
        }

        @Override
        public Regression fit(Design x, double[] target, double[] weights, long seed) {
          fits.incrementAndGet();
          double mean = Arrays.stream(target).average().orElseThrow();
          return at -> {
            double[] all = new double[at.rows()];
            Arrays.fill(all, mean);
            return all;
          };
        }
      };

  @Test
  void onlyTheSameRowsAreRemembered() {
    Learner learner = Remembering.of(List.of(counting)).getFirst();
    double[][] x = {{1, 2, 3}, {0, 1, 0}};
    double[] target = {1, 0, 1};
    double[] weights = {1, 1, 2};
    Design at = new Design(new double[][] {{5}, {1}}, 1);
    Design other = new Design(new double[][] {{6}, {1}}, 1);
    Design rows = new Design(x, 3);
    Design codes = new Design(x, 3, List.of(new CategoryColumns(0, 2)));
    Design moved = new Design(new double[][] {{1, 2, 4}, {0, 1, 0}}, 3);

    double[] first = learner.fit(rows, target, weights, 7).predict(at);
    first[0] = Double.NaN; // a caller's own array
    assertThat(learner.fit(rows, target, weights, 7).predict(at)).containsExactly(2.0 / 3);
    assertThat(learner.fit(new Design(x, 3), target.clone(), weights.clone(), 7).predict(at))
        .containsExactly(2.0 / 3);
    assertThat(fits).hasValue(1);

    int expected = 1;
    for (Regression again :
        List.of(
            learner.fit(moved, target, weights, 7),
            learner.fit(codes, target, weights, 7),
            learner.fit(rows, new double[] {1, 0, 0}, weights, 7),
            learner.fit(rows, target, new double[] {1, 1, 1}, 7),
            learner.fit(rows, target, weights, 8))) {
      assertThat(again.predict(at)).hasSize(1);
      assertThat(fits).hasValue(++expected);
    }
    assertThat(learner.fit(rows, target, weights, 7).predict(other)).hasSize(1);
    assertThat(fits).hasValue(expected + 1);
  }

  /** Two outcomes of one treatment: the same bits as without a memory, whichever comes first. */
  @Test
  void figuresAreThoseOfLearningAgain() {
    List<Learner> remembering = Remembering.of(Stack.ofTreatment());
    for (String outcome : List.of("y", "harm", "y")) {
      DoublyRobust plain = DoublyRobust.withDefaults().withSplits(2).withSeed(3);
      DoublyRobustFit again = plain.fit(frame(outcome), 1);
      DoublyRobustFit remembered =
          plain.withPropensityLearners(remembering).withThreads(2).fit(frame(outcome), 1);
      assertThat(remembered.propensity()).containsExactly(again.propensity());
      assertThat(remembered.estimate(Estimand.ATT)).isEqualTo(again.estimate(Estimand.ATT));
      assertThat(remembered.propensityFit().learners()).isEqualTo(again.propensityFit().learners());
    }
  }

  private static Frame frame(String outcome) {
    double[] x = new double[ROWS];
    double[] y = new double[ROWS];
    int[] arm = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      x[i] = RandomStream.of(1, "x", i).nextGaussian();
      arm[i] = x[i] + RandomStream.of(1, "arm", i).nextGaussian() > 0.3 ? 1 : 0;
      y[i] = x[i] + arm[i] + RandomStream.of(1, outcome, i).nextGaussian();
    }
    FrameBuilder builder = Frame.builder().covariate("x", x).outcome(outcome, y);
    return builder.treatment(arm, List.of("none", "some")).build();
  }
}
