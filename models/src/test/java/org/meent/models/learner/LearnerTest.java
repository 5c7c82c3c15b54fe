// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meent.protocols.run.RandomStream;

class LearnerTest {

  static Stream<Learner> learners() {
    return Stream.of(
        ElasticNet.withDefaults(),
        SmoothNet.withDefaults(),
        BinnedForest.withDefaults().withTrees(100),
        BinnedBoosting.withDefaults(),
        new SmileForest(50, 0.5, 10));
  }

  /** y = x0 + 2 x1 x2 + noise: each learner must explain most of what can be explained. */
  @ParameterizedTest
  @MethodSource("learners")
  void learnsASignal(Learner learner) {
    int n = 2000;
    Design x = uniform(n, 5, 3);
    double[] truth =
        IntStream.range(0, n)
            .mapToDouble(i -> 2 * x.at(i, 0) + 2 * x.at(i, 1) * x.at(i, 2))
            .toArray();
    RandomStream noise = RandomStream.of(4, "noise");
    double[] y = Arrays.stream(truth).map(v -> v + 0.3 * noise.nextGaussian()).toArray();
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    Regression first = learner.fit(x, y, ones, 5);
    double[] predicted = first.predict(x);
    double mean = Arrays.stream(truth).average().orElseThrow();
    double left = IntStream.range(0, n).mapToDouble(i -> square(predicted[i] - truth[i])).sum();
    double all = Arrays.stream(truth).map(v -> square(v - mean)).sum();
    assertThat(left / all).isLessThan(0.12);
    assertThat(learner.fit(x, y, ones, 5).predict(x)).containsExactly(predicted);
  }

  /**
   * A surface that no polynomial of degree four follows. Without noise, fine trees are kept and the
   * error of new rows is small; for a step under noise of six times its size, coarse ones are.
   */
  @Test
  void boostingIsAsFineAsNoiseAllows() {
    int n = 1500;
    Design x = uniform(n, 2, 11);
    Design fresh = uniform(n, 2, 12);
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    BinnedBoosting coarse = BinnedBoosting.withDefaults();
    BinnedBoosting fine = new BinnedBoosting(1_000, 0.05, 6, 0.5, 5);
    double[] y = IntStream.range(0, n).mapToDouble(i -> waves(x, i)).toArray();
    Regression kept = BinnedBoosting.best(List.of(coarse, fine), x, y, ones, 3);
    assertThat(same(kept, fine.fit(x, y, ones, 3), fresh)).isTrue();
    assertThat(missed(SmoothNet.withDefaults(), x, y, fresh)).isLessThan(0.016);
    assertThat(missed(new SmoothNet(6, 4, 100), x, y, fresh)).isGreaterThan(0.022);
    RandomStream noise = RandomStream.of(13, "noise");
    double[] step =
        IntStream.range(0, n)
            .mapToDouble(i -> (x.at(i, 0) > 0.5 ? 1 : 0) + 3 * noise.nextGaussian())
            .toArray();
    kept = BinnedBoosting.best(List.of(coarse, fine), x, step, ones, 3);
    assertThat(same(kept, coarse.fit(x, step, ones, 3), fresh)).isTrue();
  }

  private static boolean same(Regression one, Regression other, Design fresh) {
    return Arrays.equals(one.predict(fresh), other.predict(fresh));
  }

  /** The share of the variance on new rows that a learner misses. */
  private static double missed(Learner learner, Design x, double[] y, Design fresh) {
    double[] ones = new double[y.length];
    Arrays.fill(ones, 1);
    double[] predicted = learner.fit(x, y, ones, 3).predict(fresh);
    return IntStream.range(0, y.length)
            .mapToDouble(i -> square(predicted[i] - waves(fresh, i)))
            .sum()
        / IntStream.range(0, y.length).mapToDouble(i -> square(waves(fresh, i))).sum();
  }

  private static double waves(Design x, int i) {
    return StrictMath.sin(9 * x.at(i, 0)) * StrictMath.sin(9 * x.at(i, 1));
  }

  /** Every row a second time with weight zero is the same problem with more rows than terms. */
  @Test
  void moreTermsThanRowsAreSolvedInTheSpaceOfTheRows() {
    int n = 25;
    Design x = uniform(n, 40, 6);
    double[] y =
        IntStream.range(0, n).mapToDouble(i -> x.at(i, 0) + x.at(i, 1) > 1 ? 1 : 0).toArray();
    double[] weights = IntStream.range(0, n).mapToDouble(i -> i == 3 ? 0 : 1 + i % 3).toArray();
    double[] twice = IntStream.range(0, 2 * n).mapToDouble(i -> i < n ? weights[i] : 0).toArray();
    int[] doubled = IntStream.range(0, 2 * n).map(i -> i % n).toArray();
    RidgeLogistic logistic = RidgeLogistic.withDefaults();
    double[] wide = logistic.fit(x, y, weights, 1).predict(x);
    double[] tall = logistic.fit(x.select(doubled), Design.pick(y, doubled), twice, 1).predict(x);
    assertThat(wide).containsExactly(tall, within(1e-8));
    assertThat(wide[0]).isNotCloseTo(wide[1], within(1e-3));
  }

