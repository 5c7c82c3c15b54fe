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
  private static final double PRIOR = 0.5;
  private static final int WIDTH = 8;
  private static final int LEFT = 0;
  private static final int RIGHT = 1;

  private final FieldColumn column;
  private final FieldComparison comparison;
  private final long[] pairs;

  /** Side by side per value: holders left and right, and holders at each level from it. */
  private final int[] tally;

  private final double[] shares;

  /** Per level how many of the holders counted at a value are the two records of a pair. */
  private final double[] own;

  private final double present;

  private ChanceAgreement(FieldColumn column, FieldComparison comparison) {
    this.column = column;
    this.comparison = comparison;
    this.pairs = new long[comparison.levels().size()];
    this.tally = new int[Math.multiplyExact(WIDTH, column.values().length)];
    this.shares = new double[pairs.length];
    this.own = new double[pairs.length];
    Arrays.fill(own, 1);
    own[comparison.exact()] = 2;
    this.present = column.presentLeft() + (double) column.presentRight();
  }

  private ChanceAgreement(ChanceAgreement other) {
    this.column = other.column;
    this.comparison = other.comparison;
    this.pairs = other.pairs;
    this.tally = other.tally;
    this.shares = other.shares.clone();
    this.own = other.own.clone();
    this.present = other.present;
  }

  static ChanceAgreement of(FieldColumn column, FieldComparison comparison) {
    ChanceAgreement chance = new ChanceAgreement(column, comparison);
    chance.countHolders();
    if (comparison.exact() > 2) {
      chance.join();
    }
    chance.finish();
    return chance;
  }

  private void countHolders() {
    boolean one = column.right().length == 0;
    int exact = comparison.exact();
    for (int v = 0; v < column.values().length; v++) {
      int at = WIDTH * v;
      tally[at + LEFT] = column.leftCounts()[v];
      tally[at + RIGHT] = one ? 0 : column.rightCounts()[v];
      tally[at + exact] = tally[at + LEFT] + tally[at + RIGHT];
    }
  }

  /** The share of a level among all pairs in which both values are present. */
  double share(int level) {
    return shares[level];
  }

  /** The number of pairs of records at a level. */
  long pairs(int level) {
    return pairs[level];
  }

  /**
   * The chance that a record of another person stands at this level from the more frequent of two
   * values: how many others do, drawn towards the share of the level (Jeffreys' prior), so that a
   * value that nobody else has is not taken for rarer than the field as a whole allows.
   */
  double share(int level, int a, int b) {
    if (level <= FieldComparison.DIFFERENT) {
      return shares[level];
    }
    double most = Math.max(tally[WIDTH * a + level], tally[WIDTH * b + level]) - own[level];
    return (Math.max(0, most) + PRIOR) / (present + PRIOR / shares[level]);
  }

  /**
   * The same among records of different persons only.
   *
   * @param model tells how many matches there are and how they agree
   * @param field the number of this field in it
   * @param copies further records that a matched person is expected to have
   */
  ChanceAgreement without(MatchModel model, int field, double copies) {
    int exact = comparison.exact();
    double all = Arrays.stream(pairs).asDoubleStream().sum();
    double matches = model.expectedMatches() * all / Math.max(1, model.fields().allPairs());
    ChanceAgreement fewer = new ChanceAgreement(this);
    double rest = 1;
    for (int level = 2; level <= exact; level++) {
      double ofMatches = matches * model.m(field, level);
      double others = Math.max(pairs[level] - ofMatches, StrictMath.sqrt(pairs[level] + 0.25));
      fewer.shares[level] = others / Math.max(all - matches, 1);
      fewer.own[level] = own[level] + copies * model.m(field, level);
      rest -= fewer.shares[level];
    }
    fewer.shares[1] = Math.max(rest, 1e-9);
    return fewer;
  }

  private void join() {
    int n = column.values().length;
    KeyGroups groups = KeyGroups.of(comparison, n);
    EditDistance distance = new EditDistance();
    int[] seen = new int[n];
    Arrays.fill(seen, -1);
    for (int a = 0; a < n; a++) {
      meetSome(a, groups, seen, distance);
    }
  }

  /** Holds a value against those before it that share a key, or against all. */
  private void meetSome(int a, KeyGroups groups, int[] seen, EditDistance distance) {
    if (comparison.scans(a)) {
      meetAll(a, distance);
      return;
    }
    for (int k = groups.firstKey(a); k < groups.firstKey(a + 1); k++) {
      meetGroup(a, groups, k, seen, distance);
    }
  }

  private void meetAll(int a, EditDistance distance) {
    for (int b = 0; b < column.values().length; b++) {
      if (b < a || (b != a && !comparison.scans(b))) {
        meet(a, b, distance);
      }
    }
  }

  private void meetGroup(int a, KeyGroups groups, int key, int[] seen, EditDistance distance) {
    int end = groups.end(key);
    for (int i = groups.start(key); i < end; i++) {
      int b = groups.value(i);
      if (b >= a) {
        return;
      }
      if (seen[b] != a) {
        seen[b] = a;
        meet(a, b, distance);
      }
    }
  }

  private void meet(int a, int b, EditDistance distance) {
    int level = comparison.compare(a, b, distance);
    if (level <= FieldComparison.DIFFERENT) {
      return;
    }
    int atA = WIDTH * a;
    int atB = WIDTH * b;
    long leftA = tally[atA + LEFT];
    long leftB = tally[atB + LEFT];
    int rightA = tally[atA + RIGHT];
    int rightB = tally[atB + RIGHT];
    pairs[level] += column.right().length == 0 ? leftA * leftB : leftA * rightB + leftB * rightA;
    tally[atA + level] += (int) leftB + rightB;
    tally[atB + level] += (int) leftA + rightA;
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
