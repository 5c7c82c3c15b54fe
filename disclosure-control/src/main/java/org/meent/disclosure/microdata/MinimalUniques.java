// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.disclosure.microdata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meent.protocols.literature.Reference;

/**
 * Minimal sample uniques: sets of columns in which a record is the only one with its values, while
 * it is in no smaller set of them. The fewer columns it takes, the easier the person is found: a
 * set of k of M columns scores (M − k)!.
 *
 * <p>Sets are looked at by size: a record that is unique in a part of a set is not minimal there.
 */
@Reference(
    authors = "A. M. Manning, D. J. Haglin, J. A. Keane (2008)",
    title = "A recursive search algorithm for statistical disclosure assessment",
    source = "Data Mining and Knowledge Discovery 16, 165-196",
    url = "https://doi.org/10.1007/s10618-007-0078-6")
final class MinimalUniques {
  private final int[] bySize;
  private final double[] score;
  private final double[] byColumn;

  private MinimalUniques(int[] bySize, double[] score, double[] byColumn) {
    this.bySize = bySize;
    this.score = score;
    this.byColumn = byColumn;
  }

  /**
   * Finds them.
   *
   * @param keys the columns
   * @param most largest size of a set
   */
  static MinimalUniques of(KeyColumns keys, int most) {
    int columns = keys.names().size();
    int deepest = Math.min(most, columns);
    int[] bySize = new int[deepest + 1];
    double[] score = new double[keys.size()];
    double[] byColumn = new double[columns];
    Map<Integer, BitSet> smaller = Map.of();
    for (int size = 1; size <= deepest; size++) {
      Map<Integer, BitSet> unique = new HashMap<>();
      double points = factorial(columns - size);
      for (int[] set : sets(columns, size)) {
        BitSet here = unique(keys.frequencies(set));
        unique.put(mask(set), here);
        BitSet minimal = (BitSet) here.clone();
        for (int column : set) {
          BitSet part = smaller.get(mask(set) & ~(1 << column));
          if (part != null) {
            minimal.andNot(part);
          }
        }
        bySize[size] += minimal.cardinality();
        minimal.stream().forEach(i -> score[i] += points);
        for (int column : set) {
          byColumn[column] += points * minimal.cardinality();
        }
      }
      smaller = unique;
    }
    return new MinimalUniques(bySize, score, byColumn);
  }

  /** How many minimal uniques there are of each size; place 0 is empty. */
  int[] bySize() {
    return bySize.clone();
  }

  /** The score of each record; 0 if it is in none. */
  double[] score() {
    return score.clone();
  }

  /** The part of all points that belongs to sets with a column, between 0 and 1. */
  double share(int column) {
    double sum = Arrays.stream(score).sum();
    return sum == 0 ? 0 : byColumn[column] / sum;
  }

  private static BitSet unique(int[] frequencies) {
    BitSet unique = new BitSet(frequencies.length);
    for (int i = 0; i < frequencies.length; i++) {
      if (frequencies[i] == 1) {
        unique.set(i);
      }
    }
    return unique;
  }

  private static List<int[]> sets(int columns, int size) {
    List<int[]> sets = new ArrayList<>();
    for (int mask = 1; mask < 1 << columns; mask++) {
      if (Integer.bitCount(mask) == size) {
        int wanted = mask;
        sets.add(
            java.util.stream.IntStream.range(0, columns)
                .filter(column -> (wanted >> column & 1) == 1)
                .toArray());
      }
    }
    return sets;
  }

  private static int mask(int[] set) {
    return Arrays.stream(set).map(column -> 1 << column).sum();
  }

  private static double factorial(int n) {
    double product = 1;
    for (int i = 2; i <= n; i++) {
      product *= i;
    }
    return product;
  }
}
