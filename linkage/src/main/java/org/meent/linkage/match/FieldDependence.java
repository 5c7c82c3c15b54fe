// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.stream.IntStream;

/**
 * How fields agree together among records of different persons: members of a household share
 * surname and address, a first name tells the sex. Held as the share of pairs that agree on one
 * field for the same reason for which they agree on another: P(i agrees | j agrees) = h + (1-h) u.
 */
final class FieldDependence {
  private static final int SAMPLE = 1 << 15;
  private static final double MIN_PAIRS = 5;
  private static final double MIN_LIFT = 1.5;

  private final double[][] shared;
  private final int[] order;

  private FieldDependence(double[][] shared, int[] order) {
    this.shared = shared;
    this.order = order;
  }

  static FieldDependence none(LinkageFields fields) {
    int k = fields.patternFields();
    return new FieldDependence(new double[k][k], order(fields));
  }

  /**
   * From pairs of records within each of two files, which are pairs of different persons as far as
   * a file holds nobody twice; in one file the expected pairs of the same person are subtracted.
   */
  static FieldDependence of(LinkageFields fields, MatchModel model, Workers workers) {
    FieldDependence dependence = none(fields);
    int k = fields.count();
    int[] firsts = IntStream.range(0, k * k).filter(p -> p / k < p % k).toArray();
    java.util.List<double[]> counts =
        workers.map(firsts.length, p -> together(fields, firsts[p] / k, firsts[p] % k));
    for (int p = 0; p < firsts.length; p++) {
      int i = firsts[p] / k;
      int j = firsts[p] % k;
      double[] c = counts.get(p).clone();
      if (fields.oneFile()) {
        double matches = model.expectedMatches();
        double mi = model.m(i, fields.exact(i));
        double mj = model.m(j, fields.exact(j));
        double present = c[3];
        double both = c[0] - matches * present * mi * mj;
        if (both < 0.3 * c[0]) {
          continue;
        }
        c[0] = both;
        c[1] -= matches * present * mi;
        c[2] -= matches * present * mj;
      }
      dependence.shared[i][j] = share(c[0], c[2], fields.chance(i, fields.exact(i)));
      dependence.shared[j][i] = share(c[0], c[1], fields.chance(j, fields.exact(j)));
    }
    return dependence;
  }

  private static double share(double both, double given, double chance) {
    if (both < MIN_PAIRS || given <= 0) {
      return 0;
    }
    double agree = Math.min(1, both / given);
    return agree < MIN_LIFT * chance ? 0 : Math.min(0.999, (agree - chance) / (1 - chance));
  }

  /** Pairs agreeing on both, on i, on j among records with both, and the share of such pairs. */
  private static double[] together(LinkageFields fields, int i, int j) {
    double[] left = together(fields, i, j, false);
    if (fields.oneFile()) {
      return left;
    }
    double[] right = together(fields, i, j, true);
    return new double[] {left[0] + right[0], left[1] + right[1], left[2] + right[2], 0};
  }

  private static double[] together(LinkageFields fields, int i, int j, boolean ofRight) {
    int[] firsts = ofRight ? fields.column(i).right() : fields.column(i).left();
    int[] seconds = ofRight ? fields.column(j).right() : fields.column(j).left();
    int n = firsts.length;
    int mask = Math.max(1, Integer.highestOneBit(Math.max(1, n / SAMPLE))) - 1;
    int[] first = new int[fields.column(i).values().length];
    int[] second = new int[fields.column(j).values().length];
    long both = count(firsts, seconds, first, second);
    PatternCounter joint = new PatternCounter();
    for (int row = 0; row < n; row++) {
      long key = ((long) firsts[row] << 32) | (seconds[row] & 0xFFFF_FFFFL);
      if (((KeySink.mix(key) >>> 40) & mask) == 0 && firsts[row] >= 0 && seconds[row] >= 0) {
        joint.add(key);
      }
    }
    double together = 0;
    int distinct = joint.patterns().length;
    for (int v = 0; v < distinct; v++) {
      together += joint.count(v) * (joint.count(v) - 1.0) / 2;
    }
    double present = n < 2 ? 0 : (double) both * both / ((double) n * n);
    return new double[] {together * (mask + 1), pairs(first), pairs(second), present};
  }

  /** Counts values of two fields over the records that have both; gives how many do. */
  private static long count(int[] firsts, int[] seconds, int[] first, int[] second) {
    long both = 0;
    for (int row = 0; row < firsts.length; row++) {
      int a = firsts[row];
      int b = seconds[row];
      if (a >= 0 && b >= 0) {
        both++;
        first[a]++;
        second[b]++;
      }
    }
    return both;
  }

  private static double pairs(int[] counts) {
    double pairs = 0;
    for (int count : counts) {
      pairs += count * (count - 1.0) / 2;
    }
    return pairs;
  }

  /** Rarest agreement first: the address before the surname, the first name before the sex. */
  private static int[] order(LinkageFields fields) {
    return IntStream.range(0, fields.patternFields())
        .boxed()
        .sorted(
            (a, b) -> {
              int byChance =
                  Double.compare(
                      fields.chance(a, fields.exact(a)), fields.chance(b, fields.exact(b)));
              return byChance != 0 ? byChance : Integer.compare(a, b);
            })
        .mapToInt(Integer::intValue)
        .toArray();
  }

  int[] order() {
    return order.clone();
  }

  /** The share of agreements on i that come along with an agreement on j. */
  double shared(int i, int j) {
    return shared[i][j];
  }

  /** The largest share that an earlier field, exact in the pattern, brings along for a field. */
  double sharedWith(int position, long pattern, int[] exact) {
    int field = order[position];
    double best = 0;
    for (int p = 0; p < position; p++) {
      int other = order[p];
      if (shared[field][other] > best && LinkageFields.level(pattern, other) == exact[other]) {
        best = shared[field][other];
      }
    }
    return best;
  }
}
