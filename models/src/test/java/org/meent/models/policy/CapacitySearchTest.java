// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.models.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meent.models.learner.Parallel;
import org.meent.protocols.run.RandomStream;

/** Costs and room, against every tree of one question tried one by one. */
class CapacitySearchTest {

  @Test
  void staysWithinTheRoomAndItsBoundHolds() {
    try (Parallel parallel = new Parallel(1)) {
      for (int seed = 0; seed < 60; seed++) {
        RandomStream random = RandomStream.of(seed, "capacity", 0);
        int n = 30 + random.nextInt(40);
        double[][] x = new double[2][n];
        double[][] scores = new double[3][n];
        for (int i = 0; i < n; i++) {
          x[0][i] = random.nextInt(8);
          x[1][i] = random.nextInt(8);
          scores[0][i] = random.nextGaussian();
          scores[1][i] = 0.5 + random.nextGaussian();
          scores[2][i] = 0.4 + random.nextGaussian();
        }
        double[] cost = {0, 0.1, 0.2};
        double[] room = {1, 0.3, 0.4};
        CapacitySearch search = new CapacitySearch(new PolicySearch(1, 2), cost, room);
        CapacitySearch.Found found = search.search(x, scores, parallel);

        double[] shares = PolicyRows.plain(x, scores).shares(found.tree());
        assertThat(shares[1]).isLessThanOrEqualTo(0.3);
        assertThat(shares[2]).isLessThanOrEqualTo(0.4);
        double best = brute(x, PolicyRows.plain(x, scores).net(cost), room, 2);
        assertThat(found.total()).isLessThanOrEqualTo(best + 1e-9);
        assertThat(found.atMost()).isGreaterThanOrEqualTo(best - 1e-9);
      }
    }
  }

  private static double brute(double[][] x, double[][] net, double[] room, int fewest) {
    int n = net[0].length;
    double best = IntStream.range(0, n).mapToDouble(i -> net[0][i]).sum();
    for (double[] column : x) {
      for (double cut = 0; cut < 7; cut++) {
        double at = cut;
        long low = IntStream.range(0, n).filter(i -> column[i] <= at).count();
        if (low < fewest || n - low < fewest) {
          continue;
        }
        for (int a = 0; a < 3; a++) {
          for (int b = 0; b < 3; b++) {
            double[] share = new double[3];
            share[a] += (double) low / n;
            share[b] += (double) (n - low) / n;
            if (share[1] <= room[1] && share[2] <= room[2]) {
              double sum = 0;
              for (int i = 0; i < n; i++) {
                sum += net[column[i] <= cut ? a : b][i];
              }
              best = Math.max(best, sum);
            }
          }
        }
      }
    }
    return best;
  }

  /** Arms that are closed to some, weights, costs and room at once, against every rule. */
  @Test
  void closedArmsAreNeverGivenAndWeightsCount() {
    try (Parallel parallel = new Parallel(1)) {
      for (int seed = 0; seed < 15; seed++) {
        RandomStream random = RandomStream.of(seed, "closed", 0);
        int n = 30 + random.nextInt(30);
        double[][] x = new double[2][n];
        double[][] scores = new double[3][n];
        double[] weights = new double[n];
        boolean[][] open = PolicyRows.allOpen(3, n);
        for (int i = 0; i < n; i++) {
          x[0][i] = random.nextInt(8);
          x[1][i] = random.nextInt(8);
          weights[i] = 0.5 + random.nextDouble();
          scores[0][i] = random.nextGaussian();
          scores[1][i] = 0.5 + random.nextGaussian();
          scores[2][i] = 0.4 + random.nextGaussian();
          open[1][i] = random.nextDouble() < 0.7;
          open[2][i] = random.nextDouble() < 0.5;
        }
        PolicyRows rows = new PolicyRows(x, scores, weights, open);
        double[] cost = {0.05, 0.1, 0.2};
        double[] room = {1, 0.4, 0.3};
        CapacitySearch.Found found =
            new CapacitySearch(new PolicySearch(1, 2), cost, room).search(rows, parallel);

        int[] given = rows.given(found.tree());
        double total = 0;
        for (int i = 0; i < n; i++) {
          assertThat(open[given[i]][i]).isTrue();
          total += weights[i] * (scores[given[i]][i] - cost[given[i]]);
        }
        assertThat(found.total()).isCloseTo(total, within(1e-9));
        double[] shares = rows.shares(found.tree());
        assertThat(shares[1]).isLessThanOrEqualTo(0.4);
        assertThat(shares[2]).isLessThanOrEqualTo(0.3);
        double best = brute(rows, cost, room, 2);
        assertThat(found.total()).isLessThanOrEqualTo(best + 1e-9);
        assertThat(found.atMost()).isGreaterThanOrEqualTo(best - 1e-9);
        CapacitySearch.Found free =
            new CapacitySearch(new PolicySearch(1, 2), cost, new double[] {1, 1, 1})
                .search(rows, parallel);
        assertThat(free.total())
            .isCloseTo(brute(rows, cost, new double[] {1, 1, 1}, 2), within(1e-9));
      }
    }
  }

