// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records of a file that are the same in every field, when there are so many of them that comparing
 * each with each would say nothing and cost everything. In one file the first of them stands for
 * all; between two files none of them can have a link of its own, and all are left out.
 *
 * @param keep rows that are compared, ascending
 * @param standsFor per row the row that stands for it, itself if it is compared, -1 if none does
 */
record IdenticalRows(int[] keep, int[] standsFor) {
  /** Up to so many identical records are compared like any others. */
  static final int MOST = 20;

  /** Every row for itself. */
  static IdenticalRows none(int rows) {
    int[] all = new int[rows];
    Arrays.setAll(all, row -> row);
    return new IdenticalRows(all, all);
  }

  static IdenticalRows of(List<FieldColumn> columns, boolean right, boolean oneFile) {
    List<int[]> codes = columns.stream().map(c -> right ? c.right() : c.left()).toList();
    long[] hashes = hashes(codes);
    long[] frequent = frequent(hashes);
    Map<Long, List<Integer>> representatives = new HashMap<>();
    int[] standsFor = new int[hashes.length];
    int[] keep = new int[hashes.length];
    int kept = 0;
    for (int row = 0; row < hashes.length; row++) {
      standsFor[row] = row;
      if (Arrays.binarySearch(frequent, hashes[row]) >= 0) {
        int first =
            first(codes, row, representatives.computeIfAbsent(hashes[row], h -> new ArrayList<>()));
        standsFor[row] = oneFile ? first : -1;
      }
      if (standsFor[row] == row) {
        keep[kept++] = row;
      }
    }
    return new IdenticalRows(Arrays.copyOf(keep, kept), standsFor);
  }

  private static long[] hashes(List<int[]> codes) {
    long[] hashes = new long[codes.getFirst().length];
    for (int row = 0; row < hashes.length; row++) {
      long hash = 1;
      for (int[] column : codes) {
        hash = KeySink.mix(hash ^ column[row]) + 0x9E3779B97F4A7C15L;
      }
      hashes[row] = hash;
    }
    return hashes;
  }

  /** The hashes that more than {@link #MOST} rows have, ascending. */
  private static long[] frequent(long[] hashes) {
    long[] sorted = hashes.clone();
    Arrays.sort(sorted);
    int count = 0;
    for (int i = MOST; i < sorted.length; i++) {
      boolean same = sorted[i] == sorted[i - MOST];
      if (same && (count == 0 || sorted[count - 1] != sorted[i])) {
        sorted[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  private static int first(List<int[]> codes, int row, List<Integer> firsts) {
    for (int other : firsts) {
      if (codes.stream().allMatch(column -> column[row] == column[other])) {
        return other;
      }
    }
    firsts.add(row);
    return row;
  }

  int left() {
    return standsFor.length - keep.length;
  }

  boolean isEmpty() {
    return keep.length == standsFor.length;
  }

  int[] codes(int[] all) {
    return Arrays.stream(keep).map(row -> all[row]).toArray();
  }

  /**
   * Whether identical records are one person rather than many that look alike: log odds from how
   * rare their values are in the whole file.
   */
  static boolean samePerson(List<FieldColumn> columns, int row) {
    double n = columns.getFirst().left().length;
    double logOdds = -StrictMath.log(n);
    for (FieldColumn column : columns) {
      int code = column.left()[row];
      if (code >= 0) {
        double usual = column.kind().usualAgreement();
        logOdds += StrictMath.log(usual * n / Math.max(1, column.leftCounts()[code] - 1));
      }
    }
    return logOdds > 0;
  }
}
