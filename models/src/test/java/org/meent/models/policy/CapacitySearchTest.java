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
