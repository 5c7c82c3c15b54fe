// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meent.models.learner.Parallel;
import org.meent.protocols.run.RandomStream;

class PolicySearchTest {

  /** The whole tree space, tried one by one; fewest = least rows of a leaf. */
  @ParameterizedTest
  @CsvSource({"2,1,9", "2,1,1000", "3,1,4", "3,4,1000", "4,6,7", "2,10,1000"})
  void isAsGoodAsBruteForce(int arms, int fewest, int distinct) {
    try (Parallel parallel = new Parallel(2)) {
      for (int seed = 0; seed < 25; seed++) {
        RandomStream random = RandomStream.of(seed, "policy", arms, fewest);
        int n = 24 + random.nextInt(30);
        double[][] x = new double[3][n];
        double[][] scores = new double[arms][n];
        for (int i = 0; i < n; i++) {
          for (double[] column : x) {
            column[i] = random.nextInt(distinct);
          }
          for (double[] arm : scores) {
            arm[i] = random.nextGaussian();
          }
        }
        int[] all = IntStream.range(0, n).toArray();
        for (int depth = 0; depth <= (n > 30 ? 2 : 3); depth++) {
          PolicyResult found = new PolicySearch(depth, fewest).search(x, scores, parallel);
          assertThat(found.total())
              .as("seed %d depth %d", seed, depth)
              .isCloseTo(brute(x, scores, all, depth, fewest), within(1e-9));
          assertThat(found.tree().smallestLeaf()).isGreaterThanOrEqualTo(fewest);
        }
      }
    }
  }

  private static double brute(double[][] x, double[][] scores, int[] rows, int depth, int fewest) {
    double best = Double.NEGATIVE_INFINITY;
    for (double[] arm : scores) {
      best = Math.max(best, Arrays.stream(rows).mapToDouble(i -> arm[i]).sum());
    }
    for (int j = 0; depth > 0 && j < x.length; j++) {
      double[] column = x[j];
      for (double cut : Arrays.stream(rows).mapToDouble(i -> column[i]).distinct().toArray()) {
        int[] low = Arrays.stream(rows).filter(i -> column[i] <= cut).toArray();
        int[] high = Arrays.stream(rows).filter(i -> column[i] > cut).toArray();
        if (low.length >= fewest && high.length >= fewest) {
          best =
              Math.max(
                  best,
                  brute(x, scores, low, depth - 1, fewest)
                      + brute(x, scores, high, depth - 1, fewest));
        }
      }
    }
    return best;
  }

  @Test
  void sameTreeForThreadsAndRowOrder() {
    int n = 500;
    RandomStream random = RandomStream.of(3, "policy");
    double[][] x = new double[4][n];
    double[][] scores = new double[2][n];
    for (int i = 0; i < n; i++) {
      for (double[] column : x) {
        column[i] = random.nextGaussian();
      }
      scores[1][i] = (x[0][i] > 0 && x[1][i] < 0.5 ? 1 : -1) + random.nextGaussian();
    }
    try (Parallel one = new Parallel(1);
        Parallel two = new Parallel(2)) {
      PolicySearch search = PolicySearch.withDefaults().withFewest(20);
      PolicyTree first = search.search(x, scores, one).tree();
      assertThat(search.search(x, scores, two).tree()).isEqualTo(first);
      assertThat(search.search(turned(x), turned(scores), two).tree()).isEqualTo(first);
      int[] cluster = IntStream.range(0, n).toArray();
      PolicyValue value =
          PolicyValue.crossValidated(
                  CapacitySearch.unlimited(search, 2), x, scores, cluster, n, 5, 1, two)
              .over(scores[0]);
      assertThat(value.gain()).isBetween(0.15, 0.6);
      assertThat(value.lower()).isPositive();
    }
  }

  private static double[][] turned(double[][] arrays) {
    return Arrays.stream(arrays)
        .map(a -> IntStream.range(0, a.length).mapToDouble(i -> a[a.length - 1 - i]).toArray())
        .toArray(double[][]::new);
  }

  @Test
  void missingValuesAreAFaultOfTheCaller() {
    try (Parallel parallel = new Parallel(1)) {
      double[][] x = {{1, Double.NaN}};
      double[][] scores = {{0, 0}, {1, 1}};
      assertThatThrownBy(() -> PolicySearch.withDefaults().search(x, scores, parallel))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
