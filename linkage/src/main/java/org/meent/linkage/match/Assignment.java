// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meent.protocols.literature.Reference;

/**
 * The one-to-one linkage with the largest expected number of right links among pairs at or above a
 * threshold: solved exactly, one connected component at a time.
 */
@Reference(
    authors = "R. Jonker, A. Volgenant (1987)",
    title = "A shortest augmenting path algorithm for dense and sparse linear assignment problems",
    source = "Computing 38, 325-340",
    url = "https://doi.org/10.1007/BF02278710")
final class Assignment {
  private Assignment() {}

  /** The numbers of the chosen pairs, ascending. */
  static int[] best(ScoredPairs pairs, int rowsLeft, int rowsRight, double threshold) {
    UnionFind components = new UnionFind(rowsLeft + rowsRight);
    List<Integer> edges = new ArrayList<>();
    for (int e = 0; e < pairs.size(); e++) {
      if (pairs.probability()[e] >= threshold) {
        components.join(pairs.left()[e], rowsLeft + pairs.right()[e]);
        edges.add(e);
      }
    }
    Map<Integer, List<Integer>> byComponent = new HashMap<>();
    for (int e : edges) {
      byComponent.computeIfAbsent(components.find(pairs.left()[e]), r -> new ArrayList<>()).add(e);
    }
    return byComponent.values().stream()
        .flatMapToInt(component -> Arrays.stream(solve(pairs, component)))
        .sorted()
        .toArray();
  }

  private static int[] solve(ScoredPairs pairs, List<Integer> edges) {
    if (edges.size() == 1) {
      return new int[] {edges.getFirst()};
    }
    int[] lefts = edges.stream().mapToInt(e -> pairs.left()[e]).sorted().distinct().toArray();
    int[] rights = edges.stream().mapToInt(e -> pairs.right()[e]).sorted().distinct().toArray();
    boolean turned = lefts.length > rights.length;
    int[] rows = turned ? rights : lefts;
    int[] columns = turned ? lefts : rights;
    double[][] gain = new double[rows.length][columns.length];
    int[][] edge = new int[rows.length][columns.length];
    for (int[] line : edge) {
      Arrays.fill(line, -1);
    }
    for (int e : edges) {
      int r = Arrays.binarySearch(rows, turned ? pairs.right()[e] : pairs.left()[e]);
      int c = Arrays.binarySearch(columns, turned ? pairs.left()[e] : pairs.right()[e]);
      gain[r][c] = pairs.probability()[e];
      edge[r][c] = e;
    }
    int[] columnOf = maximise(gain);
    int[] chosen = new int[rows.length];
    int count = 0;
    for (int r = 0; r < rows.length; r++) {
      if (edge[r][columnOf[r]] >= 0) {
        chosen[count++] = edge[r][columnOf[r]];
      }
    }
    return Arrays.copyOf(chosen, count);
  }

  /** A column for every row (rows at most columns) such that the sum of gains is largest. */
  static int[] maximise(double[][] gain) {
    int n = gain.length;
    int m = gain[0].length;
    double[] rowPrice = new double[n + 1];
    double[] columnPrice = new double[m + 1];
    int[] rowOf = new int[m + 1];
    int[] way = new int[m + 1];
    for (int row = 1; row <= n; row++) {
      rowOf[0] = row;
      int column = 0;
      double[] least = new double[m + 1];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      boolean[] used = new boolean[m + 1];
      do {
        used[column] = true;
        int at = rowOf[column];
        int next = 0;
        double delta = Double.POSITIVE_INFINITY;
        for (int j = 1; j <= m; j++) {
          if (!used[j]) {
            double reduced = -gain[at - 1][j - 1] - rowPrice[at] - columnPrice[j];
            if (reduced < least[j]) {
              least[j] = reduced;
              way[j] = column;
            }
            if (least[j] < delta) {
              delta = least[j];
              next = j;
            }
          }
        }
        for (int j = 0; j <= m; j++) {
          if (used[j]) {
            rowPrice[rowOf[j]] += delta;
            columnPrice[j] -= delta;
          } else {
            least[j] -= delta;
          }
        }
        column = next;
      } while (rowOf[column] != 0);
      do {
        int previous = way[column];
        rowOf[column] = rowOf[previous];
        column = previous;
      } while (column != 0);
    }
    int[] columnOf = new int[n];
    for (int j = 1; j <= m; j++) {
      if (rowOf[j] > 0) {
        columnOf[rowOf[j] - 1] = j - 1;
      }
    }
    return columnOf;
  }
}
