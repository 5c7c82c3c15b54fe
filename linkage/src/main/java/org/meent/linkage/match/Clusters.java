// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.meent.linkage.compare.EditDistance;

/**
 * Groups the records of one file into persons. Pairs above the threshold make components; within a
 * component groups grow by the largest mean log odds over <em>all</em> pairs between two groups,
 * also those that blocking never proposed, and stop when it is no longer positive. So a chain of
 * weak links does not pull different persons together.
 */
final class Clusters {
  private static final int LARGEST = 250;
  private static final double STEP = 2;

  private final LinkageFields fields;
  private final MatchModel model;
  private final ScoredPairs pairs;
  private final int[] cluster;
  private final EditDistance distance = new EditDistance();

  private Clusters(LinkageFields fields, MatchModel model, ScoredPairs pairs) {
    this.fields = fields;
    this.model = model;
    this.pairs = pairs;
    this.cluster = new int[fields.rowsLeft()];
    for (int i = 0; i < cluster.length; i++) {
      cluster[i] = i;
    }
  }

  /** Per record the smallest record of its cluster. */
  static int[] find(LinkageFields fields, MatchModel model, ScoredPairs pairs, double threshold) {
    Clusters clusters = new Clusters(fields, model, pairs);
    int[] edges = new int[pairs.size()];
    int count = 0;
    for (int e = 0; e < edges.length; e++) {
      if (pairs.probability()[e] >= threshold) {
        edges[count++] = e;
      }
    }
    clusters.split(
        java.util.Arrays.copyOf(edges, count), StrictMath.log(threshold / (1 - threshold)));
    return clusters.cluster;
  }

  private void split(int[] edges, double minLogOdds) {
    UnionFind sets = new UnionFind(cluster.length);
    for (int e : edges) {
      sets.join(pairs.left()[e], pairs.right()[e]);
    }
    Map<Integer, List<Integer>> edgesOf = new TreeMap<>();
    Map<Integer, java.util.TreeSet<Integer>> membersOf = new TreeMap<>();
    for (int e : edges) {
      int root = sets.find(pairs.left()[e]);
      edgesOf.computeIfAbsent(root, r -> new ArrayList<>()).add(e);
      java.util.TreeSet<Integer> members =
          membersOf.computeIfAbsent(root, r -> new java.util.TreeSet<>());
      members.add(pairs.left()[e]);
      members.add(pairs.right()[e]);
    }
    membersOf.forEach(
        (root, members) -> {
          if (members.size() > LARGEST) {
            double higher = minLogOdds + STEP;
            int[] strong =
                edgesOf.getOrDefault(root, List.of()).stream()
                    .mapToInt(Integer::intValue)
                    .filter(e -> StrictMath.log(pairs.odds()[e]) >= higher)
                    .toArray();
            split(strong, higher);
          } else {
            agglomerate(members.stream().mapToInt(Integer::intValue).toArray(), minLogOdds);
          }
        });
  }

  private void agglomerate(int[] members, double minLogOdds) {
    int n = members.length;
    double[][] sum = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        long pattern = fields.pattern(members[i], members[j], distance);
        double odds = model.logOdds(pattern, members[i], members[j]);
        sum[i][j] = Math.max(-50, Math.min(50, odds));
        sum[j][i] = sum[i][j];
      }
    }
    int[] size = new int[n];
    java.util.Arrays.fill(size, 1);
    while (true) {
      double best = minLogOdds;
      int first = -1;
      int second = -1;
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          if (size[i] > 0 && size[j] > 0 && sum[i][j] / ((double) size[i] * size[j]) > best) {
            best = sum[i][j] / ((double) size[i] * size[j]);
            first = i;
            second = j;
          }
        }
      }
      if (first < 0) {
        return;
      }
      merge(members, sum, size, first, second);
    }
  }

  private void merge(int[] members, double[][] sum, int[] size, int first, int second) {
    int from = members[second];
    for (int member : members) {
      if (cluster[member] == from) {
        cluster[member] = members[first];
      }
    }
    for (int k = 0; k < size.length; k++) {
      sum[first][k] += sum[second][k];
      sum[k][first] = sum[first][k];
    }
    size[first] += size[second];
    size[second] = 0;
  }
}
