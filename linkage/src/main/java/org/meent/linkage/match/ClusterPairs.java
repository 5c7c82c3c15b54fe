// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All pairs within clusters with the probability that they are of one person: their own, or that of
 * the best detour over a third record of the cluster if that is larger.
 *
 * @param left left records
 * @param right right records
 * @param probability probabilities
 */
record ClusterPairs(int[] left, int[] right, double[] probability) {

  static ClusterPairs of(int[] cluster, ScoredPairs pairs) {
    Map<Integer, List<Integer>> members = new TreeMap<>();
    for (int row = 0; row < cluster.length; row++) {
      members.computeIfAbsent(cluster[row], c -> new ArrayList<>()).add(row);
    }
    Map<Long, Double> own = new HashMap<>();
    for (int e = 0; e < pairs.size(); e++) {
      if (cluster[pairs.left()[e]] == cluster[pairs.right()[e]]) {
        own.put(key(pairs.left()[e], pairs.right()[e]), pairs.probability()[e]);
      }
    }
    int size = members.values().stream().mapToInt(m -> m.size() * (m.size() - 1) / 2).sum();
    ClusterPairs all = new ClusterPairs(new int[size], new int[size], new double[size]);
    int at = 0;
    for (List<Integer> group : members.values()) {
      at = all.fill(group, own, at);
    }
    return all;
  }

  private int fill(List<Integer> group, Map<Long, Double> own, int start) {
    int n = group.size();
    double[][] p = new double[n][n];
    for (int i = 0; i < n; i++) {
      Arrays.fill(p[i], 0);
      for (int j = 0; j < n; j++) {
        int low = Math.min(group.get(i), group.get(j));
        p[i][j] = own.getOrDefault(key(low, Math.max(group.get(i), group.get(j))), 0.0);
      }
    }
    int at = start;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double best = p[i][j];
        for (int k = 0; k < n; k++) {
          best = Math.max(best, p[i][k] * p[k][j]);
        }
        left[at] = group.get(i);
        right[at] = group.get(j);
        probability[at++] = best;
      }
    }
    return at;
  }

  private static long key(int left, int right) {
    return (long) left << 32 | right;
  }
}