  /** With the treatment known only by being missing, trees must find it. */
  @Test
  void missingCarriesInformation() {
    int n = 1000;
    double[] column = new double[n];
    double[] y = new double[n];
    RandomStream random = RandomStream.of(8, "missing");
    for (int i = 0; i < n; i++) {
      boolean missing = random.nextDouble() < 0.3;
      column[i] = missing ? Double.NaN : random.nextDouble();
      y[i] = missing ? 1 : 0;
    }
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    Design x = new Design(new double[][] {column}, n);
    for (Learner learner :
        List.of(BinnedForest.withDefaults().withTrees(20), ElasticNet.withDefaults())) {
      double[] predicted = learner.fit(x, y, ones, 1).predict(x);
      for (int i = 0; i < n; i++) {
        assertThat(predicted[i]).as(learner.name()).isCloseTo(y[i], within(0.05));
      }
    }
  }

  /** A weight of two is a row twice. */
  @Test
  void weightsAreRepetitions() {
    Design x = uniform(200, 3, 9);
    double[] y = IntStream.range(0, 200).mapToDouble(i -> x.at(i, 0) > 0.4 ? 1 : 0).toArray();
    double[] twice = new double[200];
    Arrays.fill(twice, 2);
    int[] doubled = IntStream.range(0, 400).map(i -> i / 2).toArray();
    double[] ones = new double[400];
    Arrays.fill(ones, 1);
    RidgeLogistic logistic = RidgeLogistic.withDefaults();
    double[] weighted = logistic.fit(x, y, twice, 1).predict(x);
    double[] repeated =
        logistic.fit(x.select(doubled), Design.pick(y, doubled), ones, 1).predict(x);
    for (int i = 0; i < 200; i++) {
      assertThat(weighted[i]).isCloseTo(repeated[i], within(1e-9));
    }
  }

  /** Brute force: the step function nearest to 0/1 values, over all ways to cut. */
  @Test
  void isotonicIsTheNearestRisingFunction() {
    for (int seed = 0; seed < 30; seed++) {
      RandomStream random = RandomStream.of(seed, "isotonic");
      int n = 9;
      double[] score = IntStream.range(0, n).mapToDouble(i -> random.nextInt(6)).toArray();
      double[] y = IntStream.range(0, n).mapToDouble(i -> random.nextInt(2)).toArray();
      double[] w = IntStream.range(0, n).mapToDouble(i -> 1 + random.nextInt(3)).toArray();
      double[] found = Isotonic.calibrate(score, y, w);
      double best = Double.POSITIVE_INFINITY;
      for (int cut = 0; cut < 1 << 5; cut++) {
        best = Math.min(best, loss(stepped(score, y, w, cut), y, w));
      }
      assertThat(loss(found, y, w)).isCloseTo(best, within(1e-12));
    }
  }

  private static double[] stepped(double[] score, double[] y, double[] w, int cut) {
    double[] sum = new double[6];
    double[] mass = new double[6];
    int n = y.length;
    for (int i = 0; i < n; i++) {
      int block = Integer.bitCount(cut & ((1 << (int) score[i]) - 1));
      sum[block] += w[i] * y[i];
      mass[block] += w[i];
    }
    double last = 0;
    for (int b = 0; b < 6; b++) {
      if (mass[b] > 0) {
        if (sum[b] / mass[b] < last - 1e-15) {
          return IntStream.range(0, n).mapToDouble(i -> 1e6).toArray();
        }
        last = sum[b] / mass[b];
      }
    }
    return IntStream.range(0, n)
        .mapToDouble(
            i -> {
              int block = Integer.bitCount(cut & ((1 << (int) score[i]) - 1));
              return sum[block] / mass[block];
            })
        .toArray();
  }

  private static double loss(double[] fit, double[] y, double[] w) {
    return IntStream.range(0, y.length).mapToDouble(i -> w[i] * square(fit[i] - y[i])).sum();
  }

  @Test
  void foldsKeepClustersWhole() {
    int[] cluster = IntStream.range(0, 100).map(i -> i / 4).toArray();
    int[] arm = IntStream.range(0, 100).map(i -> i % 2).toArray();
    int[] fold = Folds.of(cluster, 25, arm, 5, 1);
    for (int i = 1; i < 100; i++) {
      if (cluster[i] == cluster[i - 1]) {
        assertThat(fold[i]).isEqualTo(fold[i - 1]);
      }
    }
    assertThat(Arrays.stream(fold).distinct().count()).isEqualTo(5);
  }

  private static Design uniform(int n, int p, long seed) {
    RandomStream random = RandomStream.of(seed, "uniform");
    double[][] columns = new double[p][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < p; j++) {
        columns[j][i] = random.nextDouble();
      }
    }
    return new Design(columns, n);
  }

  private static double square(double v) {
    return v * v;
  }
}
