// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.meent.protocols.literature.Reference;
import org.meent.protocols.run.RandomStream;

/**
 * Draws one-to-one linkages with given probabilities of pairs. The weight of a pair follows from
 * the probabilities by inverting the Bethe approximation, w = p (1 - p) / ((1 - P_left) (1 -
 * P_right)) with P the sum of the probabilities at a record; exact where the pairs form no circle.
 * Small components are drawn exactly, large ones by a Markov chain over linkages.
 */
@Reference(
    authors = "M. Jerrum, A. Sinclair (1989)",
    title = "Approximating the permanent",
    source = "SIAM Journal on Computing 18, 1149-1178",
    url = "https://doi.org/10.1137/0218077")
final class MatchingSampler {
  static final double LEAST = 0.01;

  private static final double CERTAIN = 1e-9;
  private static final int SMALL = 12;
  private static final int SWEEPS = 200;

  private final ScoredPairs pairs;
  private final int[] edges;
  private final int[] component;
  private final double[] weights;

  MatchingSampler(ScoredPairs pairs) {
    this.pairs = pairs;
    int most = 0;
    for (int e = 0; e < pairs.size(); e++) {
      most = Math.max(most, 1 + Math.max(pairs.left()[e], pairs.right()[e]));
    }
    UnionFind sets = new UnionFind(2 * most);
    double[] alone = new double[2 * most];
    Arrays.fill(alone, 1);
    int[] found = new int[pairs.size()];
    int count = 0;
    for (int e = 0; e < pairs.size(); e++) {
      if (pairs.probability()[e] >= LEAST) {
        found[count++] = e;
        sets.join(pairs.left()[e], most + pairs.right()[e]);
        alone[pairs.left()[e]] -= pairs.probability()[e];
        alone[most + pairs.right()[e]] -= pairs.probability()[e];
      }
    }
    this.edges = Arrays.copyOf(found, count);
    this.component = new int[count];
    this.weights = new double[count];
    for (int i = 0; i < count; i++) {
      int e = edges[i];
      double p = pairs.probability()[e];
      component[i] = sets.find(pairs.left()[e]);
      double both =
          Math.max(CERTAIN, alone[pairs.left()[e]])
              * Math.max(CERTAIN, alone[most + pairs.right()[e]]);
      weights[i] = p * Math.max(CERTAIN, 1 - p) / both;
    }
  }

  /** The numbers of the pairs of a draw, ascending. */
  int[] draw(int number) {
    Map<Integer, int[]> members = new HashMap<>();
    int[] sizes = new int[1 + Arrays.stream(component).max().orElse(0)];
    Arrays.stream(component).forEach(c -> sizes[c]++);
    int[] order = new int[sizes.length];
    boolean[] drawn = new boolean[edges.length];
    for (int i = 0; i < edges.length; i++) {
      int c = component[i];
      int[] own = members.computeIfAbsent(c, k -> new int[sizes[k]]);
      own[order[c]++] = i;
      if (order[c] == sizes[c]) {
        RandomStream random = RandomStream.of(number, "linkage-draw", c);
        if (own.length <= SMALL) {
          exact(own, drawn, random);
        } else {
          chain(own, drawn, random);
        }
      }
    }
    int[] chosen = new int[edges.length];
    int count = 0;
    for (int i = 0; i < edges.length; i++) {
      if (drawn[i]) {
        chosen[count++] = edges[i];
      }
    }
    return Arrays.copyOf(chosen, count);
  }

  private boolean meet(int a, int b) {
    return pairs.left()[edges[a]] == pairs.left()[edges[b]]
        || pairs.right()[edges[a]] == pairs.right()[edges[b]];
  }

  /** Pair after pair with its probability given those before, from sums over all linkages. */
  private void exact(int[] own, boolean[] drawn, RandomStream random) {
    int[] free = own;
    while (free.length > 0) {
      int first = free[0];
      int[] without = Arrays.copyOfRange(free, 1, free.length);
      int[] apart = Arrays.stream(without).filter(other -> !meet(first, other)).toArray();
      double with = weights[first] * total(apart);
      drawn[first] = random.nextDouble() * (with + total(without)) < with;
      free = drawn[first] ? apart : without;
    }
  }

  /** The sum of the weights of all linkages of some pairs. */
  private double total(int[] some) {
    if (some.length == 0) {
      return 1;
    }
    int first = some[0];
    int[] without = Arrays.copyOfRange(some, 1, some.length);
    int[] apart = Arrays.stream(without).filter(other -> !meet(first, other)).toArray();
    return total(without) + weights[first] * total(apart);
  }

  /** Metropolis steps that add, remove or exchange a pair. */
  private void chain(int[] own, boolean[] drawn, RandomStream random) {
    Map<Integer, Integer> atLeft = new HashMap<>();
    Map<Integer, Integer> atRight = new HashMap<>();
    for (long step = 0; step < (long) SWEEPS * own.length; step++) {
      int i = own[random.nextInt(own.length)];
      double u = random.nextDouble();
      int left = pairs.left()[edges[i]];
      int right = pairs.right()[edges[i]];
      if (drawn[i]) {
        if (u * weights[i] < 1) {
          take(i, -1, drawn, atLeft, atRight);
        }
        continue;
      }
      int onLeft = atLeft.getOrDefault(left, -1);
      int onRight = atRight.getOrDefault(right, -1);
      if (onLeft >= 0 && onRight >= 0) {
        continue;
      }
      int instead = Math.max(onLeft, onRight);
      if (u * (instead < 0 ? 1 : weights[instead]) < weights[i]) {
        if (instead >= 0) {
          take(instead, -1, drawn, atLeft, atRight);
        }
        take(i, i, drawn, atLeft, atRight);
      }
    }
  }

  private void take(
      int i,
      int value,
      boolean[] drawn,
      Map<Integer, Integer> atLeft,
      Map<Integer, Integer> atRight) {
    drawn[i] = value >= 0;
    atLeft.put(pairs.left()[edges[i]], value);
    atRight.put(pairs.right()[edges[i]], value);
  }
}
