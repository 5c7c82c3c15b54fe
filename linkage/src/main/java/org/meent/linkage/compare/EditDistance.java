// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.compare;

import org.meent.protocols.literature.Reference;

/**
 * The restricted Damerau-Levenshtein distance (optimal string alignment): insertions, deletions,
 * substitutions and swaps of neighbours, bounded from above. Holds scratch space: one object per
 * thread.
 */
public final class EditDistance {
  private int[] before = new int[32];
  private int[] last = new int[32];
  private int[] row = new int[32];

  /** A measure with its own scratch space. */
  public EditDistance() {}

  /**
   * The distance if it is at most {@code max}, otherwise {@code max + 1}. Time is proportional to
   * {@code max} times the length of the part in which the texts differ.
   *
   * @throws IllegalArgumentException if {@code max} is negative
   */
  @Reference(
      authors = "E. Ukkonen (1985)",
      title = "Algorithms for approximate string matching",
      source = "Information and Control 64, 100-118")
  public int within(String a, String b, int max) {
    if (max < 0) {
      throw new IllegalArgumentException("bound must not be negative: " + max);
    }
    int endA = a.length();
    int endB = b.length();
    if (Math.abs(endA - endB) > max) {
      return max + 1;
    }
    int start = 0;
    int shortest = Math.min(endA, endB);
    while (start < shortest && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    while (endA > start && endB > start && a.charAt(endA - 1) == b.charAt(endB - 1)) {
      endA--;
      endB--;
    }
    int lengthA = endA - start;
    int lengthB = endB - start;
    if (lengthA == 0 || lengthB == 0) {
      return Math.min(max + 1, lengthA + lengthB);
    }
    if (max == 0) {
      return 1;
    }
    if (max == 1) {
      return withinOne(a, b, start, lengthA, lengthB);
    }
    return banded(a, b, start, lengthA, lengthB, max);
  }

  private static int withinOne(String a, String b, int start, int lengthA, int lengthB) {
    if (lengthA == 1 && lengthB == 1) {
      return 1;
    }
    boolean swapped =
        lengthA == 2
            && lengthB == 2
            && a.charAt(start) == b.charAt(start + 1)
            && a.charAt(start + 1) == b.charAt(start);
    return swapped ? 1 : 2;
  }

  private int banded(String a, String b, int start, int lengthA, int lengthB, int max) {
    reserve(lengthB + 2);
    int far = max + 1;
    int bestBefore = 0;
    for (int j = 0; j <= lengthB; j++) {
      last[j] = Math.min(far, j);
      before[j] = far;
    }
    for (int i = 1; i <= lengthA; i++) {
      int low = Math.max(1, i - max);
      int high = Math.min(lengthB, i + max);
      row[low - 1] = low == 1 ? Math.min(far, i) : far;
      char c = a.charAt(start + i - 1);
      int best = row[low - 1];
      for (int j = low; j <= high; j++) {
        char d = b.charAt(start + j - 1);
        int cost = last[j - 1] + (c == d ? 0 : 1);
        int above = j < i + max ? last[j] + 1 : far;
        cost = Math.min(cost, Math.min(above, row[j - 1] + 1));
        if (i > 1 && j > 1 && c == b.charAt(start + j - 2) && d == a.charAt(start + i - 2)) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row[j] = Math.min(far, cost);
        best = Math.min(best, row[j]);
      }
      if (best >= far && bestBefore >= far) {
        return far;
      }
      bestBefore = best;
      if (high < lengthB) {
        row[high + 1] = far;
      }
      int[] free = before;
      before = last;
      last = row;
      row = free;
    }
    return Math.min(far, last[lengthB]);
  }

  private void reserve(int length) {
    if (row.length < length) {
      before = new int[2 * length];
      last = new int[2 * length];
      row = new int[2 * length];
    }
  }
}
