// SPDX-License-Identifier: GPL-3.0-or-later
package org.meent.linkage.match;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a column look like, as shares of the records that have one.
 *
 * @param distinct distinct values; where a file has more than {@link #FEW}, those of the file that
 *     has most
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
  /** Up to so many distinct values are counted over both files. */
  static final int FEW = 1000;

  static ColumnProfile of(CsvTable.CsvColumn left, CsvTable.@Nullable CsvColumn right) {
    long[] counts = new long[5];
    boolean once = count(left, counts);
    double dates = DateColumn.share(left);
    if (right != null) {
      once &= count(right, counts);
      dates = Math.min(dates, DateColumn.share(right));
    }
    double present = Math.max(1, counts[0]);
    int distinct = distinct(left, right);
    return new ColumnProfile(
        distinct,
        present / Math.max(1, distinct),
        dates,
        counts[1] / present,
        counts[2] / present,
        counts[3] / present,
        counts[4] / present,
        once && present > 20 && !share(left, right));
  }

  private static int distinct(CsvTable.CsvColumn left, CsvTable.@Nullable CsvColumn right) {
    int most = Math.max(left.values().length, right == null ? 0 : right.values().length) - 1;
    if (most > FEW || right == null) {
      return most;
    }
    Set<String> values = new HashSet<>(Arrays.asList(left.values()));
    values.addAll(Arrays.asList(right.values()));
    return values.size() - 1;
  }

  private static boolean share(CsvTable.CsvColumn left, CsvTable.@Nullable CsvColumn right) {
    if (right == null) {
      return false;
    }
    Set<String> here = new HashSet<>(Arrays.asList(left.values()));
    return Arrays.stream(right.values()).skip(1).anyMatch(here::contains);
  }

  private static boolean count(CsvTable.CsvColumn column, long[] counts) {
    int[] holders = new int[column.values().length];
    for (int code : column.codes()) {
      holders[code]++;
    }
    boolean once = true;
    for (int v = 1; v < holders.length; v++) {
      String value = column.values()[v];
      int n = holders[v];
      int digits = digits(value);
      once &= n == 1;
      counts[0] += n;
      counts[1] += digits == value.length() ? n : 0;
      counts[2] += digits > 0 ? n : 0;
      counts[3] += value.indexOf(' ') >= 0 ? n : 0;
      counts[4] += value.indexOf('@') >= 0 ? n : 0;
    }
    return once;
  }

  private static int digits(String value) {
    int digits = 0;
    for (int i = 0; i < value.length(); i++) {
      digits += Character.isDigit(value.charAt(i)) ? 1 : 0;
    }
    return digits;
  }
}
