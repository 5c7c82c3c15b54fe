// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meent.models.frame.Frame;
import org.meent.models.frame.FrameBuilder;
import org.meent.protocols.run.RandomStream;

/** Least squares against closed forms that can be computed apart. */
final class RobustRegressionTest {
  private static final int CLUSTERS = 12;
  private static final int SIZE = 5;
  private static final int ROWS = CLUSTERS * SIZE;

  private static double[] outcome() {
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      y[i] =
          RandomStream.of(3, "cluster", i / SIZE).nextGaussian()
              + RandomStream.of(3, "row", i).nextGaussian();
    }
    return y;
  }

  private static Frame frame(boolean crossing) {
    FrameBuilder builder =
        Frame.builder()
            .treatment(IntStream.range(0, ROWS).map(i -> i % 2).toArray(), List.of("0", "1"))
            .outcome("y", outcome())
            .clusters(IntStream.range(0, ROWS).mapToObj(i -> "c%02d".formatted(i / SIZE)).toList());
    return (crossing
            ? builder.crossing(
                IntStream.range(0, ROWS).mapToObj(i -> "m%d".formatted(i % SIZE)).toList())
            : builder)
        .build();
  }

  private static double[] ones() {
    double[] ones = new double[ROWS];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** A constant alone is a mean: the same as the correction for the mean of few clusters. */
  @Test
  void aConstantIsAMean() {
    double[] y = outcome();
    RobustRegression found = RobustRegression.of(new double[][] {ones()}, y, ones(), frame(false));
    double mean = Arrays.stream(y).average().orElseThrow();
    double[] influence = Arrays.stream(y).map(v -> (v - mean) / ROWS).toArray();
    ClusterVariance expected = ClusterVariance.of(influence, frame(false), null);
    assertThat(found.coefficients()[0]).isCloseTo(mean, within(1e-12));
    assertThat(found.standardErrors()[0]).isCloseTo(expected.standardError(), within(1e-12));
    assertThat(found.degreesOfFreedom()[0]).isCloseTo(expected.degreesOfFreedom(), within(1e-9));
  }

  /**
   * A treatment of whole clusters of one size: CR2 is the difference in means of the cluster means
   * with {@code s²/G} of each arm, and the degrees of freedom are Welch's for equal variances: with
   * 4 and 8 clusters {@code (1/4 + 1/8)² / (1/(16·3) + 1/(64·7)) = 6.0896}.
   */
  @Test
  void aTreatmentOfWholeClustersIsACompareOfTheirMeans() {
    double[] y = outcome();
    double[] w = IntStream.range(0, ROWS).mapToDouble(i -> i / SIZE < 4 ? 1 : 0).toArray();
    RobustRegression found =
        RobustRegression.of(new double[][] {ones(), w}, y, ones(), frame(false));
    double[] means =
        IntStream.range(0, CLUSTERS)
            .mapToDouble(c -> Arrays.stream(y, c * SIZE, (c + 1) * SIZE).average().orElseThrow())
            .toArray();
    double expected = spread(means, 0, 4) / 4 + spread(means, 4, CLUSTERS) / 8;
    assertThat(found.standardErrors()[1]).isCloseTo(Math.sqrt(expected), within(1e-10));
    double free = 0.375 * 0.375 / (1 / 48.0 + 1 / 448.0);
    assertThat(found.degreesOfFreedom()[1]).isCloseTo(free, within(1e-6));
  }

  private static double spread(double[] values, int from, int to) {
    double mean = Arrays.stream(values, from, to).average().orElseThrow();
    return Arrays.stream(values, from, to).map(v -> (v - mean) * (v - mean)).sum()
        / (to - from - 1);
  }

  @Test
  void twoDivisionsAreNeverLessThanEither() {
    double[] y = outcome();
    double[] w = IntStream.range(0, ROWS).mapToDouble(i -> i % 2).toArray();
    double[][] x = {ones(), w};
    RobustRegression one = RobustRegression.of(x, y, ones(), frame(false));
    RobustRegression two = RobustRegression.of(x, y, ones(), frame(true));
    for (int a = 0; a < 2; a++) {
      assertThat(two.standardErrors()[a]).isGreaterThanOrEqualTo(one.standardErrors()[a]);
      assertThat(two.degreesOfFreedom()[a]).isLessThanOrEqualTo(one.degreesOfFreedom()[a]);
    }
  }

  /** With as many tested coefficients as degrees of freedom there is no joint test. */
  @Test
  void theJointTestNeedsDegreesOfFreedom() {
    double[] y = outcome();
    double[][] many = new double[CLUSTERS][];
    many[0] = ones();
    for (int k = 1; k < CLUSTERS; k++) {
      int which = k;
      many[k] =
          IntStream.range(0, ROWS)
              .mapToDouble(i -> RandomStream.of(4, "many", which, i).nextGaussian())
              .toArray();
    }
    assertThat(RobustRegression.of(many, y, ones(), frame(false)).jointP(1)).isNaN();
    double p =
        RobustRegression.of(new double[][] {many[0], many[1]}, y, ones(), frame(false)).jointP(1);
    assertThat(p).isBetween(0.0, 1.0);
  }
}
