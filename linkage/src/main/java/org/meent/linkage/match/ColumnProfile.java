// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a column look like, as shares of the records that have one.
 *
 * @param distinct distinct values
 * @param perValue records per distinct value
 * @param dates days that exist
 * @param digits values of digits only
 * @param withDigit values with a digit
 * @param blanks values with a blank
 * @param at values with an at-sign
 * @param apart every value occurs once and none in both files
 */
record ColumnProfile(
    int distinct,
    double perValue,
    double dates,
    double digits,
    double withDigit,
    double blanks,
    double at,
    boolean apart) {

  static ColumnProfile of(CsvTable.CsvColumn left, CsvTable.@Nullable CsvColumn right) {
    long[] counts = new long[5];
    Set<String> seen = new HashSet<>();
    boolean once = count(left, counts, seen);
    if (right != null) {
      int before = seen.size();
      int here = right.values().length - 1;
      once &= count(right, counts, seen);
      once &= seen.size() == before + here;
    }
    double present = Math.max(1, counts[0]);
    double dates = DateColumn.share(left);
    if (right != null) {
      dates = Math.min(dates, DateColumn.share(right));
    }
    return new ColumnProfile(
        seen.size(),
        present / Math.max(1, seen.size()),
        dates,
        counts[1] / present,
        counts[2] / present,
        counts[3] / present,
        counts[4] / present,
        once && present > 20);
  }

  private static boolean count(CsvTable.CsvColumn column, long[] counts, Set<String> seen) {
    int[] holders = new int[column.values().length];
    for (int code : column.codes()) {
      holders[code]++;
    }
    boolean once = true;
    for (int v = 1; v < holders.length; v++) {
      String value = column.values()[v];
      int n = holders[v];
      once &= n == 1;
      seen.add(value);
      counts[0] += n;
      counts[1] += value.chars().allMatch(Character::isDigit) ? n : 0;
      counts[2] += value.chars().anyMatch(Character::isDigit) ? n : 0;
      counts[3] += value.indexOf(' ') >= 0 ? n : 0;
      counts[4] += value.indexOf('@') >= 0 ? n : 0;
    }
    return once;
  }
}