  private static double brute(PolicyRows rows, double[] cost, double[] room, int fewest) {
    double best = Double.NEGATIVE_INFINITY;
    int n = rows.size();
    for (int a = 0; a < 3; a++) {
      best = Math.max(best, worth(rows, new PolicyTree.Leaf(a, n), cost, room));
      for (int column = 0; column < 2; column++) {
        double[] values = rows.columns()[column];
        for (double cut = 0; cut < 7; cut++) {
          double at = cut;
          long low = IntStream.range(0, n).filter(i -> values[i] <= at).count();
          for (int b = 0; b < 3 && low >= fewest && n - low >= fewest; b++) {
            PolicyTree tree =
                new PolicyTree.Question(
                    column, cut, new PolicyTree.Leaf(a, low), new PolicyTree.Leaf(b, n - low));
            best = Math.max(best, worth(rows, tree, cost, room));
          }
        }
      }
    }
    return best;
  }

  private static double worth(PolicyRows rows, PolicyTree tree, double[] cost, double[] room) {
    double[] share = new double[3];
    double total = 0;
    double all = IntStream.range(0, rows.size()).mapToDouble(i -> rows.weights()[i]).sum();
    for (int i = 0; i < rows.size(); i++) {
      double[] x = {rows.columns()[0][i], rows.columns()[1][i]};
      int arm = rows.open()[tree.arm(x)][i] ? tree.arm(x) : 0;
      share[arm] += rows.weights()[i] / all;
      total += rows.weights()[i] * (rows.scores()[arm][i] - cost[arm]);
    }
    return share[1] > room[1] || share[2] > room[2] ? Double.NEGATIVE_INFINITY : total;
  }

  @Test
  void withoutLimitsItIsTheSearchItself() {
    double[][] x = {{1, 2, 3, 4, 5, 6}};
    double[][] scores = {{0, 0, 0, 0, 0, 0}, {-1, -1, -1, 1, 1, 1}};
    try (Parallel parallel = new Parallel(1)) {
      CapacitySearch.Found found =
          CapacitySearch.unlimited(new PolicySearch(1, 1), 2).search(x, scores, parallel);
      assertThat(found.total()).isEqualTo(3);
      assertThat(found.atMost()).isCloseTo(3, within(1e-12));
      assertThat(found.price()).containsExactly(0, 0);
    }
  }

  @Test
  void aQuestionThatTellsAProtectedAttributeIsSeen() {
    double[][] x = {{1, 1, 1, 1, 1, 2, 2, 2, 2, 2}, {1, 2, 1, 2, 1, 2, 1, 2, 1, 2}};
    PolicyTree.Leaf first = new PolicyTree.Leaf(0, 5);
    PolicyTree.Leaf second = new PolicyTree.Leaf(1, 5);
    List<String> origin = List.of("a", "a", "a", "a", "a", "b", "b", "b", "b", "b");

    ProxyStrength telling =
        ProxyStrength.of("origin", new PolicyTree.Question(0, 1, first, second), x, origin);
    assertThat(telling.association()).isCloseTo(1, within(1e-12));
    assertThat(telling.guessed()).isEqualTo(1);
    assertThat(telling.guessedAnyway()).isEqualTo(0.5);

    ProxyStrength blind =
        ProxyStrength.of("origin", new PolicyTree.Question(1, 1, first, second), x, origin);
    assertThat(blind.association()).isZero();
  }
}
