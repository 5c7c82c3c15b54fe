// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;
import org.meent.linkage.compare.EditDistance;

/**
 * How often a field agrees by chance: exact shares of every level over all pairs of records, from
 * the frequencies of values and a similarity join of the distinct values. No sampling. Also, per
 * value and level, how many records hold a value at that level from it: rare names say more.
 */
final class ChanceAgreement {
  private final FieldColumn column;
  private final FieldComparison comparison;
  private final long[] pairs;
  private final int[][] neighbours;
  private final double[] shares;
  private final double present;

  private ChanceAgreement(FieldColumn column, FieldComparison comparison) {
    this.column = column;
    this.comparison = comparison;
    this.pairs = new long[comparison.levels().size()];
    this.neighbours = new int[comparison.levels().size()][];
    this.shares = new double[pairs.length];
    this.present = column.presentLeft() + (double) column.presentRight();
  }

  static ChanceAgreement of(FieldColumn column, FieldComparison comparison) {
    ChanceAgreement chance = new ChanceAgreement(column, comparison);
    int exact = comparison.exact();
    for (int level = 2; level <= exact; level++) {
      chance.neighbours[level] = new int[column.values().length];
    }
    Arrays.setAll(chance.neighbours[exact], chance::holders);
    if (exact > 2) {
      chance.join();
    }
    chance.finish();
    return chance;
  }

  /** The share of a level among all pairs in which both values are present. */
  double share(int level) {
    return shares[level];
  }

  /** The number of pairs of records at a level. */
  long pairs(int level) {
    return pairs[level];
  }

  /** The chance that a random record stands at this level from the rarer of two values. */
  double share(int level, int a, int b) {
    if (level <= FieldComparison.DIFFERENT) {
      return shares[level];
    }
    int most = Math.max(neighbours[level][a], neighbours[level][b]);
    return Math.max(1, most - 1) / present;
  }

  private int holders(int value) {
    return column.leftCounts()[value] + column.rightCounts()[value];
  }

  private void join() {
    int n = column.values().length;
    KeyGroups groups = KeyGroups.of(comparison, n);
    EditDistance distance = new EditDistance();
    KeySink sink = new KeySink();
    int[] seen = new int[n];
    Arrays.fill(seen, -1);
    for (int a = 0; a < n; a++) {
      boolean scans = comparison.scans(a);
      if (scans) {
        for (int b = 0; b < n; b++) {
          if (b < a || (!comparison.scans(b) && b != a)) {
            meet(a, b, distance);
          }
        }
        continue;
      }
      sink.clear();
      comparison.keys(a, sink);
      for (int k = 0; k < sink.size(); k++) {
        int bucket = groups.bucket(sink.get(k));
        for (int i = groups.start(bucket); i < groups.start(bucket + 1); i++) {
          int b = groups.value(i);
          if (b >= a) {
            break;
          }
          if (seen[b] != a) {
            seen[b] = a;
            meet(a, b, distance);
          }
        }
      }
    }
  }

  private void meet(int a, int b, EditDistance distance) {
    int level = comparison.compare(a, b, distance);
    if (level <= FieldComparison.DIFFERENT) {
      return;
    }
    int leftA = column.leftCounts()[a];
    int leftB = column.leftCounts()[b];
    pairs[level] +=
        column.right().length == 0
            ? (long) leftA * leftB
            : (long) leftA * column.rightCounts()[b] + (long) leftB * column.rightCounts()[a];
    neighbours[level][a] += holders(b);
    neighbours[level][b] += holders(a);
  }

  private void finish() {
    boolean one = column.right().length == 0;
    long here = column.presentLeft();
    double all = one ? here * (here - 1.0) / 2 : (double) here * column.presentRight();
    int exact = comparison.exact();
    for (int v = 0; v < column.values().length; v++) {
      long left = column.leftCounts()[v];
      pairs[exact] += one ? left * (left - 1) / 2 : left * column.rightCounts()[v];
    }
    double rest = 1;
    for (int level = 2; level <= exact; level++) {
      shares[level] = Math.max(pairs[level], 0.5) / Math.max(all, 1);
      rest -= shares[level];
    }
    pairs[1] = (long) (all - Arrays.stream(pairs, 2, exact + 1).sum());
    shares[1] = Math.max(rest, 1e-9);
    shares[0] = 1;
  }
}
